package org.motcua.simulators.agency.signon;

import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import org.springframework.security.oauth2.client.oidc.authentication.OidcIdTokenDecoderFactory;
import org.springframework.security.oauth2.client.oidc.authentication.OidcIdTokenValidator;
import org.springframework.security.oauth2.client.registration.ClientRegistration;
import org.springframework.security.oauth2.core.DelegatingOAuth2TokenValidator;
import org.springframework.security.oauth2.core.OAuth2TokenValidator;
import org.springframework.security.oauth2.jose.jws.SignatureAlgorithm;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.oauth2.jwt.JwtDecoderFactory;
import org.springframework.security.oauth2.jwt.JwtTypeValidator;
import org.springframework.security.oauth2.jwt.NimbusJwtDecoder;
import org.springframework.stereotype.Component;
import org.springframework.web.client.RestOperations;

/**
 * Reads what the portal has signed with RS256, and nothing else. Its keys are kept a while and read
 * anew when a key comes that we do not know.
 */
@Component
class PortalTokens implements JwtDecoderFactory<ClientRegistration> {

  private final RestOperations http;
  private final ConcurrentMap<ClientRegistration, JwtDecoder> idTokens = new ConcurrentHashMap<>();
  private final ConcurrentMap<ClientRegistration, JwtDecoder> logoutTokens =
      new ConcurrentHashMap<>();

  PortalTokens(PortalHttp http) {
    this.http = http.template();
  }

  /** For ID tokens. */
  @Override
  public JwtDecoder createDecoder(ClientRegistration registration) {
    return idTokens.computeIfAbsent(
        registration,
        r ->
            decoder(
                r,
                new DelegatingOAuth2TokenValidator<>(
                    type("JWT"), new TimesAgree(), new OidcIdTokenValidator(r))));
  }

  JwtDecoder logoutTokens(ClientRegistration registration) {
    return logoutTokens.computeIfAbsent(
        registration,
        r ->
            decoder(
                r,
                new DelegatingOAuth2TokenValidator<>(
                    type("logout+jwt", "JWT"), new TimesAgree(), new LogoutTokenValidator(r))));
  }

  private JwtDecoder decoder(ClientRegistration registration, OAuth2TokenValidator<Jwt> validator) {
    var keys = Objects.requireNonNull(registration.getProviderDetails().getJwkSetUri());
    var decoder =
        NimbusJwtDecoder.withJwkSetUri(keys)
            .jwsAlgorithm(SignatureAlgorithm.RS256)
            .validateType(false)
            .restOperations(http)
            .build();
    decoder.setJwtValidator(validator);
    decoder.setClaimSetConverter(OidcIdTokenDecoderFactory.createDefaultClaimTypeConverter());
    return decoder;
  }

  private static JwtTypeValidator type(String... types) {
    var validator = new JwtTypeValidator(types);
    validator.setAllowEmpty(true);
    return validator;
  }
}
