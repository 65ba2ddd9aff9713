package org.motcua.identity.mandates.acting;

import jakarta.servlet.http.HttpServletRequest;
import org.motcua.identity.PowerNeeded;
import org.motcua.platform.web.CurrentPage;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.servlet.ModelAndView;

/** Words for what is shut to one who acts for another. */
@ControllerAdvice
class ActingRefusals {

  private final CurrentPage pages;

  ActingRefusals(CurrentPage pages) {
    this.pages = pages;
  }

  @ExceptionHandler
  ModelAndView refuse(NotForRepresentatives refused, HttpServletRequest request) {
    return page("identity/mandates/acting/refused", HttpStatus.FORBIDDEN, request);
  }

  @ExceptionHandler
  ModelAndView refuse(PowerNeeded refused, HttpServletRequest request) {
    return page("identity/mandates/acting/beyond", HttpStatus.FORBIDDEN, request);
  }

  @ExceptionHandler
  ModelAndView refuse(OpenedForAnother refused, HttpServletRequest request) {
    return page("identity/mandates/acting/opened-for-another", HttpStatus.CONFLICT, request);
  }

  private ModelAndView page(String view, HttpStatus status, HttpServletRequest request) {
    var answer = new ModelAndView(view);
    answer.setStatus(status);
    answer.addObject("page", pages.of(request));
    return answer;
  }
}
