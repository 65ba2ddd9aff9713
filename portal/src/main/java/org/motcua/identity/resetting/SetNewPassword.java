package org.motcua.identity.resetting;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.motcua.identity.Accounts;
import org.motcua.identity.Person;
import org.motcua.identity.attempts.KnownBrowsers;
import org.motcua.identity.attempts.Resettings;
import org.motcua.identity.attempts.Resettings.Resetting;
import org.motcua.identity.model.Account;
import org.motcua.identity.model.AccountStore;
import org.motcua.identity.model.PasswordRules;
import org.motcua.identity.model.Passwords;
import org.motcua.identity.profile.ResetPassword;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;

/** Sets it, once all has been shown; no transaction around the hashing, slow on purpose. */
@Service
class SetNewPassword {

  private final Resettings resettings;
  private final AccountStore accounts;
  private final Accounts persons;
  private final Passwords passwords;
  private final ResetPassword resetPassword;
  private final KnownBrowsers browsers;
  private final TransactionTemplate transaction;

  SetNewPassword(
      Resettings resettings,
      AccountStore accounts,
      Accounts persons,
      Passwords passwords,
      ResetPassword resetPassword,
      KnownBrowsers browsers,
      TransactionTemplate transaction) {
    this.resettings = resettings;
    this.accounts = accounts;
    this.persons = persons;
    this.passwords = passwords;
    this.resetPassword = resetPassword;
    this.browsers = browsers;
    this.transaction = transaction;
  }

  SettingOutcome set(String password, HttpServletRequest request, HttpServletResponse response) {
    if (resettings.hasJustFinished(request)) return new SettingOutcome.Set();
    var resetting = resettings.find(request).filter(Resetting::enough);
    if (resetting.isEmpty()) return new SettingOutcome.NotYet();
    var number = persons.findPerson(resetting.get().account()).map(Person::number).orElse("");
    var fault = PasswordRules.check(password, number);
    if (fault.isPresent()) return new SettingOutcome.Refused(fault.get());
    var hash = passwords.hash(password);
    if (hash.isEmpty()) return new SettingOutcome.TooBusy();
    return transaction.execute(status -> set(resetting.get(), hash.get(), request, response));
  }

  /**
   * This browser is known from here on, so that whoever guesses passwords meanwhile cannot keep the
   * person out of the account with the new one.
   */
  private SettingOutcome set(
      Resetting resetting, String hash, HttpServletRequest request, HttpServletResponse response) {
    if (!resettings.finish(request)) return new SettingOutcome.Set();
    accounts
        .find(resetting.account())
        .filter(Account::letsIn)
        .ifPresent(
            account -> {
              resetPassword.set(account, hash, resetting.byPhoneAlone());
              browsers.meet(account.id(), request, response);
            });
    return new SettingOutcome.Set();
  }
}
