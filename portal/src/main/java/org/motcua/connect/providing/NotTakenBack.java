package org.motcua.connect.providing;

import java.time.Clock;
import org.motcua.connect.clients.KnownClients;
import org.motcua.connect.model.SignOn;
import org.motcua.connect.model.SignOnStore;
import org.motcua.connect.signons.RevokedTokens;
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
  private final SignOnStore signOns;
  private final RevokedTokens revoked;
  private final Clock clock;

  NotTakenBack(KnownClients clients, SignOnStore signOns, RevokedTokens revoked, Clock clock) {
    this.clients = clients;
    this.signOns = signOns;
    this.revoked = revoked;
    this.clock = clock;
  }

  @Override
  public OAuth2TokenValidatorResult validate(Jwt token) {
    return stands(AccessToken.of(token)) ? OAuth2TokenValidatorResult.success() : TAKEN_BACK;
  }

  private boolean stands(AccessToken token) {
    if (clients.find(token.client()).filter(it -> !it.closed()).isEmpty()) return false;
    return token.signOn() == null
        ? !revoked.contains(token.id())
        : signOns.find(token.signOn()).filter(this::isLive).isPresent();
  }

  private boolean isLive(SignOn signOn) {
    return signOn.live(clock.instant());
  }
}
