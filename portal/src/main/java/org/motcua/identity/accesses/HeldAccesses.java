package org.motcua.identity.accesses;

import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.motcua.identity.AccountId;
import org.motcua.identity.DataHolder;
import org.motcua.platform.web.Language;
import org.motcua.platform.web.Messages;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** Who looked at a person's data, and to whom the person has agreed to give it. */
@Component
@Order(4)
class HeldAccesses implements DataHolder {

  private static final int PAGE = 200;

  private final AccessRecords records;
  private final Recipients recipients;
  private final Messages messages;

  HeldAccesses(AccessRecords records, Recipients recipients, Messages messages) {
    this.records = records;
    this.recipients = recipients;
    this.messages = messages;
  }

  @Override
  public void handOut(AccountId person, Parcel parcel) {
    var language = parcel.language();
    parcel.put(
        "identity.access",
        DataHolder.all(
                PAGE,
                (@Nullable Look last) ->
                    records.looks(person, last == null ? null : last.id(), PAGE))
            .map(look -> of(look, language)));
    parcel.put(
        "identity.consent",
        DataHolder.all(
                PAGE,
                (@Nullable KeptConsent last) ->
                    records.consents(person, last == null ? null : last.id(), PAGE))
            .map(consent -> of(consent, language)));
  }

  private Map<String, ?> of(Look look, Language language) {
    return DataHolder.facts(
        "at", look.at(),
        "agency", new Coded(look.agency(), recipients.agency(look.agency())),
        "program", look.program(),
        "what", new Coded(look.name(), messages.text(language, look.whatKey(), look.name())),
        "why", messages.text(language, look.whyKey()));
  }

  private Map<String, ?> of(KeptConsent consent, Language language) {
    var name = consent.name();
    return DataHolder.facts(
        "givenAt", consent.givenAt(),
        "recipient", new Coded(consent.recipient(), recipients.recipient(consent.recipient())),
        "what", new Coded(name, messages.text(language, consent.whatKey(), name)),
        "why", messages.text(language, consent.whyKey(), name),
        "withdrawnAt", consent.withdrawnAt());
  }
}
