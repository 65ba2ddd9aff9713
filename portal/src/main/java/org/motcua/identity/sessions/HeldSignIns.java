package org.motcua.identity.sessions;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.motcua.identity.AccountId;
import org.motcua.identity.DataHolder;
import org.motcua.identity.Factor;
import org.motcua.identity.attempts.KnownBrowsers;
import org.motcua.platform.web.Language;
import org.motcua.platform.web.Messages;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** From where a person has signed in, and where the door is still open. */
@Component
@Order(3)
class HeldSignIns implements DataHolder {

  private static final int PAGE = 200;

  private final SignIns signIns;
  private final Sessions sessions;
  private final KnownBrowsers browsers;
  private final Messages messages;

  HeldSignIns(SignIns signIns, Sessions sessions, KnownBrowsers browsers, Messages messages) {
    this.signIns = signIns;
    this.sessions = sessions;
    this.browsers = browsers;
    this.messages = messages;
  }

  @Override
  public void handOut(AccountId person, Parcel parcel) {
    var language = parcel.language();
    parcel.put(
        "identity.signIn",
        DataHolder.all(
                PAGE,
                (@Nullable SignInEntry last) ->
                    signIns.list(person, last == null ? null : last.id(), PAGE))
            .map(entry -> of(entry, language)));
    parcel.put(
        "identity.session",
        sessions.list(person).stream()
            .map(open -> DataHolder.facts("since", open.since(), "lastUsed", open.lastUsed())));
    parcel.put(
        "identity.browser",
        browsers.list(person).stream()
            .map(
                known ->
                    DataHolder.facts(
                        "browser",
                        new Coded(known.kind(), words(BrowserName.of(known.kind()), language)),
                        "firstSeen",
                        known.firstSeen(),
                        "lastSeen",
                        known.lastSeen(),
                        "trustedUntil",
                        known.trustedUntil())));
  }

  private Map<String, ?> of(SignInEntry entry, Language language) {
    return DataHolder.facts(
        "at", entry.at(),
        "succeeded", entry.succeeded(),
        "times", entry.times() > 1 ? entry.times() : null,
        "factors", factors(entry.factors(), language),
        "browser", words(entry.browser(), language),
        "network", entry.network().rough());
  }

  private List<Coded> factors(Collection<Factor> factors, Language language) {
    return factors.stream()
        .sorted()
        .map(
            factor ->
                new Coded(
                    factor.name(), messages.text(language, "identity.devices.factor." + factor)))
        .toList();
  }

  private String words(BrowserName name, Language language) {
    return BrowserWords.of(name, language, messages);
  }
}
