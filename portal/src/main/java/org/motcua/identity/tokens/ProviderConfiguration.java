package org.motcua.identity.tokens;

import com.nimbusds.jose.jwk.source.JWKSource;
import com.nimbusds.jose.proc.SecurityContext;
import java.util.List;
import org.motcua.identity.CurrentUser;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.security.config.annotation.web.configuration.OAuth2AuthorizationServerConfiguration;
import org.springframework.security.core.Authentication;
import org.springframework.security.oauth2.jwt.JwtAudienceValidator;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.oauth2.jwt.JwtIssuerValidator;
import org.springframework.security.oauth2.jwt.JwtValidators;
import org.springframework.security.oauth2.jwt.NimbusJwtDecoder;
import org.springframework.security.oauth2.server.authorization.OAuth2TokenType;
import org.springframework.security.oauth2.server.authorization.settings.AuthorizationServerSettings;
import org.springframework.security.oauth2.server.authorization.token.JwtEncodingContext;
import org.springframework.security.oauth2.server.authorization.token.OAuth2TokenCustomizer;

@Configuration(proxyBeanMethods = false)
class ProviderConfiguration {

  @Bean
  AuthorizationServerSettings providerSettings(@Value("${motcua.public-url}") String issuer) {
    return AuthorizationServerSettings.builder().issuer(issuer).build();
  }

  /**
   * Checks tokens with the keys at hand: no node asks another. A token for somebody else, such as
   * the one that tells a client who has signed in, opens nothing here.
   */
  @Bean
  JwtDecoder tokenDecoder(
      JWKSource<SecurityContext> keys, @Value("${motcua.public-url}") String issuer) {
    var decoder = (NimbusJwtDecoder) OAuth2AuthorizationServerConfiguration.jwtDecoder(keys);
    decoder.setJwtValidator(
        JwtValidators.createDefaultWithValidators(
            new JwtIssuerValidator(issuer), new JwtAudienceValidator(issuer)));
    return decoder;
  }

  /**
   * An API asks the token alone for which agency its bearer speaks, and in a person's name, how
   * surely known that person is and who really sits there.
   */
  @Bean
  OAuth2TokenCustomizer<JwtEncodingContext> tokenClaims(
      @Value("${motcua.public-url}") String portal) {
    return context -> {
      if (OAuth2TokenType.ACCESS_TOKEN.equals(context.getTokenType())) {
        context.getClaims().audience(List.of(portal));
      }
      var agency =
          context.getRegisteredClient().getClientSettings().<String>getSetting(Clients.AGENCY);
      if (agency != null) context.getClaims().claim("agency", agency);
      if (context.getPrincipal() instanceof Authentication authentication
          && authentication.getPrincipal() instanceof CurrentUser user) {
        PersonClaims.of(user).forEach(context.getClaims()::claim);
      }
    };
  }
}
