package org.motcua.identity.signingin;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import org.motcua.identity.SignInFailed;
import org.motcua.identity.attempts.KnownBrowsers;
import org.motcua.identity.model.Account;
import org.motcua.identity.model.AccountStore;
import org.motcua.identity.model.Passwords;
import org.motcua.identity.model.TypedName;
import org.motcua.platform.limits.Limit;
import org.motcua.platform.limits.RateLimits;
import org.motcua.platform.secrets.Vault;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * The first half of signing in. No transaction around it: a wrong try must count whatever follows.
 */
@Service
class CheckPassword {

  /** Wide enough for a village behind one address, too narrow for a list of stolen passwords. */
  private static final Limit PER_ADDRESS = new Limit(60, Duration.ofMinutes(5));

  /** More than any household needs, and far too few to guess a password. */
  private static final Limit PER_NAME = new Limit(30, Duration.ofHours(1));

  private final AccountStore accounts;
  private final Passwords passwords;
  private final FailedSignIns failures;
  private final RateLimits limits;
  private final Vault vault;
  private final KnownBrowsers browsers;
  private final ApplicationEventPublisher events;
  private final Clock clock;
  private final TransactionTemplate transaction;

  CheckPassword(
      AccountStore accounts,
      Passwords passwords,
      FailedSignIns failures,
      RateLimits limits,
      Vault vault,
      KnownBrowsers browsers,
      ApplicationEventPublisher events,
      Clock clock,
      TransactionTemplate transaction) {
    this.accounts = accounts;
    this.passwords = passwords;
    this.failures = failures;
    this.limits = limits;
    this.vault = vault;
    this.browsers = browsers;
    this.events = events;
    this.clock = clock;
    this.transaction = transaction;
  }

  PasswordOutcome check(String typedName, String password, HttpServletRequest request) {
    var address = request.getRemoteAddr();
    if (!limits.tryConsume("identity.sign-in:" + address, PER_ADDRESS)) {
      return new PasswordOutcome.AddressSlowedDown();
    }
    var name = TypedName.of(typedName);
    var thisTry = failures.begin(name, address);
    if (!thisTry.allowed()) return new PasswordOutcome.Paused(thisTry.pauseEnds());
    var candidates = accounts.listByTypedName(name);
    if (underAttack(name) && candidates.stream().noneMatch(it -> isHome(it, request))) {
      return new PasswordOutcome.AccountSlowedDown();
    }

    return switch (find(name, candidates, password)) {
      case Busy() -> new PasswordOutcome.TooBusy();
      case Nobody() -> {
        candidates.forEach(account -> tell(account, request));
        yield thisTry.left() > 0
            ? new PasswordOutcome.Wrong(thisTry.left())
            : new PasswordOutcome.Paused(thisTry.pauseEnds());
      }
      case Somebody(var account) -> {
        failures.forget(name, address);
        yield account.letsIn()
            ? new PasswordOutcome.Right(account.id())
            : new PasswordOutcome.ShutOut();
      }
    };
  }

  /**
   * So many tries for one name from all over the world are an attack; it is counted alike whether
   * the account exists. Its owner still gets in where he has been before.
   */
  private boolean underAttack(TypedName name) {
    var key = Base64.getEncoder().encodeToString(vault.mac("identity.sign-in-name", name.value()));
    return !limits.tryConsume("identity.sign-in-name:" + key, PER_NAME);
  }

  private boolean isHome(Account account, HttpServletRequest request) {
    return browsers.isKnown(account.id(), request);
  }

  private void tell(Account account, HttpServletRequest request) {
    var failed =
        new SignInFailed(
            account.id(), request.getRemoteAddr(), KnownBrowsers.kind(request), clock.instant());
    transaction.executeWithoutResult(status -> events.publishEvent(failed));
  }

  private sealed interface Match {}

  private record Somebody(Account account) implements Match {}

  private record Nobody() implements Match {}

  private record Busy() implements Match {}

  /** As many hashes for nobody as for somebody: the time it takes tells nothing. */
  private Match find(TypedName name, List<Account> candidates, String password) {
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
