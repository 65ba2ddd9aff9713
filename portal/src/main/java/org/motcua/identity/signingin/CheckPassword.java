package org.motcua.identity.signingin;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.motcua.identity.AccountId;
import org.motcua.identity.SignInFailed;
import org.motcua.identity.attempts.KnownBrowsers;
import org.motcua.identity.model.Account;
import org.motcua.identity.model.AccountStore;
import org.motcua.identity.model.Passwords;
import org.motcua.identity.model.TypedName;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * The first half of signing in. No transaction around it: a wrong try must count whatever follows.
 *
 * <p>A name that nobody has is worth the same work as one that somebody has, statement by statement
 * and hash by hash: neither words nor time tell who has an account.
 */
@Service
class CheckPassword {

  private final AccountStore accounts;
  private final Passwords passwords;
  private final FailedSignIns failures;
  private final SignInLimits limits;
  private final KnownBrowsers browsers;
  private final ApplicationEventPublisher events;
  private final Clock clock;
  private final TransactionTemplate transaction;

  CheckPassword(
      AccountStore accounts,
      Passwords passwords,
      FailedSignIns failures,
      SignInLimits limits,
      KnownBrowsers browsers,
      ApplicationEventPublisher events,
      Clock clock,
      TransactionTemplate transaction) {
    this.accounts = accounts;
    this.passwords = passwords;
    this.failures = failures;
    this.limits = limits;
    this.browsers = browsers;
    this.events = events;
    this.clock = clock;
    this.transaction = transaction;
  }

  PasswordOutcome check(String typedName, String password, HttpServletRequest request) {
    var address = request.getRemoteAddr();
    if (!limits.allowFrom(address)) return new PasswordOutcome.AddressSlowedDown();
    var name = TypedName.of(typedName);
    var thisTry = failures.begin(name, address);
    if (!thisTry.allowed()) return new PasswordOutcome.Paused(thisTry.pauseEnds());

    var candidates = candidates(name, request);
    if (!limits.allowFor(name) && candidates.stream().noneMatch(Candidate::atHome)) {
      return new PasswordOutcome.AccountSlowedDown();
    }
    return switch (find(candidates, password)) {
      case Busy() -> new PasswordOutcome.TooBusy();
      case Nobody() -> {
        tell(candidates, request);
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
   * One who may be meant, or an empty place where somebody could be.
   *
   * @param atHome whether he has signed in from this browser before: there he is never slowed down
   * @param guessed whether so many passwords were tried for the account, by whichever of its names,
   *     that none is right any more for a while. Nobody is told: that this name was slowed down by
   *     tries for that one would say that both are one person's
   */
  private record Candidate(@Nullable Account account, boolean atHome, boolean guessed) {

    Optional<String> hash() {
      return Optional.ofNullable(account)
          .filter(it -> atHome || !guessed)
          .map(Account::passwordHash);
    }

    @Nullable AccountId id() {
      return account == null ? null : account.id();
    }
  }

  private List<Candidate> candidates(TypedName name, HttpServletRequest request) {
    var found = accounts.listByTypedName(name);
    var atHome = browsers.whoAreKnown(found.stream().map(Account::id).toList(), request);
    var candidates = new ArrayList<Candidate>();
    for (var place = 0; place < Math.max(name.possibleAccounts(), found.size()); place++) {
      var account = place < found.size() ? found.get(place) : null;
      var guessed = !limits.allowFor(account, name, place);
      var home = account != null && atHome.contains(account.id());
      candidates.add(new Candidate(account, home, guessed));
    }
    return candidates;
  }

  private sealed interface Match {}

  private record Somebody(Account account) implements Match {}

  private record Nobody() implements Match {}

  private record Busy() implements Match {}

  /** As many hashes for nobody as for somebody. */
  private Match find(List<Candidate> candidates, String password) {
    Optional<Account> found = Optional.empty();
    for (var candidate : candidates) {
      var fits = passwords.matches(password, candidate.hash().orElse(null));
      if (fits.isEmpty()) return new Busy();
      if (fits.get()) found = Optional.ofNullable(candidate.account());
    }
    return found.<Match>map(Somebody::new).orElseGet(Nobody::new);
  }

  private void tell(List<Candidate> candidates, HttpServletRequest request) {
    var address = request.getRemoteAddr();
    var browser = KnownBrowsers.kind(request);
    var now = clock.instant();
    transaction.executeWithoutResult(
        status ->
            candidates.stream()
                .map(candidate -> new SignInFailed(candidate.id(), address, browser, now))
                .forEach(events::publishEvent));
  }
}
