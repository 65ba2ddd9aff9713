package org.motcua.identity.profile;

import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.motcua.identity.AccountId;
import org.motcua.identity.AccountReclaimed;
import org.motcua.identity.AccountReclaimed.Formerly;
import org.motcua.identity.attempts.KnownBrowsers;
import org.motcua.identity.model.AccountStore;
import org.motcua.identity.sessions.Sessions;
import org.motcua.platform.audit.AuditTrail;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * "This was not me": takes the change back, and every one made after it, since from then on the
 * account was in somebody else's hand; and signs out everywhere.
 */
@Service
class StopChange {

  private final Changes changes;
  private final AccountFacts facts;
  private final ChangeDetails changeDetails;
  private final AccountStore accounts;
  private final Sessions sessions;
  private final KnownBrowsers browsers;
  private final TellHolder tell;
  private final AuditTrail audit;
  private final ApplicationEventPublisher events;
  private final Clock clock;

  StopChange(
      Changes changes,
      AccountFacts facts,
      ChangeDetails changeDetails,
      AccountStore accounts,
      Sessions sessions,
      KnownBrowsers browsers,
      TellHolder tell,
      AuditTrail audit,
      ApplicationEventPublisher events,
      Clock clock) {
    this.changes = changes;
    this.facts = facts;
    this.changeDetails = changeDetails;
    this.accounts = accounts;
    this.sessions = sessions;
    this.browsers = browsers;
    this.tell = tell;
    this.audit = audit;
    this.events = events;
    this.clock = clock;
  }

  /** Every answer to the link. */
  sealed interface Stopping {
    record Stopped() implements Stopping {}

    record StoppedBefore() implements Stopping {}

    /** Too late, or never such a link: nobody learns which. */
    record NoLonger() implements Stopping {}
  }

  @Transactional
  public Stopping stop(String token) {
    return changes
        .findForUpdate(token)
        .<Stopping>map(
            change -> {
              if (change.stopped()) return new Stopping.StoppedBefore();
              if (!change.stoppable(clock.instant())) return new Stopping.NoLonger();
              takeBack(change);
              return new Stopping.Stopped();
            })
        .orElseGet(Stopping.NoLonger::new);
  }

  private void takeBack(Change first) {
    var account = first.account();
    var now = clock.instant();
    List<Change> all = changes.listSince(account, first.at());
    all.forEach(
        change -> {
          putBack(account, change);
          changes.stopped(change.id(), now);
        });
    sessions.endAll(account);
    browsers.forgetAll(account);
    audit.record(
        "account:" + account,
        "identity.change-stopped",
        "account",
        account.toString(),
        Map.of("kinds", all.stream().map(change -> change.kind().word()).toList()));
    events.publishEvent(new AccountReclaimed(account, first.at(), Formerly.A_THIEFS));
    accounts.find(account).ifPresent(it -> tell.everywhere(it, "identity.told.stopped"));
  }

  private void putBack(AccountId account, Change change) {
    var before = change.before();
    var after = change.after();
    switch (change.kind()) {
      case PHONE ->
          facts.setPhone(account, Objects.requireNonNull(after), Objects.requireNonNull(before));
      case EMAIL -> facts.setEmail(account, before);
      case PASSWORD -> facts.setPassword(account, before);
      case DETAILS ->
          changeDetails.takeBack(
              account, Objects.requireNonNull(before), Objects.requireNonNull(after));
      case CITIZEN_ID -> facts.takeBackCitizenId(account, Objects.requireNonNull(after), before);
    }
  }
}
