package org.motcua.identity.closing;

import com.github.kagkarlsson.scheduler.SchedulerClient;
import com.github.kagkarlsson.scheduler.task.TaskInstance;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import org.motcua.identity.CurrentUser;
import org.motcua.identity.attempts.KnownBrowsers;
import org.motcua.identity.model.Account;
import org.motcua.identity.model.AccountState;
import org.motcua.identity.model.AccountStore;
import org.motcua.identity.model.Passwords;
import org.motcua.identity.profile.TellHolder;
import org.motcua.identity.sessions.Sessions;
import org.motcua.platform.audit.AuditTrail;
import org.motcua.platform.limits.Limit;
import org.motcua.platform.limits.RateLimits;
import org.motcua.platform.web.Formats;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;

/** The holder leaves; for two weeks he may come back by signing in. */
@Service
class AskClosing {

  static final Duration TO_THINK = Duration.ofDays(14);
  private static final Limit PER_ACCOUNT = new Limit(5, Duration.ofMinutes(15));

  private final AccountStore accounts;
  private final Closings closings;
  private final Passwords passwords;
  private final RateLimits limits;
  private final Sessions sessions;
  private final KnownBrowsers browsers;
  private final TellHolder tell;
  private final SchedulerClient jobs;
  private final AuditTrail audit;
  private final TransactionTemplate transaction;
  private final Clock clock;

  AskClosing(
      AccountStore accounts,
      Closings closings,
      Passwords passwords,
      RateLimits limits,
      Sessions sessions,
      KnownBrowsers browsers,
      TellHolder tell,
      SchedulerClient jobs,
      AuditTrail audit,
      TransactionTemplate transaction,
      Clock clock) {
    this.accounts = accounts;
    this.closings = closings;
    this.passwords = passwords;
    this.limits = limits;
    this.sessions = sessions;
    this.browsers = browsers;
    this.tell = tell;
    this.jobs = jobs;
    this.audit = audit;
    this.transaction = transaction;
    this.clock = clock;
  }

  ClosingOutcome ask(CurrentUser user, String password, boolean agreed) {
    if (!agreed) return new ClosingOutcome.NotAgreed();
    if (!limits.tryConsume("identity.close:" + user.id(), PER_ACCOUNT)) {
      return new ClosingOutcome.TooManyTries();
    }
    var account = accounts.find(user.id()).orElseThrow();
    if (account.passwordHash() != null) {
      var known = passwords.matches(password, account.passwordHash());
      if (known.isEmpty()) return new ClosingOutcome.TooBusy();
      if (!known.get()) return new ClosingOutcome.PasswordWrong();
    }
    transaction.executeWithoutResult(status -> close(user, account));
    return new ClosingOutcome.Closing();
  }

  private void close(CurrentUser user, Account account) {
    var now = clock.instant();
    var closesAt = now.plus(TO_THINK);
    closings.add(account.id(), now, closesAt);
    accounts.setState(account.id(), AccountState.CLOSING);
    jobs.scheduleIfNotExists(
        new TaskInstance<>(CloseAccountJob.NAME, account.id().toString(), null), closesAt);
    audit.record(
        user.actor(), "identity.closing-asked", "account", account.id().toString(), Map.of());
    tell.everywhere(
        account, "identity.closing.told", new Formats(account.language()).dateTime(closesAt));
    browsers.forgetAll(account.id());
    sessions.endAll(account.id());
  }
}
