package org.motcua.platform.web;

import jakarta.servlet.http.HttpServletRequest;
import org.jspecify.annotations.Nullable;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.web.csrf.CsrfToken;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.LocaleResolver;
import org.springframework.web.servlet.resource.ResourceUrlProvider;
import org.springframework.web.util.UriComponentsBuilder;

/**
 * Makes the {@link Page} of a request. Controllers find it in their model; who answers for an
 * exception asks for it here.
 */
@Component
public class CurrentPage {

  private final Messages messages;
  private final ResourceUrlProvider assets;
  private final LocaleResolver locales;
  private final OpenAddresses addresses;

  CurrentPage(
      Messages messages,
      ResourceUrlProvider assets,
      LocaleResolver locales,
      OpenAddresses addresses) {
    this.addresses = addresses;
    this.messages = messages;
    this.assets = assets;
    this.locales = locales;
  }

  public Page of(HttpServletRequest request) {
    return new Page(
        Language.of(LocaleContextHolder.getLocale()),
        messages,
        viewer(SecurityContextHolder.getContext().getAuthentication()),
        (CsrfToken) request.getAttribute(CsrfToken.class.getName()),
        request.getRequestURI(),
        request.getQueryString(),
        addresses.near(request, request.getRequestURI()),
        assets);
  }

  /** Touches neither session nor security: for pages that tell why those are away. */
  Page withoutSession(HttpServletRequest request, String path) {
    var open = addresses.near(request, path);
    return new Page(language(request), messages, null, null, path, null, open, assets);
  }

  /** The query is read by hand: asking for a parameter could read the body, and fail again. */
  private Language language(HttpServletRequest request) {
    var asked =
        request.getQueryString() == null
            ? null
            : UriComponentsBuilder.newInstance()
                .query(request.getQueryString())
                .build()
                .getQueryParams()
                .getFirst("lang");
    if (Language.ENGLISH.code().equals(asked)) return Language.ENGLISH;
    if (Language.VIETNAMESE.code().equals(asked)) return Language.VIETNAMESE;
    return Language.of(locales.resolveLocale(request));
  }

  private static @Nullable Viewer viewer(@Nullable Authentication authentication) {
    return authentication != null && authentication.getPrincipal() instanceof Viewer viewer
        ? viewer
        : null;
  }
}
