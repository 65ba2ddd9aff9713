package org.motcua.platform.web;

import jakarta.servlet.http.HttpServletRequest;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ModelAttribute;

/** Puts the {@link Page} into the model of every page. */
@ControllerAdvice(annotations = Controller.class)
class PageModel {

  private final CurrentPage pages;

  PageModel(CurrentPage pages) {
    this.pages = pages;
  }

  @ModelAttribute("page")
  Page page(HttpServletRequest request) {
    return pages.of(request);
  }
}
