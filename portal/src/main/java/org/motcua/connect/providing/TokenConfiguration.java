package org.motcua.connect.providing;

import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.jwk.source.JWKSource;
import com.nimbusds.jose.proc.DefaultJOSEObjectTypeVerifier;
import com.nimbusds.jose.proc.JWSVerificationKeySelector;
import com.nimbusds.jose.proc.SecurityContext;
import com.nimbusds.jwt.proc.DefaultJWTProcessor;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.motcua.connect.keys.SigningKeys;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Primary;
import org.springframework.security.core.session.SessionInformation;
import org.springframework.security.core.session.SessionRegistry;
import org.springframework.security.oauth2.core.DelegatingOAuth2TokenValidator;
import org.springframework.security.oauth2.core.OAuth2Token;
import org.springframework.security.oauth2.core.OAuth2TokenValidatorResult;
import org.springframework.security.oauth2.jwt.JwtAudienceValidator;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.oauth2.jwt.JwtEncoder;
import org.springframework.security.oauth2.jwt.JwtIssuerValidator;
import org.springframework.security.oauth2.jwt.JwtTimestampValidator;
import org.springframework.security.oauth2.jwt.NimbusJwtDecoder;
import org.springframework.security.oauth2.jwt.NimbusJwtEncoder;
import org.springframework.security.oauth2.server.authorization.settings.AuthorizationServerSettings;
import org.springframework.security.oauth2.server.authorization.token.DelegatingOAuth2TokenGenerator;
import org.springframework.security.oauth2.server.authorization.token.JwtGenerator;
import org.springframework.security.oauth2.server.authorization.token.OAuth2TokenGenerator;

/** How tokens are made and looked through. */
@Configuration(proxyBeanMethods = false)
class TokenConfiguration {

  /** Between the clocks of two nodes. */
  private static final Duration LEEWAY = Duration.ofSeconds(5);

  /** Access tokens say that they are such (RFC 9068), so that no ID token passes for one. */
  static final JOSEObjectType ACCESS_TOKEN = new JOSEObjectType("at+jwt");

  @Bean
  AuthorizationServerSettings providerSettings(@Value("${motcua.public-url}") String issuer) {
    return AuthorizationServerSettings.builder()
        .issuer(issuer)
        .oidcLogoutEndpoint("/oauth2/logout") // out of the way of our own page, which asks
        .build();
  }

  @Bean
  JwtEncoder tokenEncoder(SigningKeys keys) {
    var encoder = new NimbusJwtEncoder(keys);
    encoder.setJwkSelector(keys::inUse);
    return encoder;
  }

  @Bean
  @Primary // of the generators: each of the others makes one kind
  OAuth2TokenGenerator<? extends OAuth2Token> tokenGenerator(
      JwtEncoder encoder, TokenClaims claims, RefreshTokens refreshTokens, Clock clock) {
    var tokens = new JwtGenerator(encoder);
    tokens.setJwtCustomizer(claims);
    tokens.setClock(clock);
    return new DelegatingOAuth2TokenGenerator(tokens, refreshTokens);
  }

  /**
   * Checks access tokens with the keys at hand: no node asks another. One that was meant for
   * somebody else, or taken back, opens nothing here.
   */
  @Bean
  JwtDecoder accessTokenDecoder(
      JWKSource<SecurityContext> keys,
      NotTakenBack notTakenBack,
      Clock clock,
      @Value("${motcua.public-url}") String issuer) {
    var processor = new DefaultJWTProcessor<SecurityContext>();
    processor.setJWSTypeVerifier(new DefaultJOSEObjectTypeVerifier<>(ACCESS_TOKEN));
    processor.setJWSKeySelector(new JWSVerificationKeySelector<>(JWSAlgorithm.ES256, keys));
    processor.setJWTClaimsSetVerifier((claims, context) -> {}); // below, with our clock
    var time = new JwtTimestampValidator(LEEWAY);
    time.setClock(clock);
    var signatures = new NimbusJwtDecoder(processor);
    signatures.setJwtValidator(token -> OAuth2TokenValidatorResult.success());
    return new AccessTokenDecoder(
        signatures,
        new DelegatingOAuth2TokenValidator<>(
            time, new JwtIssuerValidator(issuer), new JwtAudienceValidator(issuer), notTakenBack));
  }

  /**
   * Which session a person has, each sign-on says itself; nothing of it lies in one node's memory.
   */
  @Bean
  SessionRegistry noSessionRegistry() {
    return new SessionRegistry() {
      @Override
      public List<Object> getAllPrincipals() {
        return List.of();
      }

      @Override
      public List<SessionInformation> getAllSessions(Object principal, boolean expiredToo) {
        return List.of();
      }

      @Override
      public @Nullable SessionInformation getSessionInformation(String sessionId) {
        return null;
      }

      @Override
      public void refreshLastRequest(String sessionId) {}

      @Override
      public void registerNewSession(String sessionId, Object principal) {}

      @Override
      public void removeSessionInformation(String sessionId) {}
    };
  }
}
