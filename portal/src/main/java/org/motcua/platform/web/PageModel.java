package org.motcua.platform.web;

import jakarta.servlet.http.HttpServletRequest;
import org.jspecify.annotations.Nullable;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.web.csrf.CsrfToken;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.servlet.resource.ResourceUrlProvider;

/** Puts the {@link Page} into the model of every page. */
@ControllerAdvice(annotations = Controller.class)
class PageModel {

  private final Messages messages;
  private final ResourceUrlProvider assets;

  PageModel(Messages messages, ResourceUrlProvider assets) {
    this.messages = messages;
    this.assets = assets;
  }

  @ModelAttribute("page")
  Page page(HttpServletRequest request) {
    return new Page(
        Language.of(LocaleContextHolder.getLocale()),
        messages,
        viewer(SecurityContextHolder.getContext().getAuthentication()),
        (CsrfToken) request.getAttribute(CsrfToken.class.getName()),
        request.getRequestURI(),
        request.getQueryString(),
        assets);
  }

  private static @Nullable Viewer viewer(@Nullable Authentication authentication) {
    return authentication != null && authentication.getPrincipal() instanceof Viewer viewer
        ? viewer
        : null;
  }
}
