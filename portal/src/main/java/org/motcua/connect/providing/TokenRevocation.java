package org.motcua.connect.providing;

import java.time.Instant;
import java.util.Objects;
import java.util.UUID;
import org.motcua.connect.model.SignOnStore;
import org.motcua.connect.signons.EndSignOns;
import org.motcua.connect.signons.StandingTokens;
import org.springframework.security.authentication.AuthenticationProvider;
import org.springframework.security.core.Authentication;
import org.springframework.security.oauth2.core.OAuth2AccessToken;
import org.springframework.security.oauth2.core.OAuth2AuthenticationException;
import org.springframework.security.oauth2.core.OAuth2ErrorCodes;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.oauth2.jwt.JwtException;
import org.springframework.security.oauth2.server.authorization.authentication.OAuth2ClientAuthenticationToken;
import org.springframework.security.oauth2.server.authorization.authentication.OAuth2TokenRevocationAuthenticationToken;
import org.springframework.stereotype.Component;

/**
 * A client gives a token back (RFC 7009). One of a person, whichever of its kinds, ends the
 * sign-on; what is not a token of this client is answered in the same way, and nothing happens.
 */
@Component
class TokenRevocation implements AuthenticationProvider {

  private final JwtDecoder decoder;
  private final Handles handles;
  private final SignOnStore signOns;
  private final EndSignOns endSignOns;
  private final StandingTokens standing;

  TokenRevocation(
      JwtDecoder decoder,
      Handles handles,
      SignOnStore signOns,
      EndSignOns endSignOns,
      StandingTokens standing) {
    this.decoder = decoder;
    this.handles = handles;
    this.signOns = signOns;
    this.endSignOns = endSignOns;
    this.standing = standing;
  }

  @Override
  public boolean supports(Class<?> authentication) {
    return OAuth2TokenRevocationAuthenticationToken.class.isAssignableFrom(authentication);
  }

  @Override
  public Authentication authenticate(Authentication authentication) {
    var asked = (OAuth2TokenRevocationAuthenticationToken) authentication;
    if (!(asked.getPrincipal() instanceof OAuth2ClientAuthenticationToken client)
        || !client.isAuthenticated()) {
      throw new OAuth2AuthenticationException(OAuth2ErrorCodes.INVALID_CLIENT);
    }
    var clientId = Objects.toString(client.getPrincipal());
    handles
        .openRefresh(asked.getToken())
        .ifPresentOrElse(
            handle -> end(handle.signOn(), clientId), () -> revoke(asked.getToken(), clientId));
    return new OAuth2TokenRevocationAuthenticationToken(given(asked.getToken()), client);
  }

  private void end(UUID id, String client) {
    signOns
        .find(id)
        .filter(signOn -> signOn.client().value().equals(client))
        .ifPresent(signOn -> endSignOns.endQuietly(id));
  }

  private void revoke(String token, String client) {
    try {
      var access = AccessToken.of(decoder.decode(token));
      if (!client.equals(access.client().value())) return;
      if (access.signOn() == null) standing.revoke(access.id(), access.expiresAt());
      else end(access.signOn(), client);
    } catch (JwtException worthNothing) {
      // which is what was wanted
    }
  }

  private static OAuth2AccessToken given(String token) {
    return new OAuth2AccessToken(
        OAuth2AccessToken.TokenType.BEARER, token, Instant.EPOCH, Instant.MAX);
  }
}
