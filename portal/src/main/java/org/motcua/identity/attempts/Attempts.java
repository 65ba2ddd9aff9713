package org.motcua.identity.attempts;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.motcua.identity.AccountId;
import org.motcua.identity.AccountKind;
import org.motcua.identity.CurrentUser;
import org.motcua.identity.Factor;
import org.motcua.identity.LevelOfAssurance;
import org.motcua.identity.SignedIn;
import org.motcua.identity.model.Account;
import org.motcua.identity.model.AccountStore;
import org.motcua.identity.model.NewAccount;
import org.motcua.platform.audit.AuditTrail;
import org.motcua.platform.secrets.Vault;
import org.motcua.platform.web.Language;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.json.JsonMapper;

/**
 * Leads one browser from the first proof to a session. Whoever checks a password, a code, a passkey
 * or a signature calls {@link #prove} and redirects to where it says.
 *
 * <p>Two clicks on "confirm" come one after the other through the same locked row: the second is
 * given the session that the first has opened, since the browser only listens to the second.
 */
@Component
public class Attempts {

  private final AttemptStore attempts;
  private final AttemptCookie cookie;
  private final AccountStore accounts;
  private final Levels levels;
  private final SecondWays ways;
  private final KnownBrowsers browsers;
  private final OpenSession sessions;
  private final AuditTrail audit;
  private final ApplicationEventPublisher events;
  private final Vault vault;
  private final JsonMapper json;
  private final Clock clock;
  private final TransactionTemplate transaction;

  Attempts(
      AttemptStore attempts,
      AttemptCookie cookie,
      AccountStore accounts,
      Levels levels,
      SecondWays ways,
      KnownBrowsers browsers,
      OpenSession sessions,
      AuditTrail audit,
      ApplicationEventPublisher events,
      Vault vault,
      JsonMapper json,
      Clock clock,
      TransactionTemplate transaction) {
    this.attempts = attempts;
    this.cookie = cookie;
    this.accounts = accounts;
    this.levels = levels;
    this.ways = ways;
    this.browsers = browsers;
    this.sessions = sessions;
    this.audit = audit;
    this.events = events;
    this.vault = vault;
    this.json = json;
    this.clock = clock;
    this.transaction = transaction;
  }

  /**
   * Counts one more proven factor for the person at this browser.
   *
   * @return where to go: to the next step, or with the session open to where he wanted to go
   */
  public String prove(
      AccountId account,
      Factor factor,
      Language language,
      HttpServletRequest request,
      HttpServletResponse response) {
    return prove(account, factor, false, language, request, response);
  }

  /**
   * @param trusting whether this browser shall be asked for no second factor next time
   */
  public String prove(
      AccountId account,
      Factor factor,
      boolean trusting,
      Language language,
      HttpServletRequest request,
      HttpServletResponse response) {
    var destination =
        transaction.execute(
            status ->
                accounts
                    .find(account)
                    .filter(Account::letsIn)
                    .map(it -> prove(it, factor, trusting, language, request, response))
                    .orElse(Proven.REFUSED));
    return destination.address() == null
        ? ways.first(account, subject(request), language)
        : destination.address();
  }

  /**
   * @param address null where another factor is to be shown
   */
  private record Proven(@Nullable String address) {
    static final Proven REFUSED = new Proven("/sign-in");
    static final Proven GO_ON = new Proven(null);
  }

  private Proven prove(
      Account account,
      Factor factor,
      boolean trusting,
      Language language,
      HttpServletRequest request,
      HttpServletResponse response) {
    var earlier = forUpdate(request).filter(it -> it.isOf(account.id()));
    var echo = earlier.filter(it -> it.echoes(clock.instant()) && it.endedWith(factor));
    if (echo.isPresent()) return echo(echo.get(), request, response);
    var going = earlier.filter(it -> !it.finished());
    var attempt = going.orElseGet(() -> begin(account, Set.of(), request, response)).with(factor);
    if (trusting) attempt = attempt.trustingThisBrowser();
    var level = levels.of(account.id(), attempt.factors());
    if (level.atLeast(attempt.wanted())) {
      return finish(attempt, account, level, language, request, response);
    }
    attempts.save(attempt);
    return Proven.GO_ON;
  }

  private Proven echo(Attempt finished, HttpServletRequest request, HttpServletResponse response) {
    if (finished.sessionId() == null) return Proven.REFUSED;
    sessions.rejoin(finished.sessionId(), request, response);
    return new Proven(finished.destination());
  }

  private Proven finish(
      Attempt attempt,
      Account account,
      LevelOfAssurance level,
      Language language,
      HttpServletRequest request,
      HttpServletResponse response) {
    var now = clock.instant();
    accounts.setLanguage(account.id(), language);
    var opened = sessions.open(user(account, level), request, response);
    attempts.save(attempt.finished(now, opened.id(), opened.destination()));
    var newBrowser = browsers.meet(account.id(), request, response);
    if (attempt.trusting() && mayTrust(account, level)) {
      browsers.trust(account.id(), request, response);
    }
    audit.record(
        "account:" + account.id(),
        "identity.signed-in",
        "account",
        account.id().toString(),
        Map.of(
            "kind", account.kind().name(),
            "level", level.acr(),
            "factors", attempt.factors().stream().map(Factor::name).sorted().toList()));
    events.publishEvent(
        new SignedIn(
            account.id(),
            attempt.factors(),
            level,
            request.getRemoteAddr(),
            KnownBrowsers.kind(request),
            newBrowser,
            now));
    return new Proven(opened.destination());
  }

  /** Whoever acts for another, and only had to show more, goes on acting for him. */
  private static CurrentUser user(Account account, LevelOfAssurance level) {
    var before = signedIn();
    return before != null && before.acting() != null && before.signedIn().equals(account.id())
        ? new CurrentUser(before.id(), before.kind(), before.name(), level, before.acting())
        : account.user(level);
  }

  private static boolean mayTrust(Account account, LevelOfAssurance level) {
    return account.kind() != AccountKind.OFFICER && level.atLeast(LevelOfAssurance.LOA2);
  }

  /**
   * For somebody who is signed in and is now asked for more than a password.
   *
   * @return where to show it
   */
  public String stepUp(
      CurrentUser user,
      Language language,
      HttpServletRequest request,
      HttpServletResponse response) {
    transaction.executeWithoutResult(
        status ->
            accounts
                .find(user.signedIn())
                .ifPresent(account -> begin(account, Set.of(Factor.PASSWORD), request, response)));
    return ways.first(user.signedIn(), subject(request), language);
  }

  /**
   * Keeps an account to be until its phone is confirmed in this browser; whoever goes back and
   * mends his form keeps the code that is on its way.
   */
  public void register(
      NewAccount account, HttpServletRequest request, HttpServletResponse response) {
    var hidden = vault.seal(json.writeValueAsBytes(account));
    transaction.executeWithoutResult(
        status -> {
          var earlier = forUpdate(request).filter(it -> it.registration() != null);
          if (earlier.isPresent()) {
            attempts.save(Attempt.registering(earlier.get().key(), hidden));
          } else {
            add(key -> Attempt.registering(key, hidden), request, response);
          }
        });
  }

  /** The account to be, and nobody else's click meanwhile; empty where there is none. */
  public Optional<NewAccount> registration(HttpServletRequest request) {
    return forUpdate(request)
        .flatMap(attempt -> Optional.ofNullable(attempt.registration()))
        .map(hidden -> json.readValue(vault.open(hidden), NewAccount.class));
  }

  public boolean isRegistering(HttpServletRequest request) {
    return key(request)
        .flatMap(attempts::find)
        .filter(attempt -> attempt.registration() != null)
        .isPresent();
  }

  /** The account is there; from here on registering is signing in. */
  public void registered(AccountId account, HttpServletRequest request) {
    forUpdate(request).ifPresent(attempt -> attempts.save(attempt.of(account)));
  }

  /** Nothing comes of it. */
  public void giveUp(HttpServletRequest request) {
    key(request).ifPresent(attempts::remove);
  }

  /** Whose second factor this browser is to show; empty before the first and after the last. */
  public Optional<AccountId> waiting(HttpServletRequest request) {
    return key(request)
        .flatMap(attempts::find)
        .filter(attempt -> !attempt.finished())
        .flatMap(attempt -> Optional.ofNullable(attempt.account()));
  }

  /** Whose session this browser has just been given: for the second of two clicks. */
  public Optional<AccountId> justFinished(HttpServletRequest request) {
    return key(request)
        .flatMap(attempts::find)
        .filter(attempt -> attempt.echoes(clock.instant()))
        .flatMap(attempt -> Optional.ofNullable(attempt.account()));
  }

  /**
   * What stands for this browser's attempt where a code is sent for it: good in no other browser.
   */
  public String subject(HttpServletRequest request) {
    return key(request).map(Base64.getEncoder()::encodeToString).orElse("");
  }

  private Attempt begin(
      Account account,
      Set<Factor> factors,
      HttpServletRequest request,
      HttpServletResponse response) {
    var wanted = factors.isEmpty() ? wanted(account, request) : LevelOfAssurance.LOA2;
    return add(key -> Attempt.begun(key, account.id(), factors, wanted), request, response);
  }

  private LevelOfAssurance wanted(Account account, HttpServletRequest request) {
    return account.kind() != AccountKind.OFFICER && browsers.isTrusted(account.id(), request)
        ? LevelOfAssurance.LOA1
        : LevelOfAssurance.LOA2;
  }

  private interface UnderKey {
    Attempt with(byte[] key);
  }

  /** Under the token that the browser has, so that its second click finds it; else a fresh one. */
  private Attempt add(UnderKey made, HttpServletRequest request, HttpServletResponse response) {
    var own = key(request).map(made::with);
    if (own.isPresent() && attempts.add(own.get())) return own.get();
    var token = BrowserToken.fresh();
    cookie.give(request, response, token);
    var attempt = made.with(BrowserToken.hash(token));
    attempts.add(attempt);
    return attempt;
  }

  private Optional<Attempt> forUpdate(HttpServletRequest request) {
    return key(request).flatMap(attempts::findForUpdate);
  }

  private Optional<byte[]> key(HttpServletRequest request) {
    return Optional.ofNullable(cookie.read(request)).map(BrowserToken::hash);
  }

  private static @Nullable CurrentUser signedIn() {
    var authentication = SecurityContextHolder.getContext().getAuthentication();
    return authentication != null && authentication.getPrincipal() instanceof CurrentUser user
        ? user
        : null;
  }

  /** All the ways open to this person, the surest first. */
  public List<SecondWay> waysOf(AccountId account) {
    return ways.openTo(account);
  }
}
