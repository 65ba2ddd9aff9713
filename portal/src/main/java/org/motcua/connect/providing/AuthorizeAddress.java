package org.motcua.connect.providing;

import jakarta.servlet.http.HttpServletRequest;
import org.springframework.security.web.servlet.util.matcher.PathPatternRequestMatcher;
import org.springframework.security.web.util.matcher.RequestMatcher;

/**
 * Where clients send people. Whether a request is for it is decided as Spring Security decides, by
 * what the address means: {@code /oauth2/%61uthorize} is it, too.
 */
public final class AuthorizeAddress {

  public static final String PATH = "/oauth2/authorize";

  private static final RequestMatcher MATCHER =
      PathPatternRequestMatcher.withDefaults().matcher(PATH);

  public static boolean is(HttpServletRequest request) {
    return MATCHER.matches(request);
  }

  private AuthorizeAddress() {}
}
