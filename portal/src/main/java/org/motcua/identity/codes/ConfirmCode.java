package org.motcua.identity.codes;

import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.motcua.identity.AccountId;
import org.motcua.identity.CurrentUser;
import org.motcua.identity.model.AccountStore;
import org.motcua.identity.model.NewAccount;
import org.motcua.platform.audit.AuditTrail;
import org.motcua.platform.web.Language;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * The second half of signing in, and the end of registering.
 *
 * <p>Two clicks on "confirm" come one after the other through the same locked row: the second is
 * given the session that the first has opened, since the browser only listens to the second.
 */
@Service
class ConfirmCode {

  private final PendingCodes pending;
  private final OneTimeCodes codes;
  private final AccountStore accounts;
  private final AuditTrail audit;
  private final Clock clock;

  ConfirmCode(
      PendingCodes pending,
      OneTimeCodes codes,
      AccountStore accounts,
      AuditTrail audit,
      Clock clock) {
    this.pending = pending;
    this.codes = codes;
    this.accounts = accounts;
    this.audit = audit;
    this.clock = clock;
  }

  @Transactional
  ConfirmOutcome confirm(
      String browserToken,
      String typedCode,
      Language language,
      Function<CurrentUser, OpenSession.Opened> open) {
    return pending
        .findForUpdate(BrowserToken.hash(browserToken))
        .map(code -> confirm(code, typedCode, language, open))
        .orElseGet(ConfirmOutcome.NothingPending::new);
  }

  private ConfirmOutcome confirm(
      PendingCode code,
      String typedCode,
      Language language,
      Function<CurrentUser, OpenSession.Opened> open) {
    var now = clock.instant();
    var right = code.opensWith(codes.codeHash(code.key(), typedCode));
    if (code.confirmed()) return right ? echo(code) : new ConfirmOutcome.NothingPending();
    if (code.usedUp()) return new ConfirmOutcome.TooManyTries();
    if (code.expired(now)) return new ConfirmOutcome.Expired();
    if (!right) return countWrong(code);

    var user = user(code);
    if (user.isEmpty()) {
      pending.remove(code.key());
      return new ConfirmOutcome.NumberTaken();
    }
    accounts.setLanguage(user.get().id(), language);
    var session = open.apply(user.get());
    pending.confirmed(code.key(), now, session.id(), session.destination());
    record(user.get(), "identity.signed-in");
    return new ConfirmOutcome.SignedIn(session.id(), session.destination(), false);
  }

  private ConfirmOutcome echo(PendingCode code) {
    return code.echoes(clock.instant()) && code.sessionId() != null && code.destination() != null
        ? new ConfirmOutcome.SignedIn(code.sessionId(), code.destination(), true)
        : new ConfirmOutcome.NothingPending();
  }

  private ConfirmOutcome countWrong(PendingCode code) {
    pending.tried(code.key());
    var left = PendingCode.TRIES - code.tries() - 1;
    return left > 0 ? new ConfirmOutcome.Wrong(left) : new ConfirmOutcome.TooManyTries();
  }

  /** Empty when the number to be registered has an account already. */
  private Optional<CurrentUser> user(PendingCode code) {
    if (code.account() != null) {
      return accounts.find(code.account()).map(account -> account.user());
    }
    return codes.registration(code).flatMap(this::register);
  }

  private Optional<CurrentUser> register(NewAccount account) {
    if (!accounts.add(account)) return Optional.empty();
    var user = new CurrentUser(new AccountId(account.id()), account.kind(), account.name());
    record(user, "identity.registered");
    return Optional.of(user);
  }

  private void record(CurrentUser user, String action) {
    audit.record(
        user.actor(), action, "account", user.id().toString(), Map.of("kind", user.kind().name()));
  }
}
