package org.motcua.identity.recovering;

import java.time.Duration;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.motcua.identity.DataAccesses;
import org.motcua.identity.DataAccesses.Seen;
import org.motcua.identity.DataAccesses.Viewer;
import org.motcua.identity.attempts.KnownBrowsers;
import org.motcua.identity.model.Account;
import org.motcua.identity.model.AccountStore;
import org.motcua.identity.profile.TellHolder;
import org.motcua.identity.sessions.Sessions;
import org.motcua.platform.audit.AuditTrail;
import org.motcua.platform.limits.Limit;
import org.motcua.platform.limits.RateLimits;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * An officer ends all sessions of somebody who asks for it and cannot do it himself: his phone is
 * stolen, a computer he used is still signed in. Nothing of the account is shown, and its holder is
 * told, so that one who asks for another does little harm.
 */
@Service
class SignOutEverywhere {

  private static final Limit PER_OFFICER = new Limit(60, Duration.ofHours(1));

  private final Identification identification;
  private final AccountStore accounts;
  private final Sessions sessions;
  private final KnownBrowsers browsers;
  private final TellHolder tell;
  private final DataAccesses accesses;
  private final AuditTrail audit;
  private final RateLimits limits;
  private final TransactionTemplate transaction;

  SignOutEverywhere(
      Identification identification,
      AccountStore accounts,
      Sessions sessions,
      KnownBrowsers browsers,
      TellHolder tell,
      DataAccesses accesses,
      AuditTrail audit,
      RateLimits limits,
      TransactionTemplate transaction) {
    this.identification = identification;
    this.accounts = accounts;
    this.sessions = sessions;
    this.browsers = browsers;
    this.tell = tell;
    this.accesses = accesses;
    this.audit = audit;
    this.limits = limits;
    this.transaction = transaction;
  }

  enum Outcome {
    SIGNED_OUT,
    DOES_NOT_FIT,
    TOO_MANY
  }

  /**
   * @param born null for an enterprise
   */
  Outcome signOut(String number, @Nullable LocalDate born, RecoveryOfficer officer) {
    if (!limits.tryConsume("identity.sign-out-for:" + officer.account(), PER_OFFICER)) {
      return Outcome.TOO_MANY;
    }
    var account = transaction.execute(status -> forgetBrowsers(number, born, officer));
    if (account.isEmpty()) return Outcome.DOES_NOT_FIT;
    // After the commit: a session that was being opened meanwhile is found, too.
    sessions.endAll(account.get().id());
    return Outcome.SIGNED_OUT;
  }

  private Optional<Account> forgetBrowsers(
      String number, @Nullable LocalDate born, RecoveryOfficer officer) {
    var found = identification.holder(number, born).flatMap(accounts::find);
    found.ifPresent(account -> forgetBrowsers(account, officer));
    return found;
  }

  private void forgetBrowsers(Account account, RecoveryOfficer officer) {
    var id = account.id();
    browsers.forgetAll(id);
    tell.everywhere(account, "identity.signOutFor.told");
    audit.record(
        officer.actor(), "identity.signed-out-everywhere", "account", id.toString(), Map.of());
    accesses.record(
        new Seen(id, "sign-out:" + id, "identity.signOutFor.seen", ""),
        new Viewer.Officer(officer.account()),
        officer.agency(),
        "identity.signOutFor.why");
  }
}
