package org.motcua.identity.stepup;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Duration;
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

  FreshProof(Attempts attempts) {
    this.attempts = attempts;
  }

  /** Goes on only with two factors, the last of them shown just now; otherwise he is asked. */
  public void require(CurrentUser user, HttpServletRequest request) {
    user.require(LevelOfAssurance.LOA2);
    if (!isGiven(user, request)) throw new FreshProofNeeded();
  }

  boolean isGiven(CurrentUser user, HttpServletRequest request) {
    return attempts.provedWithin(FRESH, user.signedIn(), request);
  }
}
