package org.motcua.identity.recovering;

import java.util.Map;
import org.motcua.identity.AccountId;
import org.motcua.identity.DataHolder;
import org.motcua.platform.web.Language;
import org.motcua.platform.web.Messages;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** Requests to get the account back that were found to be its holder's. */
@Component
@Order(7)
class HeldRecoveries implements DataHolder {

  private final Recoveries recoveries;
  private final Messages messages;

  HeldRecoveries(Recoveries recoveries, Messages messages) {
    this.recoveries = recoveries;
    this.messages = messages;
  }

  /** What nobody has looked at may be a stranger's: he typed the number, and his own phone. */
  @Override
  public void handOut(AccountId person, Parcel parcel) {
    parcel.put(
        "identity.recovery",
        recoveries.listOf(person).stream()
            .filter(recovery -> !recovery.is(RecoveryState.WAITING))
            .map(recovery -> of(recovery, parcel.language())));
  }

  private Map<String, ?> of(Recovery recovery, Language language) {
    return DataHolder.facts(
        "askedAt", recovery.askedAt(),
        "reference", recovery.reference().value(),
        "way", coded(recovery.way(), "way", language),
        "state", coded(recovery.state(), "state", language));
  }

  private Coded coded(Enum<?> value, String key, Language language) {
    return new Coded(
        value.name(), messages.text(language, "identity.recover." + key + "." + value.name()));
  }
}
