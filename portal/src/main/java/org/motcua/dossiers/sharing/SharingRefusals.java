package org.motcua.dossiers.sharing;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Locale;
import org.motcua.dossiers.access.SharingEnded;
import org.motcua.platform.web.CurrentPage;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.servlet.ModelAndView;

/** Words for who was invited to fill in a dossier and is no longer. */
@ControllerAdvice
class SharingRefusals {

  private final CurrentPage pages;

  SharingRefusals(CurrentPage pages) {
    this.pages = pages;
  }

  @ExceptionHandler
  ModelAndView refuse(SharingEnded ended, HttpServletRequest request) {
    var answer = new ModelAndView("dossiers/sharing/ended");
    answer.setStatus(HttpStatus.GONE);
    answer.addObject("page", pages.of(request));
    answer.addObject("why", ended.why().name().toLowerCase(Locale.ROOT));
    return answer;
  }
}
