package org.motcua.identity.signingin;

import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.motcua.identity.codes.OneTimeCodes;
import org.motcua.identity.model.Account;
import org.motcua.identity.model.AccountStore;
import org.motcua.identity.model.Passwords;
import org.motcua.identity.model.TypedName;
import org.motcua.platform.limits.Limit;
import org.motcua.platform.limits.RateLimits;
import org.motcua.platform.web.Language;
import org.springframework.stereotype.Service;

/**
 * The first half of signing in. No transaction around it: a wrong try must count whatever follows.
 */
@Service
class CheckPassword {

  /** Wide enough for a village behind one address, too narrow for a list of stolen passwords. */
  private static final Limit PER_ADDRESS = new Limit(60, Duration.ofMinutes(5));

  private final AccountStore accounts;
  private final Passwords passwords;
  private final FailedSignIns failures;
  private final RateLimits limits;
  private final OneTimeCodes codes;

  CheckPassword(
      AccountStore accounts,
      Passwords passwords,
      FailedSignIns failures,
      RateLimits limits,
      OneTimeCodes codes) {
    this.accounts = accounts;
    this.passwords = passwords;
    this.failures = failures;
    this.limits = limits;
    this.codes = codes;
  }

  PasswordOutcome check(
      String typedName,
      String password,
      String address,
      @Nullable String browserToken,
      Language language) {
    if (!limits.tryConsume("identity.sign-in:" + address, PER_ADDRESS)) {
      return new PasswordOutcome.AddressSlowedDown();
    }
    var name = TypedName.of(typedName);
    var thisTry = failures.begin(name, address);
    if (!thisTry.allowed()) return new PasswordOutcome.Paused(thisTry.pauseEnds());

    return switch (find(name, password)) {
      case Busy() -> new PasswordOutcome.TooBusy();
      case Nobody() ->
          thisTry.left() > 0
              ? new PasswordOutcome.Wrong(thisTry.left())
              : new PasswordOutcome.Paused(thisTry.pauseEnds());
      case Somebody(var account) -> {
        failures.forget(name, address);
        yield sendCode(account, browserToken, language);
      }
    };
  }

  private PasswordOutcome sendCode(
      Account account, @Nullable String browserToken, Language language) {
    return codes
        .sendForSignIn(account, browserToken, language)
        .<PasswordOutcome>map(PasswordOutcome.CodeSent::new)
        .orElseGet(PasswordOutcome.TooManyCodes::new);
  }

  private sealed interface Match {}

  private record Somebody(Account account) implements Match {}

  private record Nobody() implements Match {}

  private record Busy() implements Match {}

  /** As many hashes for nobody as for somebody: the time it takes tells nothing. */
  private Match find(TypedName name, String password) {
    var candidates = accounts.listByTypedName(name);
    Optional<Account> found = Optional.empty();
    for (var round = 0; round < Math.max(name.possibleAccounts(), candidates.size()); round++) {
      var candidate = round < candidates.size() ? candidates.get(round) : null;
      var fits = passwords.matches(password, candidate == null ? null : candidate.passwordHash());
      if (fits.isEmpty()) return new Busy();
      if (candidate != null && fits.get()) found = Optional.of(candidate);
    }
    return found.<Match>map(Somebody::new).orElseGet(Nobody::new);
  }
}
