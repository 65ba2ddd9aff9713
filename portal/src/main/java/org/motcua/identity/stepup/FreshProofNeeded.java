package org.motcua.identity.stepup;

import java.time.Instant;

/** Like a level that is needed: the person is asked, and then the request goes on as it was. */
class FreshProofNeeded extends RuntimeException {

  private final Instant since;

  /**
   * @param since what was shown before does not count
   */
  FreshProofNeeded(Instant since) {
    super("Needs a factor shown since " + since);
    this.since = since;
  }

  Instant since() {
    return since;
  }
}
