package org.motcua.connect.providing;

import org.motcua.connect.clients.KnownClients;
import org.motcua.connect.signons.StandingTokens;
import org.springframework.security.oauth2.core.OAuth2Error;
import org.springframework.security.oauth2.core.OAuth2ErrorCodes;
import org.springframework.security.oauth2.core.OAuth2TokenValidator;
import org.springframework.security.oauth2.core.OAuth2TokenValidatorResult;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.stereotype.Component;

/**
 * An access token is worth something as long as what it came from stands: the client, and the
 * sign-on or, for a program's token, that nobody has revoked it.
 */
@Component
class NotTakenBack implements OAuth2TokenValidator<Jwt> {

  private static final OAuth2TokenValidatorResult TAKEN_BACK =
      OAuth2TokenValidatorResult.failure(
          new OAuth2Error(OAuth2ErrorCodes.INVALID_TOKEN, "The token was revoked", null));

  private final KnownClients clients;
  private final StandingTokens standing;

  NotTakenBack(KnownClients clients, StandingTokens standing) {
    this.clients = clients;
    this.standing = standing;
  }

  @Override
  public OAuth2TokenValidatorResult validate(Jwt token) {
    return stands(AccessToken.of(token)) ? OAuth2TokenValidatorResult.success() : TAKEN_BACK;
  }

  private boolean stands(AccessToken token) {
    if (clients.find(token.client()).filter(it -> !it.closed()).isEmpty()) return false;
    return token.signOn() == null
        ? standing.standsToken(token.id())
        : standing.standsSignOn(token.signOn());
  }
}
