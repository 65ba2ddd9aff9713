package org.motcua.identity.stepup;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import org.motcua.identity.LevelOfAssurance;
import org.motcua.identity.access.HalfFilledRequests;
import org.springframework.stereotype.Component;
import org.springframework.web.util.UriComponentsBuilder;

/**
 * Asks a person who he is, in the middle of what a program at the other end has begun, and then
 * goes on at an address of the portal. Each method says where to send the browser.
 */
@Component
public class AskPerson {

  private static final String SIGN_IN = "/sign-in";

  private final HalfFilledRequests requests;
  private final Clock clock;

  AskPerson(HalfFilledRequests requests, Clock clock) {
    this.requests = requests;
    this.clock = clock;
  }

  /**
   * To sign in.
   *
   * @param name what to write into the field for it; may be empty
   */
  public String who(String goOnAt, String name, HttpServletRequest request) {
    requests.goOnAt(goOnAt, request);
    return name.isEmpty()
        ? SIGN_IN
        : UriComponentsBuilder.fromPath(SIGN_IN)
            .queryParam("name", "{name}")
            .encode()
            .buildAndExpand(name)
            .toUriString();
  }

  /** Somebody who is signed in, to show more. */
  public String forLevel(LevelOfAssurance level, String goOnAt, HttpServletRequest request) {
    requests.goOnAt(goOnAt, request);
    NeededLevel.ask(level, request);
    return StepUpController.PAGE;
  }

  /** Somebody who is signed in, to show again that it is he. */
  public String again(String goOnAt, HttpServletRequest request) {
    requests.goOnAt(goOnAt, request);
    NeededLevel.askSince(clock.instant().truncatedTo(ChronoUnit.MILLIS), request);
    return StepUpController.PAGE;
  }
}
