package org.motcua.identity.stepup;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Instant;
import java.util.Optional;
import org.motcua.identity.LevelNeeded;
import org.motcua.identity.LevelOfAssurance;
import org.motcua.identity.access.HalfFilledRequests;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;

/** Keeps the request that needs more, and asks for it. */
@ControllerAdvice
@Order(Ordered.HIGHEST_PRECEDENCE)
class NeededLevel {

  private static final String LEVEL = NeededLevel.class.getName();
  private static final String SINCE = FreshProofNeeded.class.getName();

  private final HalfFilledRequests halfFilled;

  NeededLevel(HalfFilledRequests halfFilled) {
    this.halfFilled = halfFilled;
  }

  @ExceptionHandler
  String ask(LevelNeeded needed, HttpServletRequest request, HttpServletResponse response) {
    halfFilled.saveRequest(request, response);
    ask(needed.level(), request);
    return "redirect:" + StepUpController.PAGE;
  }

  @ExceptionHandler
  String ask(FreshProofNeeded needed, HttpServletRequest request, HttpServletResponse response) {
    halfFilled.saveRequest(request, response);
    askSince(needed.since(), request);
    return "redirect:" + StepUpController.PAGE;
  }

  static void ask(LevelOfAssurance level, HttpServletRequest request) {
    request.getSession().setAttribute(LEVEL, level.name());
    request.getSession().removeAttribute(SINCE);
  }

  static void askSince(Instant moment, HttpServletRequest request) {
    request.getSession().removeAttribute(LEVEL);
    request.getSession().setAttribute(SINCE, moment);
  }

  /** Since when a factor must have been shown; empty where it is a level that is missing. */
  static Optional<Instant> since(HttpServletRequest request) {
    var session = request.getSession(false);
    return session != null && session.getAttribute(SINCE) instanceof Instant moment
        ? Optional.of(moment)
        : Optional.empty();
  }

  static LevelOfAssurance of(HttpServletRequest request) {
    var session = request.getSession(false);
    return session != null && session.getAttribute(LEVEL) instanceof String name
        ? LevelOfAssurance.valueOf(name)
        : LevelOfAssurance.LOA2;
  }
}
