package org.motcua.connect.providing;

import jakarta.servlet.http.HttpServletRequest;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.motcua.connect.ClientId;
import org.motcua.connect.clients.KnownClients;
import org.motcua.connect.model.Client;
import org.springframework.security.core.Authentication;
import org.springframework.security.oauth2.core.OAuth2AuthenticationException;
import org.springframework.security.oauth2.core.OAuth2Error;
import org.springframework.security.oauth2.core.OAuth2ErrorCodes;
import org.springframework.security.oauth2.server.authorization.authentication.OAuth2ClientAuthenticationToken;
import org.springframework.security.oauth2.server.authorization.authentication.OAuth2ClientCredentialsAuthenticationToken;
import org.springframework.security.oauth2.server.authorization.web.authentication.OAuth2ClientCredentialsAuthenticationConverter;
import org.springframework.security.web.authentication.AuthenticationConverter;

/**
 * What a program asks to be let do. One that names nothing gets all that is open to it today (RFC
 * 6749, 3.3), so that the same request serves in the sandbox and later.
 *
 * <p>Not a bean: Spring takes one of this type for the reader of all interfaces' tokens.
 */
final class ProgramScopes implements AuthenticationConverter {

  private final AuthenticationConverter spring =
      new OAuth2ClientCredentialsAuthenticationConverter();
  private final KnownClients clients;

  ProgramScopes(KnownClients clients) {
    this.clients = clients;
  }

  @Override
  public @Nullable Authentication convert(HttpServletRequest request) {
    var converted = spring.convert(request);
    if (!(converted instanceof OAuth2ClientCredentialsAuthenticationToken asked)
        || !(asked.getPrincipal() instanceof OAuth2ClientAuthenticationToken principal)) {
      return converted;
    }
    var client = clients.get(new ClientId(principal.getName()));
    if (asked.getScopes().isEmpty()) {
      return new OAuth2ClientCredentialsAuthenticationToken(
          principal, client.openScopes(), asked.getAdditionalParameters());
    }
    requireOpen(asked, client);
    return asked;
  }

  /** Whoever is registered for it would look for his mistake in vain. */
  private static void requireOpen(OAuth2ClientCredentialsAuthenticationToken asked, Client client) {
    var notYet = new TreeSet<>(asked.getScopes());
    notYet.retainAll(client.apiScopes());
    notYet.removeAll(client.openScopes());
    if (notYet.isEmpty()) return;
    var why = "Not open in the sandbox: " + String.join(" ", notYet) + ". Ask without scope.";
    throw new OAuth2AuthenticationException(
        new OAuth2Error(OAuth2ErrorCodes.INVALID_SCOPE, why, null));
  }
}
