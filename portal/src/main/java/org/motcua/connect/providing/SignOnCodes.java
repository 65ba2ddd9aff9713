package org.motcua.connect.providing;

import java.time.Clock;
import org.jspecify.annotations.Nullable;
import org.motcua.connect.model.SignOn;
import org.motcua.platform.ids.NewId;
import org.springframework.security.oauth2.core.endpoint.OAuth2ParameterNames;
import org.springframework.security.oauth2.server.authorization.OAuth2AuthorizationCode;
import org.springframework.security.oauth2.server.authorization.token.OAuth2TokenContext;
import org.springframework.security.oauth2.server.authorization.token.OAuth2TokenGenerator;
import org.springframework.stereotype.Component;

/** Codes that name the sign-on which they begin. */
@Component
class SignOnCodes implements OAuth2TokenGenerator<OAuth2AuthorizationCode> {

  private final Handles handles;
  private final Clock clock;

  SignOnCodes(Handles handles, Clock clock) {
    this.handles = handles;
    this.clock = clock;
  }

  @Override
  public @Nullable OAuth2AuthorizationCode generate(OAuth2TokenContext context) {
    if (!OAuth2ParameterNames.CODE.equals(context.getTokenType().getValue())) return null;
    var now = clock.instant();
    return new OAuth2AuthorizationCode(handles.code(NewId.next()), now, now.plus(SignOn.CODE_LIFE));
  }
}
