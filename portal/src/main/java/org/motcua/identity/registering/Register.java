package org.motcua.identity.registering;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import org.motcua.identity.attempts.Attempts;
import org.motcua.identity.attempts.Registrations;
import org.motcua.identity.codes.Recipient;
import org.motcua.identity.model.NewAccount;
import org.motcua.identity.model.Passwords;
import org.motcua.identity.signingin.SignInCodes;
import org.motcua.platform.ids.NewId;
import org.motcua.platform.limits.Limit;
import org.motcua.platform.limits.RateLimits;
import org.motcua.platform.web.Language;
import org.springframework.stereotype.Service;

/**
 * Sends the code that turns a filled-in form into an account. Whether the number has an account
 * already is told only after the code: nobody learns here who has one.
 */
@Service
class Register {

  private static final Limit PER_ADDRESS = new Limit(30, Duration.ofMinutes(10));

  private final Passwords passwords;
  private final SignInCodes codes;
  private final Attempts attempts;
  private final Registrations registrations;
  private final RateLimits limits;

  Register(
      Passwords passwords,
      SignInCodes codes,
      Attempts attempts,
      Registrations registrations,
      RateLimits limits) {
    this.passwords = passwords;
    this.codes = codes;
    this.attempts = attempts;
    this.registrations = registrations;
    this.limits = limits;
  }

  RegistrationOutcome register(
      Applicant applicant,
      Language language,
      HttpServletRequest request,
      HttpServletResponse response) {
    if (!limits.tryConsume("identity.register:" + request.getRemoteAddr(), PER_ADDRESS)) {
      return new RegistrationOutcome.AddressSlowedDown();
    }
    var hash = passwords.hash(applicant.password());
    if (hash.isEmpty()) return new RegistrationOutcome.TooBusy();
    registrations.keep(account(applicant, hash.get(), language), request, response);
    return codes.send(attempts.subject(request), Recipient.phone(applicant.phone()), language)
        ? new RegistrationOutcome.CodeSent()
        : new RegistrationOutcome.TooManyCodes();
  }

  private static NewAccount account(Applicant applicant, String hash, Language language) {
    var address = applicant.address();
    return new NewAccount(
        NewId.next(),
        applicant.kind(),
        applicant.name(),
        applicant.citizenId(),
        applicant.socialInsuranceNumber(),
        applicant.taxCode(),
        null,
        applicant.born(),
        applicant.gender(),
        applicant.phone().international(),
        address == null ? null : address.commune(),
        address == null ? null : address.street(),
        language,
        hash);
  }
}
