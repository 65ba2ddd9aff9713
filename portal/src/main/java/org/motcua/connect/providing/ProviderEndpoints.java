package org.motcua.connect.providing;

import java.util.List;
import java.util.function.Consumer;
import org.motcua.connect.clients.KnownClients;
import org.springframework.security.authentication.AuthenticationProvider;
import org.springframework.security.config.annotation.web.configurers.oauth2.server.authorization.OAuth2AuthorizationServerConfigurer;
import org.springframework.security.oauth2.server.authorization.authentication.JwtClientAssertionAuthenticationProvider;
import org.springframework.security.oauth2.server.authorization.authentication.OAuth2AuthorizationCodeRequestAuthenticationProvider;
import org.springframework.security.oauth2.server.authorization.authentication.OAuth2RefreshTokenAuthenticationProvider;
import org.springframework.security.oauth2.server.authorization.authentication.OAuth2TokenIntrospectionAuthenticationProvider;
import org.springframework.security.oauth2.server.authorization.authentication.OAuth2TokenRevocationAuthenticationProvider;
import org.springframework.security.oauth2.server.authorization.oidc.authentication.OidcUserInfoAuthenticationProvider;
import org.springframework.security.oauth2.server.authorization.web.authentication.JwtClientAssertionAuthenticationConverter;
import org.springframework.security.oauth2.server.authorization.web.authentication.OAuth2ClientCredentialsAuthenticationConverter;
import org.springframework.stereotype.Component;

/** Which of our beans stand where in Spring Authorization Server. */
@Component
class ProviderEndpoints {

  private final SignOnCodes codes;
  private final RedirectAddresses redirectAddresses;
  private final AuthorizationAnswers answers;
  private final ClientAssertions assertions;
  private final KnownClients clients;
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
      KnownClients clients,
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
    this.clients = clients;
    this.refreshGrant = refreshGrant;
    this.tokenCheck = tokenCheck;
    this.revocation = revocation;
    this.userInfo = userInfo;
    this.refusals = refusals;
    this.metadata = metadata;
  }

  /** Not as a {@code Customizer}: Spring applies beans of that kind to every chain of filters. */
  void shape(OAuth2AuthorizationServerConfigurer server) {
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
                    .authenticationConverters(
                        all ->
                            all.replaceAll(
                                each ->
                                    each instanceof JwtClientAssertionAuthenticationConverter
                                        ? new AssertionsAlone()
                                        : each))
                    .authenticationProviders(
                        each(
                            JwtClientAssertionAuthenticationProvider.class,
                            provider -> provider.setJwtDecoderFactory(assertions)))
                    .errorResponseHandler(refusals))
        .tokenEndpoint(
            token ->
                token
                    .accessTokenRequestConverters(
                        all ->
                            all.replaceAll(
                                each ->
                                    each instanceof OAuth2ClientCredentialsAuthenticationConverter
                                        ? new ProgramScopes(clients)
                                        : each))
                    .authenticationProviders(
                        inPlaceOf(OAuth2RefreshTokenAuthenticationProvider.class, refreshGrant))
                    .errorResponseHandler(refusals))
        .tokenIntrospectionEndpoint(
            check ->
                check
                    .authenticationProviders(
                        inPlaceOf(OAuth2TokenIntrospectionAuthenticationProvider.class, tokenCheck))
                    .errorResponseHandler(refusals))
        .tokenRevocationEndpoint(
            revoke ->
                revoke
                    .authenticationProviders(
                        inPlaceOf(OAuth2TokenRevocationAuthenticationProvider.class, revocation))
                    .errorResponseHandler(refusals))
        .oidc(
            oidc ->
                oidc.userInfoEndpoint(
                        info ->
                            info.authenticationProviders(
                                inPlaceOf(OidcUserInfoAuthenticationProvider.class, userInfo)))
                    .providerConfigurationEndpoint(
                        document -> document.providerConfigurationCustomizer(metadata::customize)));
  }

  /** Spring asks one after the other, and would tell of the last one's refusal. */
  private static Consumer<List<AuthenticationProvider>> inPlaceOf(
      Class<?> type, AuthenticationProvider ours) {
    return all -> all.replaceAll(each -> type.isInstance(each) ? ours : each);
  }

  private static <T> Consumer<List<AuthenticationProvider>> each(
      Class<T> type, Consumer<T> customizer) {
    return all -> all.stream().filter(type::isInstance).map(type::cast).forEach(customizer);
  }
}
