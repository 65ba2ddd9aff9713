package org.motcua.simulators.agency.signon;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Map;
import org.springframework.security.oauth2.core.OAuth2AuthenticationException;
import org.springframework.security.oauth2.core.OAuth2Error;
import org.springframework.security.web.servlet.util.matcher.PathPatternRequestMatcher;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Takes answers from the portal alone (RFC 9207): an answer names who gives it, and one that names
 * another, or nobody although the portal always does, is not exchanged for anything.
 */
class ResponseIssuerFilter extends OncePerRequestFilter {

  private static final PathPatternRequestMatcher ANSWERS =
      PathPatternRequestMatcher.withDefaults().matcher("/login/oauth2/code/*");
  private static final String ALWAYS_NAMED = "authorization_response_iss_parameter_supported";

  private final Provider provider;
  private final SignInFailed failed;

  ResponseIssuerFilter(Provider provider, SignInFailed failed) {
    this.provider = provider;
    this.failed = failed;
  }

  @Override
  protected boolean shouldNotFilter(HttpServletRequest request) {
    return !ANSWERS.matches(request);
  }

  @Override
  protected void doFilterInternal(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    try {
      if (isFromPortal(request)) chain.doFilter(request, response);
      else failed.onAuthenticationFailure(request, response, mixedUp());
    } catch (PortalAwayException e) {
      failed.onAuthenticationFailure(request, response, SignInFailed.away(e));
    }
  }

  private boolean isFromPortal(HttpServletRequest request) {
    var portal = provider.registration().getProviderDetails();
    var named = request.getParameterValues("iss");
    if (named == null) return !alwaysNamed(portal.getConfigurationMetadata());
    return named.length == 1 && named[0].equals(portal.getIssuerUri());
  }

  private static boolean alwaysNamed(Map<String, Object> metadata) {
    return Boolean.TRUE.equals(metadata.get(ALWAYS_NAMED));
  }

  private static OAuth2AuthenticationException mixedUp() {
    return new OAuth2AuthenticationException(
        new OAuth2Error("invalid_issuer"), "The answer is not from the portal");
  }
}
