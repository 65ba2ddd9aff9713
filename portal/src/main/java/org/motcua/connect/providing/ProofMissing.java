package org.motcua.connect.providing;

import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.oauth2.core.OAuth2AuthenticationException;
import org.springframework.security.oauth2.core.OAuth2ErrorCodes;
import org.springframework.security.oauth2.server.resource.web.BearerTokenAuthenticationEntryPoint;
import org.springframework.security.web.AuthenticationEntryPoint;
import org.springframework.stereotype.Component;

/**
 * Programs that come without any proof of who they are learn which is wanted: a token for userinfo
 * (RFC 6750, 3), the client's own for all else (RFC 6749, 5.2).
 */
@Component
class ProofMissing implements AuthenticationEntryPoint {

  private final AuthenticationEntryPoint tokenMissing = new BearerTokenAuthenticationEntryPoint();
  private final TokenRefusals refusals;

  ProofMissing(TokenRefusals refusals) {
    this.refusals = refusals;
  }

  @Override
  public void commence(
      HttpServletRequest request, HttpServletResponse response, AuthenticationException missing)
      throws IOException, ServletException {
    if (BearerTokens.isForUserInfo(request)) {
      tokenMissing.commence(request, response, missing);
    } else {
      var refused = new OAuth2AuthenticationException(OAuth2ErrorCodes.INVALID_CLIENT);
      refusals.onAuthenticationFailure(request, response, refused);
    }
  }
}
