package org.motcua.connect.providing;

import java.util.List;
import java.util.function.Consumer;
import org.springframework.security.authentication.AuthenticationProvider;
import org.springframework.security.config.Customizer;
import org.springframework.security.config.annotation.web.configurers.oauth2.server.authorization.OAuth2AuthorizationServerConfigurer;
import org.springframework.security.oauth2.server.authorization.authentication.JwtClientAssertionAuthenticationProvider;
import org.springframework.security.oauth2.server.authorization.authentication.OAuth2AuthorizationCodeRequestAuthenticationProvider;
import org.springframework.stereotype.Component;

/** Which of our beans stand where in Spring Authorization Server. */
@Component
class ProviderEndpoints implements Customizer<OAuth2AuthorizationServerConfigurer> {

  private final SignOnCodes codes;
  private final RedirectAddresses redirectAddresses;
  private final AuthorizationAnswers answers;
  private final ClientAssertions assertions;
  private final RefreshGrant refreshGrant;
  private final TokenCheck tokenCheck;
  private final TokenRevocation revocation;
  private final UserInfo userInfo;
  private final TokenRefusals refusals;
  private final ProviderMetadata metadata;

  ProviderEndpoints(
      SignOnCodes codes,
      RedirectAddresses redirectAddresses,
      AuthorizationAnswers answers,
      ClientAssertions assertions,
      RefreshGrant refreshGrant,
      TokenCheck tokenCheck,
      TokenRevocation revocation,
      UserInfo userInfo,
      TokenRefusals refusals,
      ProviderMetadata metadata) {
    this.codes = codes;
    this.redirectAddresses = redirectAddresses;
    this.answers = answers;
    this.assertions = assertions;
    this.refreshGrant = refreshGrant;
    this.tokenCheck = tokenCheck;
    this.revocation = revocation;
    this.userInfo = userInfo;
    this.refusals = refusals;
    this.metadata = metadata;
  }

  @Override
  public void customize(OAuth2AuthorizationServerConfigurer server) {
    server
        .authorizationEndpoint(
            authorize ->
                authorize
                    .authenticationProviders(
                        each(
                            OAuth2AuthorizationCodeRequestAuthenticationProvider.class,
                            provider -> {
                              provider.setAuthorizationCodeGenerator(codes);
                              provider.setAuthenticationValidator(redirectAddresses);
                            }))
                    .authorizationResponseHandler(answers)
                    .errorResponseHandler(answers))
        .clientAuthentication(
            client ->
                client
                    .authenticationProviders(
                        each(
                            JwtClientAssertionAuthenticationProvider.class,
                            provider -> provider.setJwtDecoderFactory(assertions)))
                    .errorResponseHandler(refusals))
        .tokenEndpoint(
            token -> token.authenticationProvider(refreshGrant).errorResponseHandler(refusals))
        .tokenIntrospectionEndpoint(
            check -> check.authenticationProvider(tokenCheck).errorResponseHandler(refusals))
        .tokenRevocationEndpoint(
            revoke -> revoke.authenticationProvider(revocation).errorResponseHandler(refusals))
        .oidc(
            oidc ->
                oidc.userInfoEndpoint(info -> info.authenticationProvider(userInfo))
                    .providerConfigurationEndpoint(
                        document -> document.providerConfigurationCustomizer(metadata::customize)));
  }

  private static <T> Consumer<List<AuthenticationProvider>> each(
      Class<T> type, Consumer<T> customizer) {
    return all -> all.stream().filter(type::isInstance).map(type::cast).forEach(customizer);
  }
}
