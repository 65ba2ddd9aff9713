package org.motcua.connect.providing;

import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.security.authentication.AuthenticationProvider;
import org.springframework.security.core.Authentication;
import org.springframework.security.oauth2.core.OAuth2AuthenticationException;
import org.springframework.security.oauth2.core.OAuth2ErrorCodes;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.oauth2.jwt.JwtException;
import org.springframework.security.oauth2.server.authorization.OAuth2TokenIntrospection;
import org.springframework.security.oauth2.server.authorization.authentication.OAuth2ClientAuthenticationToken;
import org.springframework.security.oauth2.server.authorization.authentication.OAuth2TokenIntrospectionAuthenticationToken;
import org.springframework.security.oauth2.server.resource.authentication.JwtAuthenticationToken;
import org.springframework.stereotype.Component;

/**
 * Whether an access token is good (RFC 7662). A client asks about its own tokens and no others;
 * agencies' systems of 2020 show the token itself instead of their secret.
 */
@Component
class TokenCheck implements AuthenticationProvider {

  private final JwtDecoder decoder;
  private final String issuer;

  TokenCheck(JwtDecoder decoder, @Value("${motcua.public-url}") String issuer) {
    this.decoder = decoder;
    this.issuer = issuer;
  }

  @Override
  public boolean supports(Class<?> authentication) {
    return OAuth2TokenIntrospectionAuthenticationToken.class.isAssignableFrom(authentication);
  }

  @Override
  public Authentication authenticate(Authentication authentication) {
    var asked = (OAuth2TokenIntrospectionAuthenticationToken) authentication;
    var asker = (Authentication) asked.getPrincipal();
    var client = clientOf(asker, asked.getToken());
    if (client == null) throw new OAuth2AuthenticationException(OAuth2ErrorCodes.INVALID_CLIENT);
    var token = decoded(asked.getToken(), asker);
    var answer =
        token != null && client.equals(AccessToken.of(token).client().value())
            ? active(token)
            : OAuth2TokenIntrospection.builder().build();
    return new OAuth2TokenIntrospectionAuthenticationToken(asked.getToken(), asker, answer);
  }

  private static @Nullable String clientOf(Authentication asker, String token) {
    return switch (asker) {
      case OAuth2ClientAuthenticationToken client when client.isAuthenticated() ->
          Objects.toString(client.getPrincipal());
      case JwtAuthenticationToken shown when shown.getToken().getTokenValue().equals(token) ->
          AccessToken.of(shown.getToken()).client().value();
      default -> null;
    };
  }

  private @Nullable Jwt decoded(String token, Authentication asker) {
    if (asker instanceof JwtAuthenticationToken shown) return shown.getToken();
    try {
      return decoder.decode(token);
    } catch (JwtException notGood) {
      return null;
    }
  }

  private OAuth2TokenIntrospection active(Jwt token) {
    var read = AccessToken.of(token);
    var answer =
        OAuth2TokenIntrospection.builder(true)
            .clientId(read.client().value())
            .tokenType("Bearer")
            .subject(read.subject())
            .issuer(issuer)
            .audience(issuer)
            .id(read.id())
            .issuedAt(read.issuedAt())
            .expiresAt(read.expiresAt())
            .claim(Claim.AGENCY, read.agency());
    read.scopes().forEach(answer::scope);
    for (var name : List.of("acr", "act")) {
      Object value = token.getClaim(name);
      if (value != null) answer.claim(name, value);
    }
    return answer.build();
  }
}
