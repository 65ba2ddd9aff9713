package org.motcua.identity.officers;

import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import org.motcua.identity.model.AccountNames;
import org.motcua.identity.model.AccountStore;
import org.motcua.identity.model.NameKind;
import org.motcua.identity.model.PasswordRules;
import org.motcua.identity.model.Passwords;
import org.motcua.platform.audit.AuditTrail;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * The officer sets a password with what came to his phone. It opens no session: he signs in after
 * that with both factors, as always.
 */
@Service
class SetFirstPassword {

  private final FirstSignIns firstSignIns;
  private final Officers officers;
  private final AccountStore accounts;
  private final AccountNames names;
  private final Passwords passwords;
  private final AuditTrail audit;
  private final Clock clock;
  private final TransactionTemplate transaction;

  SetFirstPassword(
      FirstSignIns firstSignIns,
      Officers officers,
      AccountStore accounts,
      AccountNames names,
      Passwords passwords,
      AuditTrail audit,
      Clock clock,
      TransactionTemplate transaction) {
    this.firstSignIns = firstSignIns;
    this.officers = officers;
    this.accounts = accounts;
    this.names = names;
    this.passwords = passwords;
    this.audit = audit;
    this.clock = clock;
    this.transaction = transaction;
  }

  sealed interface Outcome {
    record Set() implements Outcome {}

    record Faulty(PasswordRules.Fault fault) implements Outcome {}

    /** Unknown, too old, used, or replaced by a later one. */
    record NoSuchLink() implements Outcome {}

    record TooBusy() implements Outcome {}
  }

  /** Whose password this link sets. */
  Optional<Officer> whose(String token) {
    return firstSignIns
        .find(token)
        .filter(link -> link.open(clock.instant()))
        .flatMap(link -> officers.find(link.account()))
        .filter(officer -> officer.suspendedAt() == null);
  }

  Outcome set(String token, String password) {
    var officer = whose(token);
    if (officer.isEmpty()) return echo(token);
    var fault = PasswordRules.check(password, officer.get().signInName());
    if (fault.isPresent()) return new Outcome.Faulty(fault.get());
    var hash = passwords.hash(password);
    if (hash.isEmpty()) return new Outcome.TooBusy();
    return transaction.execute(status -> set(token, officer.get(), hash.get()));
  }

  private Outcome set(String token, Officer officer, String hash) {
    var now = clock.instant();
    var open = firstSignIns.findForUpdate(token).filter(link -> link.open(now)).isPresent();
    if (!open) return echo(token);
    firstSignIns.used(officer.id(), now);
    accounts.setPassword(officer.id(), hash);
    officers.entered(officer.id(), now);
    // What was sent to the phone has come back: the phone is this officer's own.
    names.claim(officer.id(), NameKind.PHONE, officer.phone().international());
    audit.record(
        "account:" + officer.id(),
        "identity.first-password-set",
        "account",
        officer.id().toString(),
        Map.of());
    return new Outcome.Set();
  }

  private Outcome echo(String token) {
    return firstSignIns.find(token).filter(link -> link.echoes(clock.instant())).isPresent()
        ? new Outcome.Set()
        : new Outcome.NoSuchLink();
  }
}
