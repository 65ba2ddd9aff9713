package org.motcua.identity.recovering;

import java.time.Clock;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import org.motcua.identity.AccountId;
import org.motcua.identity.AccountReclaimed;
import org.motcua.identity.AccountReclaimed.Formerly;
import org.motcua.identity.attempts.KnownBrowsers;
import org.motcua.identity.attempts.Levels;
import org.motcua.identity.codes.Codes;
import org.motcua.identity.codes.Codes.Checked;
import org.motcua.identity.codes.Codes.Sending;
import org.motcua.identity.codes.Recipient;
import org.motcua.identity.model.AccountStore;
import org.motcua.identity.model.PasswordRules;
import org.motcua.identity.model.Passwords;
import org.motcua.identity.profile.RecoverAccount;
import org.motcua.identity.sessions.Sessions;
import org.motcua.platform.audit.AuditTrail;
import org.motcua.platform.web.Language;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * The end of a recovery: the new phone shows itself by a code, a new password is set, and every
 * session, browser and key from before serves no more.
 */
@Service
class FinishRecovery {

  private static final String PURPOSE = "identity.recovery";

  private final Recoveries recoveries;
  private final AccountStore accounts;
  private final RecoverAccount recoverAccount;
  private final Passwords passwords;
  private final Codes codes;
  private final Sessions sessions;
  private final KnownBrowsers browsers;
  private final Levels levels;
  private final AuditTrail audit;
  private final ApplicationEventPublisher events;
  private final TransactionTemplate transaction;
  private final Clock clock;

  FinishRecovery(
      Recoveries recoveries,
      AccountStore accounts,
      RecoverAccount recoverAccount,
      Passwords passwords,
      Codes codes,
      Sessions sessions,
      KnownBrowsers browsers,
      Levels levels,
      AuditTrail audit,
      ApplicationEventPublisher events,
      TransactionTemplate transaction,
      Clock clock) {
    this.recoveries = recoveries;
    this.accounts = accounts;
    this.recoverAccount = recoverAccount;
    this.passwords = passwords;
    this.codes = codes;
    this.sessions = sessions;
    this.browsers = browsers;
    this.levels = levels;
    this.audit = audit;
    this.events = events;
    this.transaction = transaction;
    this.clock = clock;
  }

  /** The recovery behind a link, while it can be finished. */
  Optional<Recovery> find(String token) {
    return recoveries.findByLink(token).filter(this::open);
  }

  private boolean open(Recovery recovery) {
    return recovery.is(RecoveryState.APPROVED) && clock.instant().isBefore(recovery.forgetAfter());
  }

  boolean codeSent(Recovery recovery) {
    return codes.sentTo(PURPOSE, recovery.id().toString()).isPresent();
  }

  Sending sendCode(Recovery recovery, Language language) {
    return codes.send(
        PURPOSE, recovery.id().toString(), Recipient.phone(recovery.phone()), language);
  }

  /** The password is looked at and hashed first: a code is used up only by what succeeds. */
  FinishOutcome finish(String token, String code, String password) {
    var found = find(token);
    if (found.isEmpty()) return new FinishOutcome.NoLonger();
    var fault = PasswordRules.check(password, found.get().typedNumber());
    if (fault.isPresent()) return new FinishOutcome.PasswordRefused(fault.get());
    var hash = passwords.hash(password);
    if (hash.isEmpty()) return new FinishOutcome.TooBusy();
    return transaction.execute(status -> finishWith(token, code, hash.get()));
  }

  private FinishOutcome finishWith(String token, String code, String hash) {
    var found = recoveries.findByLinkForUpdate(token).filter(this::open);
    if (found.isEmpty()) return new FinishOutcome.NoLonger();
    var recovery = found.get();
    var checked = codes.check(PURPOSE, recovery.id().toString(), code);
    if (!(checked instanceof Checked.Right)) return new FinishOutcome.CodeRefused(checked);
    var account =
        accounts.find(Objects.requireNonNull(recovery.account(), "approved without account"));
    if (account.isEmpty()) return new FinishOutcome.NoLonger();
    recoverAccount.set(account.get(), recovery.phone(), hash);
    recoveries.become(recovery.id(), RecoveryState.FINISHED);
    sessions.endAll(account.get().id());
    browsers.forgetAll(account.get().id());
    RecoveryAudit.record(audit, "account:" + account.get().id(), "identity.recovered", recovery);
    events.publishEvent(
        new AccountReclaimed(account.get().id(), Instant.EPOCH, formerly(account.get().id())));
    return new FinishOutcome.Finished();
  }

  /** Anybody can register with somebody else's number; only a verified person is known. */
  private Formerly formerly(AccountId account) {
    return levels.isVerified(account) ? Formerly.HIS_OWN : Formerly.PERHAPS_ANOTHERS;
  }
}
