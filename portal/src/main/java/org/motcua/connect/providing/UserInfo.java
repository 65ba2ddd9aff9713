package org.motcua.connect.providing;

import java.util.HashMap;
import java.util.Set;
import org.motcua.connect.clients.KnownClients;
import org.motcua.connect.model.SignOnStore;
import org.motcua.identity.DataAccesses;
import org.springframework.security.authentication.AuthenticationProvider;
import org.springframework.security.core.Authentication;
import org.springframework.security.oauth2.core.OAuth2AuthenticationException;
import org.springframework.security.oauth2.core.OAuth2ErrorCodes;
import org.springframework.security.oauth2.core.oidc.OidcUserInfo;
import org.springframework.security.oauth2.server.authorization.oidc.authentication.OidcUserInfoAuthenticationToken;
import org.springframework.security.oauth2.server.resource.authentication.JwtAuthenticationToken;
import org.springframework.stereotype.Component;

/**
 * Tells a client about the person who has signed on there. The decoder has found the token good,
 * and the person reads later who asked.
 */
@Component
class UserInfo implements AuthenticationProvider {

  private final SignOnStore signOns;
  private final KnownClients clients;
  private final PersonClaims personClaims;
  private final DataAccesses accesses;

  UserInfo(
      SignOnStore signOns, KnownClients clients, PersonClaims personClaims, DataAccesses accesses) {
    this.signOns = signOns;
    this.clients = clients;
    this.personClaims = personClaims;
    this.accesses = accesses;
  }

  @Override
  public boolean supports(Class<?> authentication) {
    return OidcUserInfoAuthenticationToken.class.isAssignableFrom(authentication);
  }

  @Override
  public Authentication authenticate(Authentication authentication) {
    var asked = (OidcUserInfoAuthenticationToken) authentication;
    if (!(asked.getPrincipal() instanceof JwtAuthenticationToken bearer)) {
      throw new OAuth2AuthenticationException(OAuth2ErrorCodes.INVALID_TOKEN);
    }
    var token = AccessToken.of(bearer.getToken());
    var id = token.signOn();
    if (id == null) throw new OAuth2AuthenticationException(OAuth2ErrorCodes.INSUFFICIENT_SCOPE);
    var signOn =
        signOns
            .find(id)
            .orElseThrow(() -> new OAuth2AuthenticationException(OAuth2ErrorCodes.INVALID_TOKEN));
    var client = clients.get(token.client());
    var claims = new HashMap<>(personClaims.of(signOn, Set.copyOf(token.scopes()), client));
    if (claims.isEmpty()) throw new OAuth2AuthenticationException(OAuth2ErrorCodes.INVALID_TOKEN);
    if (!client.sandbox()) {
      accesses.record(
          new DataAccesses.Seen(
              signOn.account(),
              // The same viewer's look at another person is another look.
              "account:" + signOn.account() + " client:" + client.id(),
              "connect.access.signOn",
              client.name()),
          new DataAccesses.Viewer.Program(client.id().value()),
          client.agency(),
          "connect.access.why");
    }
    return new OidcUserInfoAuthenticationToken(bearer, new OidcUserInfo(claims));
  }
}
