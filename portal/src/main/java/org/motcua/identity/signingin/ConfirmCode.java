package org.motcua.identity.signingin;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Map;
import java.util.Optional;
import org.motcua.identity.AccountId;
import org.motcua.identity.Factor;
import org.motcua.identity.attempts.Attempts;
import org.motcua.identity.attempts.Registrations;
import org.motcua.identity.codes.Codes;
import org.motcua.identity.codes.Codes.Checked;
import org.motcua.identity.codes.Recipient;
import org.motcua.identity.model.AccountStore;
import org.motcua.platform.audit.AuditTrail;
import org.motcua.platform.web.Language;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The code that ends signing in, or registering: a right one counts as a second factor. */
@Service
class ConfirmCode {

  private final Codes codes;
  private final Attempts attempts;
  private final Registrations registrations;
  private final AccountStore accounts;
  private final AuditTrail audit;

  ConfirmCode(
      Codes codes,
      Attempts attempts,
      Registrations registrations,
      AccountStore accounts,
      AuditTrail audit) {
    this.codes = codes;
    this.attempts = attempts;
    this.registrations = registrations;
    this.accounts = accounts;
    this.audit = audit;
  }

  @Transactional
  ConfirmOutcome confirm(
      String typed, Language language, HttpServletRequest request, HttpServletResponse response) {
    var attempt = attempts.subject(request);
    var sentTo = codes.sentTo(SignInCodes.PURPOSE, attempt);
    if (sentTo.isEmpty()) return new ConfirmOutcome.NothingWaiting();
    return switch (codes.check(SignInCodes.PURPOSE, attempt, typed)) {
      case Checked.Right() ->
          account(request)
              .map(account -> prove(account, sentTo.get(), language, request, response))
              .orElseGet(() -> taken(attempt, request));
      case Checked.RightAgain() ->
          attempts
              .justFinished(request)
              .map(account -> prove(account, sentTo.get(), language, request, response))
              .orElseGet(ConfirmOutcome.NothingWaiting::new);
      case Checked.Nothing() -> new ConfirmOutcome.NothingWaiting();
      case Checked other -> new ConfirmOutcome.NotConfirmed(other);
    };
  }

  private ConfirmOutcome prove(
      AccountId account,
      Recipient sentTo,
      Language language,
      HttpServletRequest request,
      HttpServletResponse response) {
    var factor =
        switch (sentTo) {
          case Recipient.ToPhone(var phone) -> Factor.SMS_CODE;
          case Recipient.ToMailbox(var mailbox) -> Factor.EMAIL_CODE;
        };
    return new ConfirmOutcome.Confirmed(
        attempts.prove(account, factor, language, request, response));
  }

  private ConfirmOutcome taken(String attempt, HttpServletRequest request) {
    codes.forget(SignInCodes.PURPOSE, attempt);
    attempts.giveUp(request);
    return new ConfirmOutcome.NumberTaken();
  }

  /** Empty when the number to be registered has an account already. */
  private Optional<AccountId> account(HttpServletRequest request) {
    var registration = registrations.findForUpdate(request);
    if (registration.isEmpty()) return attempts.waiting(request);
    var account = registration.get();
    if (!accounts.add(account)) return Optional.empty();
    var id = new AccountId(account.id());
    audit.record(
        "account:" + id,
        "identity.registered",
        "account",
        id.toString(),
        Map.of("kind", account.kind().name()));
    registrations.became(id, request);
    return Optional.of(id);
  }
}
