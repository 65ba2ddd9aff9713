package org.motcua.simulators.agency.signon;

import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.security.oauth2.client.registration.ClientRegistration;
import org.springframework.security.oauth2.core.OAuth2Error;
import org.springframework.security.oauth2.core.OAuth2TokenValidator;
import org.springframework.security.oauth2.core.OAuth2TokenValidatorResult;
import org.springframework.security.oauth2.jwt.Jwt;

/** The rules for a logout token: OpenID Connect Back-Channel Logout 1.0, section 2.6. */
class LogoutTokenValidator implements OAuth2TokenValidator<Jwt> {

  private static final String EVENT = "http://schemas.openid.net/event/backchannel-logout";

  private final @Nullable String issuer;
  private final String client;

  LogoutTokenValidator(ClientRegistration registration) {
    this.issuer = registration.getProviderDetails().getIssuerUri();
    this.client = registration.getClientId();
  }

  @Override
  public OAuth2TokenValidatorResult validate(Jwt token) {
    var fault = faultOf(token);
    return fault == null
        ? OAuth2TokenValidatorResult.success()
        : OAuth2TokenValidatorResult.failure(new OAuth2Error("invalid_request", fault, null));
  }

  private @Nullable String faultOf(Jwt token) {
    if (!Objects.equals(token.getClaimAsString("iss"), issuer)) return "iss is not the portal";
    if (token.getAudience() == null || !token.getAudience().contains(client))
      return "aud is not this client";
    if (token.getIssuedAt() == null || token.getExpiresAt() == null) return "iat or exp is missing";
    if (token.getId() == null) return "jti is missing";
    if (token.getSubject() == null && token.getClaimAsString("sid") == null)
      return "sub and sid are both missing";
    if (!(token.getClaim("events") instanceof Map<?, ?> events)
        || !(events.get(EVENT) instanceof Map<?, ?>)) return "events does not tell of a logout";
    if (token.hasClaim("nonce")) return "nonce must not be there";
    return null;
  }
}
