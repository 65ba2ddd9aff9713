package org.motcua.connect.providing;

import jakarta.servlet.Filter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.http.HttpMethod;
import org.springframework.security.oauth2.core.OAuth2AuthenticationException;
import org.springframework.security.oauth2.core.OAuth2Error;
import org.springframework.security.oauth2.core.OAuth2ErrorCodes;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * A program's request that says something twice may be read in two ways, and is refused (RFC 6749,
 * 3.2). What a person's browser brings is looked through where its answer is known.
 */
@Component
class RepeatedParameters {

  private final TokenRefusals refusals;

  RepeatedParameters(TokenRefusals refusals) {
    this.refusals = refusals;
  }

  Filter filter() {
    return new OncePerRequestFilter() {
      @Override
      protected void doFilterInternal(
          HttpServletRequest request, HttpServletResponse response, FilterChain chain)
          throws ServletException, IOException {
        if (request.getParameterMap().values().stream().allMatch(values -> values.length == 1)) {
          chain.doFilter(request, response);
          return;
        }
        var error =
            new OAuth2Error(
                OAuth2ErrorCodes.INVALID_REQUEST, "A parameter is there more than once", null);
        refusals.onAuthenticationFailure(
            request, response, new OAuth2AuthenticationException(error));
      }

      @Override
      protected boolean shouldNotFilter(HttpServletRequest request) {
        return !HttpMethod.POST.matches(request.getMethod()) || AuthorizeAddress.is(request);
      }
    };
  }
}
