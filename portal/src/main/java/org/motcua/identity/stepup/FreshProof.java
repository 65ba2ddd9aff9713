package org.motcua.identity.stepup;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.motcua.identity.CurrentUser;
import org.motcua.identity.LevelOfAssurance;
import org.motcua.identity.attempts.Attempts;
import org.springframework.stereotype.Component;

/**
 * What decides who may sign in later is not changed by whoever finds a session open: its holder
 * shows a factor anew, unless he has done so just now in this very browser.
 */
@Component
public class FreshProof {

  private static final Duration FRESH = Duration.ofMinutes(10);

  private final Attempts attempts;
  private final Clock clock;

  FreshProof(Attempts attempts, Clock clock) {
    this.attempts = attempts;
    this.clock = clock;
  }

  /** Goes on only with two factors, the last of them shown just now; otherwise he is asked. */
  public void require(CurrentUser user, HttpServletRequest request) {
    user.require(LevelOfAssurance.LOA2);
    var since = clock.instant().minus(FRESH);
    if (!isGivenSince(since, user, request)) throw new FreshProofNeeded(since);
  }

  boolean isGivenSince(Instant moment, CurrentUser user, HttpServletRequest request) {
    return attempts.provedSince(moment, user.signedIn(), request);
  }
}
