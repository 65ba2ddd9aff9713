package org.motcua.benchmarks;

import java.util.concurrent.ThreadLocalRandom;
import org.motcua.benchmarks.KeptConnection.Answer;

/**
 * Somebody who is signed in at the portal and opens an agency's: the browser is sent to us and back
 * with a code, which the agency's server exchanges. Whole sign-ins, and their steps.
 */
final class CodeSignIn implements Load.Person {

  static final String WHOLE = "whole sign-in";
  static final String AUTHORIZE = "browser: asked for and given a code";
  static final String EXCHANGE = "agency: exchange the code";
  static final String USER_INFO = "agency: ask who it is";

  private final KeptConnection portal;
  private final AgencySystem agency;
  private final String cookies;
  private final boolean asksWhoItIs;

  /**
   * @param cookies of a browser whose owner has signed in and agreed
   */
  CodeSignIn(KeptConnection portal, AgencySystem agency, String cookies, boolean asksWhoItIs) {
    this.portal = portal;
    this.agency = agency;
    this.cookies = "Cookie: " + cookies + "\r\n";
    this.asksWhoItIs = asksWhoItIs;
  }

  @Override
  public void doItOnce(Timings timings) throws Exception {
    timings.time(WHOLE, () -> signIn(timings));
  }

  /** The tokens, as the portal has answered with them. */
  Answer signIn(Timings timings) throws Exception {
    var state = Long.toHexString(ThreadLocalRandom.current().nextLong());
    var sentBack =
        timings.time(AUTHORIZE, () -> portal.get(agency.authorize(state), cookies).leadsTo());
    var code = agency.code(sentBack, state);
    var tokens = timings.time(EXCHANGE, () -> agency.exchange(portal, code));
    if (asksWhoItIs) {
      var token = tokens.member("access_token");
      timings.time(USER_INFO, () -> agency.userInfo(portal, token));
    }
    return tokens;
  }
}
