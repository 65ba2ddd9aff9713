package org.motcua.identity.attempts;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.motcua.identity.AccountId;
import org.motcua.identity.AccountKind;
import org.motcua.identity.CurrentUser;
import org.motcua.identity.Factor;
import org.motcua.identity.LevelOfAssurance;
import org.motcua.identity.model.Account;
import org.motcua.identity.model.AccountStore;
import org.motcua.platform.web.Language;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Leads one browser from the first proof to a session. Whoever checks a password, a code, a passkey
 * or a signature calls {@link #prove} and redirects to where it says.
 *
 * <p>Two clicks on "confirm" come one after the other through the same locked row: the second is
 * given the session that the first has opened, since the browser only listens to the second.
 */
@Component
public class Attempts {

  static final String FROM_THE_BEGINNING = "/sign-in";

  private final BrowserAttempts attempts;
  private final AccountStore accounts;
  private final Levels levels;
  private final SecondWays ways;
  private final KnownBrowsers browsers;
  private final FinishAttempt finishAttempt;
  private final Clock clock;
  private final TransactionTemplate transaction;

  Attempts(
      BrowserAttempts attempts,
      AccountStore accounts,
      Levels levels,
      SecondWays ways,
      KnownBrowsers browsers,
      FinishAttempt finishAttempt,
      Clock clock,
      TransactionTemplate transaction) {
    this.attempts = attempts;
    this.accounts = accounts;
    this.levels = levels;
    this.ways = ways;
    this.browsers = browsers;
    this.finishAttempt = finishAttempt;
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
    var visit = new Visit(language, request, response);
    var destination =
        transaction.execute(
            status ->
                accounts
                    .find(account)
                    .filter(Account::letsIn)
                    .map(it -> prove(it, factor, trusting, visit))
                    .orElse(Optional.of(FROM_THE_BEGINNING)));
    return destination.orElseGet(() -> firstWay(account, language, request));
  }

  /** Empty where one more factor is to be shown. */
  private Optional<String> prove(Account account, Factor factor, boolean trusting, Visit visit) {
    var earlier = attempts.findForUpdate(visit.request()).filter(it -> it.isOf(account.id()));
    var firstClick = earlier.filter(it -> it.endedJustNowWith(factor, clock.instant()));
    if (firstClick.isPresent()) {
      return Optional.of(finishAttempt.finishedBefore(firstClick.get(), visit));
    }

    var attempt =
        earlier
            .filter(it -> !it.finished())
            .orElseGet(() -> begin(account, visit))
            .with(factor, trusting);
    if (attempt.resetting()) {
      attempts.save(attempt);
      return Optional.of(Resettings.NEW_PASSWORD);
    }
    var level = levels.of(account.id(), attempt.factors());
    if (level.atLeast(attempt.wanted())) {
      return Optional.of(finishAttempt.finish(attempt, account, level, visit));
    }
    attempts.save(attempt);
    return Optional.empty();
  }

  private Attempt begin(Account account, Visit visit) {
    var wanted =
        account.kind() != AccountKind.OFFICER && browsers.isTrusted(account.id(), visit.request())
            ? LevelOfAssurance.LOA1
            : LevelOfAssurance.LOA2;
    return attempts.add(
        key -> Attempt.begun(key, account.id(), wanted), visit.request(), visit.response());
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
                .ifPresent(
                    account ->
                        attempts.add(
                            key -> Attempt.goingOn(key, account.id()), request, response)));
    return firstWay(user.signedIn(), language, request);
  }

  /** Whose second factor this browser is to show; empty before the first and after the last. */
  public Optional<AccountId> waiting(HttpServletRequest request) {
    return attempts.find(request).filter(attempt -> !attempt.finished()).flatMap(Attempt::whose);
  }

  /** Whose session this browser has just been given: for the second of two clicks. */
  public Optional<AccountId> justFinished(HttpServletRequest request) {
    return attempts
        .find(request)
        .filter(attempt -> attempt.endedJustNow(clock.instant()))
        .flatMap(Attempt::whose);
  }

  /** Whether this person has shown the last factor in this browser after that moment. */
  public boolean provedSince(Instant moment, AccountId account, HttpServletRequest request) {
    return attempts
        .find(request)
        .filter(attempt -> attempt.isOf(account))
        .flatMap(attempt -> Optional.ofNullable(attempt.finishedAt()))
        .filter(moment::isBefore)
        .isPresent();
  }

  /** All the ways open to this person, the surest first. */
  public List<SecondWay> waysOf(AccountId account) {
    return ways.openTo(account, Set.of());
  }

  /** Those besides what has been shown in this browser already. */
  public List<SecondWay> waysOf(AccountId account, HttpServletRequest request) {
    return ways.openTo(account, shown(request));
  }

  /** Where the next thing is shown. */
  public String firstWay(AccountId account, Language language, HttpServletRequest request) {
    return ways.first(account, shown(request), subject(request), language);
  }

  private Set<Factor> shown(HttpServletRequest request) {
    return attempts.find(request).map(Attempt::factors).orElse(Set.of());
  }

  /**
   * What stands for this browser's attempt where a code is sent for it: good in no other browser.
   */
  public String subject(HttpServletRequest request) {
    return attempts.subject(request);
  }

  /** Nothing comes of it. */
  public void giveUp(HttpServletRequest request) {
    attempts.remove(request);
  }
}
