package org.motcua.connect.providing;

import java.time.Clock;
import org.jspecify.annotations.Nullable;
import org.motcua.connect.model.SignOn;
import org.springframework.security.oauth2.core.OAuth2RefreshToken;
import org.springframework.security.oauth2.server.authorization.OAuth2TokenType;
import org.springframework.security.oauth2.server.authorization.token.OAuth2TokenContext;
import org.springframework.security.oauth2.server.authorization.token.OAuth2TokenGenerator;
import org.springframework.stereotype.Component;

/** The first refresh token of a sign-on; the later ones come of {@link RefreshGrant}. */
@Component
class RefreshTokens implements OAuth2TokenGenerator<OAuth2RefreshToken> {

  private final Handles handles;
  private final Clock clock;

  RefreshTokens(Handles handles, Clock clock) {
    this.handles = handles;
    this.clock = clock;
  }

  @Override
  public @Nullable OAuth2RefreshToken generate(OAuth2TokenContext context) {
    var authorization = context.getAuthorization();
    if (!OAuth2TokenType.REFRESH_TOKEN.equals(context.getTokenType()) || authorization == null) {
      return null;
    }
    return of(Authorizations.signOnOf(authorization), 0);
  }

  OAuth2RefreshToken of(SignOn signOn, int generation) {
    return new OAuth2RefreshToken(
        handles.refresh(signOn.id(), generation),
        clock.instant(),
        signOn.createdAt().plus(SignOn.LIFE));
  }
}
