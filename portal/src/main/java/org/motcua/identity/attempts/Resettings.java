package org.motcua.identity.attempts;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.util.Optional;
import org.motcua.identity.AccountId;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Forgotten passwords: once a browser has shown by a code that it has the account's phone, whatever
 * it shows besides leads to a new password and not to a session.
 */
@Component
public class Resettings {

  /** Where the new password is set. */
  public static final String NEW_PASSWORD = "/forgotten-password/new";

  private final BrowserAttempts attempts;
  private final SecondWays ways;
  private final Clock clock;

  Resettings(BrowserAttempts attempts, SecondWays ways, Clock clock) {
    this.attempts = attempts;
    this.ways = ways;
    this.clock = clock;
  }

  /**
   * @param byPhoneAlone whether the phone is all that this person can show
   * @param enough whether all has been shown that is asked for
   */
  public record Resetting(AccountId account, boolean byPhoneAlone, boolean enough) {}

  @Transactional
  public void begin(AccountId account, HttpServletRequest request, HttpServletResponse response) {
    attempts.add(key -> Attempt.resetting(key, account), request, response);
  }

  /** Whose password this browser is about to set. */
  public Optional<Resetting> find(HttpServletRequest request) {
    return attempts
        .find(request)
        .filter(attempt -> attempt.resetting() && !attempt.finished())
        .flatMap(attempt -> attempt.whose().map(account -> of(account, attempt)));
  }

  private Resetting of(AccountId account, Attempt attempt) {
    var another = attempt.factors().size() > 1;
    var alone = !another && ways.openTo(account, attempt.factors()).isEmpty();
    return new Resetting(account, alone, another || alone);
  }

  /**
   * It is being set; what was shown serves for nothing else.
   *
   * @return false when another click has set it meanwhile
   */
  @Transactional
  public boolean finish(HttpServletRequest request) {
    var open = attempts.findForUpdate(request).filter(attempt -> !attempt.finished());
    open.ifPresent(attempt -> attempts.save(attempt.finished(clock.instant())));
    return open.isPresent();
  }

  /** For the second of two clicks. */
  public boolean hasJustFinished(HttpServletRequest request) {
    return attempts
        .find(request)
        .filter(attempt -> attempt.resetting() && attempt.endedJustNow(clock.instant()))
        .isPresent();
  }
}
