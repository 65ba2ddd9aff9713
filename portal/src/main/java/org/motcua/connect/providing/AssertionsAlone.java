package org.motcua.connect.providing;

import com.nimbusds.jwt.SignedJWT;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import java.text.ParseException;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.Authentication;
import org.springframework.security.oauth2.core.endpoint.OAuth2ParameterNames;
import org.springframework.security.oauth2.server.authorization.web.authentication.JwtClientAssertionAuthenticationConverter;
import org.springframework.security.web.authentication.AuthenticationConverter;

/**
 * A client's assertion says already who it is, so {@code client_id} may be left out beside it (RFC
 * 7521, 4.2); Spring wants it all the same. Whether the assertion is right is looked at later.
 */
final class AssertionsAlone implements AuthenticationConverter {

  private final AuthenticationConverter spring = new JwtClientAssertionAuthenticationConverter();

  @Override
  public @Nullable Authentication convert(HttpServletRequest request) {
    var named = request.getParameter(OAuth2ParameterNames.CLIENT_ID) != null;
    var subject = named ? null : subjectIn(request);
    return spring.convert(subject == null ? request : new Named(request, subject));
  }

  /** Whose assertion it is, as it says itself. */
  static @Nullable String subjectIn(HttpServletRequest request) {
    var assertion = request.getParameter(OAuth2ParameterNames.CLIENT_ASSERTION);
    if (assertion == null) return null;
    try {
      return SignedJWT.parse(assertion).getJWTClaimsSet().getSubject();
    } catch (ParseException notAnAssertion) {
      return null;
    }
  }

  /** The same request, as if the client had said who it is. */
  private static final class Named extends HttpServletRequestWrapper {

    private final String client;

    Named(HttpServletRequest request, String client) {
      super(request);
      this.client = client;
    }

    @Override
    public Map<String, String[]> getParameterMap() {
      var parameters = new HashMap<>(super.getParameterMap());
      parameters.put(OAuth2ParameterNames.CLIENT_ID, new String[] {client});
      return parameters;
    }
  }
}
