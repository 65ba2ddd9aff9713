package org.motcua.benchmarks;

import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Deque;
import java.util.function.Supplier;

/**
 * An agency's server that refreshes the tokens of many people in turn; with each refresh comes
 * another refresh token for the next.
 */
final class Refreshes implements Load.Person {

  static final String STEP = "refresh";

  private final KeptConnection portal;
  private final AgencySystem agency;
  private final Deque<String> tokens;
  private final Supplier<String> step;

  /**
   * @param step what it is counted as, asked each time
   */
  Refreshes(
      KeptConnection portal,
      AgencySystem agency,
      Collection<String> tokens,
      Supplier<String> step) {
    this.portal = portal;
    this.agency = agency;
    this.tokens = new ArrayDeque<>(tokens);
    this.step = step;
  }

  @Override
  public void doItOnce(Timings timings) throws Exception {
    var token = tokens.removeFirst();
    var answer = timings.time(step.get(), () -> agency.refresh(portal, token));
    tokens.addLast(answer.member("refresh_token"));
  }

  /** What a later measurement goes on with. */
  Collection<String> tokens() {
    return tokens;
  }
}
