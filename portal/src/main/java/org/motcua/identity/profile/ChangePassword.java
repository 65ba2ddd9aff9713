package org.motcua.identity.profile;

import java.time.Duration;
import org.motcua.identity.CurrentUser;
import org.motcua.identity.Person;
import org.motcua.identity.attempts.KnownBrowsers;
import org.motcua.identity.model.AccountStore;
import org.motcua.identity.model.PasswordRules;
import org.motcua.identity.model.Passwords;
import org.motcua.identity.model.PersonStore;
import org.motcua.identity.sessions.Sessions;
import org.motcua.platform.limits.Limit;
import org.motcua.platform.limits.RateLimits;
import org.springframework.stereotype.Service;

/**
 * A new password, with the one before it or a passkey shown again; whoever knew the old one is
 * signed out elsewhere. No transaction around the hashing, which is slow on purpose.
 */
@Service
class ChangePassword {

  private static final Limit PER_ACCOUNT = new Limit(5, Duration.ofMinutes(15));

  private final AccountStore accounts;
  private final PersonStore persons;
  private final Passwords passwords;
  private final RateLimits limits;
  private final ChangeAccount changeAccount;
  private final Sessions sessions;
  private final KnownBrowsers browsers;

  ChangePassword(
      AccountStore accounts,
      PersonStore persons,
      Passwords passwords,
      RateLimits limits,
      ChangeAccount changeAccount,
      Sessions sessions,
      KnownBrowsers browsers) {
    this.accounts = accounts;
    this.persons = persons;
    this.passwords = passwords;
    this.limits = limits;
    this.changeAccount = changeAccount;
    this.sessions = sessions;
    this.browsers = browsers;
  }

  /**
   * @param byPasskey whether a passkey, shown a moment ago, stands for the password before
   */
  PasswordOutcome change(
      CurrentUser user, String current, String fresh, boolean byPasskey, String ownSession) {
    if (!limits.tryConsume("identity.change-password:" + user.id(), PER_ACCOUNT)) {
      return new PasswordOutcome.TooManyTries();
    }
    var account = accounts.find(user.id()).orElseThrow();
    if (account.passwordHash() != null && !byPasskey) {
      var known = passwords.matches(current, account.passwordHash());
      if (known.isEmpty()) return new PasswordOutcome.TooBusy();
      if (!known.get()) return new PasswordOutcome.CurrentWrong();
      if (current.equals(fresh)) return new PasswordOutcome.SameAsBefore();
    }
    var fault = PasswordRules.check(fresh, number(user));
    if (fault.isPresent()) return new PasswordOutcome.Refused(fault.get());
    var hash = passwords.hash(fresh);
    if (hash.isEmpty()) return new PasswordOutcome.TooBusy();
    changeAccount.setPassword(user, account, hash.get());
    sessions.endAllBut(user.id(), ownSession);
    browsers.forgetAll(user.id());
    return new PasswordOutcome.Changed();
  }

  boolean has(CurrentUser user) {
    return accounts.find(user.id()).map(account -> account.passwordHash() != null).orElse(false);
  }

  private String number(CurrentUser user) {
    return persons.findPerson(user.id()).map(Person::number).orElse("");
  }
}
