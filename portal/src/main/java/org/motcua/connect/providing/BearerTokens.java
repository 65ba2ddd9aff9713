package org.motcua.connect.providing;

import jakarta.servlet.http.HttpServletRequest;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.security.oauth2.core.OAuth2AuthenticationException;
import org.springframework.security.oauth2.server.resource.BearerTokenErrors;
import org.springframework.security.oauth2.server.resource.web.BearerTokenResolver;
import org.springframework.security.oauth2.server.resource.web.DefaultBearerTokenResolver;
import org.springframework.security.web.servlet.util.matcher.PathPatternRequestMatcher;
import org.springframework.security.web.util.matcher.RequestMatcher;
import org.springframework.stereotype.Component;

/**
 * Where a token stands in a request: in the header, and for userinfo also in a form that is posted
 * (OpenID Connect Core 5.3.1, RFC 6750 2.2); never in the address, which is written into logs.
 */
@Component
class BearerTokens {

  private static final RequestMatcher USER_INFO =
      PathPatternRequestMatcher.withDefaults().matcher("/userinfo");
  private static final String PARAMETER = "access_token";

  /** Not a bean: the programming interfaces take tokens from the header alone. */
  BearerTokenResolver resolver() {
    var header = new DefaultBearerTokenResolver();
    return request -> {
      var inHeader = header.resolve(request);
      var inForm = isForUserInfo(request) ? inForm(request) : null;
      if (inHeader != null && inForm != null) throw invalid("Found two tokens in the request");
      return inHeader == null ? inForm : inHeader;
    };
  }

  static boolean isForUserInfo(HttpServletRequest request) {
    return USER_INFO.matches(request);
  }

  private static @Nullable String inForm(HttpServletRequest request) {
    var values = request.getParameterValues(PARAMETER);
    if (!isForm(request) || values == null || isInAddress(request)) return null;
    if (values.length > 1) throw invalid("Found two tokens in the request");
    return values[0];
  }

  private static boolean isForm(HttpServletRequest request) {
    var type = request.getContentType();
    return HttpMethod.POST.matches(request.getMethod())
        && type != null
        && type.startsWith(MediaType.APPLICATION_FORM_URLENCODED_VALUE);
  }

  private static boolean isInAddress(HttpServletRequest request) {
    var query = request.getQueryString();
    return query != null && query.contains(PARAMETER);
  }

  private static OAuth2AuthenticationException invalid(String why) {
    return new OAuth2AuthenticationException(BearerTokenErrors.invalidRequest(why));
  }
}
