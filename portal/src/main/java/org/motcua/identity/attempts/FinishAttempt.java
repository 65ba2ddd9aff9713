package org.motcua.identity.attempts;

import java.time.Clock;
import java.util.Map;
import org.motcua.identity.AccountKind;
import org.motcua.identity.CurrentUser;
import org.motcua.identity.Factor;
import org.motcua.identity.LevelOfAssurance;
import org.motcua.identity.SignedIn;
import org.motcua.identity.model.Account;
import org.motcua.identity.model.AccountStore;
import org.motcua.platform.audit.AuditTrail;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/** Enough has been shown: opens the session, and tells all who want to know. */
@Component
class FinishAttempt {

  private final BrowserAttempts attempts;
  private final AccountStore accounts;
  private final KnownBrowsers browsers;
  private final OpenSession sessions;
  private final AuditTrail audit;
  private final ApplicationEventPublisher events;
  private final Clock clock;

  FinishAttempt(
      BrowserAttempts attempts,
      AccountStore accounts,
      KnownBrowsers browsers,
      OpenSession sessions,
      AuditTrail audit,
      ApplicationEventPublisher events,
      Clock clock) {
    this.attempts = attempts;
    this.accounts = accounts;
    this.browsers = browsers;
    this.sessions = sessions;
    this.audit = audit;
    this.events = events;
    this.clock = clock;
  }

  /** Gives where its owner wanted to go. */
  String finish(Attempt attempt, Account account, LevelOfAssurance level, Visit visit) {
    accounts.setLanguage(account.id(), visit.language());
    var opened = sessions.open(user(account, level), visit.request(), visit.response());
    attempts.save(attempt.finished(clock.instant(), opened.id(), opened.destination()));
    var newBrowser = browsers.meet(account.id(), visit.request(), visit.response());
    if (attempt.trusting() && mayTrust(account, level)) {
      browsers.trust(account.id(), visit.request(), visit.response());
    }
    tell(attempt, account, level, newBrowser, visit);
    return opened.destination();
  }

  /** Whoever acts for another, and only had to show more, goes on acting for him. */
  private static CurrentUser user(Account account, LevelOfAssurance level) {
    return OpenSession.signedIn()
        .filter(before -> before.acting() != null && before.signedIn().equals(account.id()))
        .map(before -> before.knownAs(level))
        .orElseGet(() -> account.user(level));
  }

  private static boolean mayTrust(Account account, LevelOfAssurance level) {
    return account.kind() != AccountKind.OFFICER && level.atLeast(LevelOfAssurance.LOA2);
  }

  private void tell(
      Attempt attempt, Account account, LevelOfAssurance level, boolean newBrowser, Visit visit) {
    audit.record(
        "account:" + account.id(),
        "identity.signed-in",
        "account",
        account.id().toString(),
        Map.of(
            "kind", account.kind().name(),
            "level", level.acr(),
            "factors", attempt.factors().stream().map(Factor::name).sorted().toList()));
    events.publishEvent(
        new SignedIn(
            account.id(),
            attempt.factors(),
            level,
            visit.request().getRemoteAddr(),
            KnownBrowsers.kind(visit.request()),
            newBrowser,
            clock.instant()));
  }

  /** The browser has dropped the first click's answer: it is given the same session once more. */
  String finishedBefore(Attempt attempt, Visit visit) {
    var session = attempt.sessionId();
    var destination = attempt.destination();
    if (session == null || destination == null) return Attempts.FROM_THE_BEGINNING;
    sessions.rejoin(session, visit.request(), visit.response());
    return destination;
  }
}
