package org.motcua.identity.stepup;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
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

  private static final String ATTRIBUTE = NeededLevel.class.getName();
  private static final String FRESH = FreshProofNeeded.class.getName();

  private final HalfFilledRequests halfFilled;

  NeededLevel(HalfFilledRequests halfFilled) {
    this.halfFilled = halfFilled;
  }

  @ExceptionHandler
  String ask(LevelNeeded needed, HttpServletRequest request, HttpServletResponse response) {
    halfFilled.saveRequest(request, response);
    request.getSession().setAttribute(ATTRIBUTE, needed.level().name());
    request.getSession().removeAttribute(FRESH);
    return "redirect:" + StepUpController.PAGE;
  }

  @ExceptionHandler
  String ask(FreshProofNeeded needed, HttpServletRequest request, HttpServletResponse response) {
    halfFilled.saveRequest(request, response);
    request.getSession().removeAttribute(ATTRIBUTE);
    request.getSession().setAttribute(FRESH, true);
    return "redirect:" + StepUpController.PAGE;
  }

  static boolean isFreshProof(HttpServletRequest request) {
    var session = request.getSession(false);
    return session != null && session.getAttribute(FRESH) != null;
  }

  static LevelOfAssurance of(HttpServletRequest request) {
    var session = request.getSession(false);
    return session != null && session.getAttribute(ATTRIBUTE) instanceof String name
        ? LevelOfAssurance.valueOf(name)
        : LevelOfAssurance.LOA2;
  }
}
