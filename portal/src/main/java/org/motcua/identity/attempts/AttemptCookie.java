package org.motcua.identity.attempts;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseCookie;
import org.springframework.stereotype.Component;
import org.springframework.web.util.WebUtils;

/**
 * The cookie that binds an attempt to sign in to one browser. It is given before the password is
 * typed, so that a second click finds what the first has begun.
 */
@Component
public class AttemptCookie {

  private static final String NAME = "motcua_attempt";
  private static final Duration KEPT = Duration.ofHours(1);

  /** Or the one that this very request's answer gives. */
  public @Nullable String read(HttpServletRequest request) {
    if (request.getAttribute(NAME) instanceof String given) return given;
    var cookie = WebUtils.getCookie(request, NAME);
    return cookie == null || cookie.getValue().isBlank() ? null : cookie.getValue();
  }

  public void giveIfAbsent(HttpServletRequest request, HttpServletResponse response) {
    if (read(request) == null) give(request, response, BrowserToken.fresh());
  }

  void give(HttpServletRequest request, HttpServletResponse response, String token) {
    request.setAttribute(NAME, token);
    var cookie =
        ResponseCookie.from(NAME, token)
            .httpOnly(true)
            .secure(request.isSecure())
            .sameSite("Lax")
            .path("/")
            .maxAge(KEPT)
            .build();
    response.addHeader(HttpHeaders.SET_COOKIE, cookie.toString());
  }
}
