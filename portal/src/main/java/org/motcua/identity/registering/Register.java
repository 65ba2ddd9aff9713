package org.motcua.identity.registering;

import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.motcua.identity.codes.OneTimeCodes;
import org.motcua.identity.model.NewAccount;
import org.motcua.identity.model.Passwords;
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
  private final OneTimeCodes codes;
  private final RateLimits limits;

  Register(Passwords passwords, OneTimeCodes codes, RateLimits limits) {
    this.passwords = passwords;
    this.codes = codes;
    this.limits = limits;
  }

  RegistrationOutcome register(
      Applicant applicant, String address, @Nullable String browserToken, Language language) {
    if (!limits.tryConsume("identity.register:" + address, PER_ADDRESS)) {
      return new RegistrationOutcome.AddressSlowedDown();
    }
    var hash = passwords.hash(applicant.password());
    if (hash.isEmpty()) return new RegistrationOutcome.TooBusy();
    return codes
        .sendForRegistration(account(applicant, hash.get(), language), browserToken, language)
        .<RegistrationOutcome>map(RegistrationOutcome.CodeSent::new)
        .orElseGet(RegistrationOutcome.TooManyCodes::new);
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
