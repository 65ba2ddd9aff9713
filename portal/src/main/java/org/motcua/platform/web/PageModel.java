package org.motcua.platform.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ModelAttribute;

/** Puts the {@link Page} into the model of every page. */
@ControllerAdvice(annotations = Controller.class)
class PageModel {

  /**
   * A page is sent when it is whole: a form far down may still set the cookie of its token, and a
   * failure half-way is answered by a page of its own.
   */
  private static final int LARGEST_PAGE_BYTES = 128 * 1024;

  private final CurrentPage pages;

  PageModel(CurrentPage pages) {
    this.pages = pages;
  }

  @ModelAttribute("page")
  Page page(HttpServletRequest request, HttpServletResponse response) {
    if (!response.isCommitted()) response.setBufferSize(LARGEST_PAGE_BYTES);
    return pages.of(request);
  }
}
