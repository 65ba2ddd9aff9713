package org.motcua.simulators.agency.signon;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.motcua.simulators.agency.people.ReturnAddress;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.config.ObjectPostProcessor;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.oauth2.client.endpoint.RestClientAuthorizationCodeTokenResponseClient;
import org.springframework.security.oauth2.client.web.HttpSessionOAuth2AuthorizedClientRepository;
import org.springframework.security.oauth2.client.web.OAuth2AuthorizationRequestRedirectFilter;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.header.writers.ReferrerPolicyHeaderWriter.ReferrerPolicy;

/** Who may come where, and how people come in and go out. */
@Configuration(proxyBeanMethods = false)
class SecurityConfiguration {

  /** Forms may lead to the portal, for signing out does. */
  private static final String OURS_ALONE =
      "default-src 'none'; style-src 'self'; img-src 'self'; form-action 'self' %s;"
          + " base-uri 'none'; frame-ancestors 'none'";

  @Bean
  SecurityFilterChain doors(
      HttpSecurity http,
      SignOnSettings settings,
      Provider provider,
      SignInRequests requests,
      PendingSignIns pending,
      PortalHttp portal,
      VisitorService visitors,
      SignInSucceeded succeeded,
      SignInFailed failed,
      SignOut signOut) {
    var codes = new RestClientAuthorizationCodeTokenResponseClient();
    codes.setRestClient(portal.tokenClient());
    return http.authorizeHttpRequests(
            doors ->
                doors
                    .requestMatchers(
                        "/my/**",
                        "/joining",
                        "/joining/old-account",
                        "/joining/new-account",
                        "/joining/disowning")
                    .authenticated()
                    .anyRequest()
                    .permitAll())
        .oauth2Login(
            login ->
                login
                    .loginPage("/sign-in")
                    .authorizedClientRepository(new HttpSessionOAuth2AuthorizedClientRepository())
                    .authorizationEndpoint(
                        endpoint ->
                            endpoint
                                .authorizationRequestResolver(requests)
                                .authorizationRequestRepository(pending))
                    .tokenEndpoint(endpoint -> endpoint.accessTokenResponseClient(codes))
                    .userInfoEndpoint(endpoint -> endpoint.oidcUserService(visitors))
                    .successHandler(succeeded)
                    .failureHandler(failed)
                    .withObjectPostProcessor(tellingTroubles(failed)))
        .addFilterBefore(
            new ResponseIssuerFilter(provider, failed),
            OAuth2AuthorizationRequestRedirectFilter.class)
        .logout(logout -> logout.logoutUrl("/sign-out").logoutSuccessHandler(signOut))
        .exceptionHandling(
            troubles ->
                troubles
                    .authenticationEntryPoint(SecurityConfiguration::askToSignIn)
                    .accessDeniedHandler(SecurityConfiguration::askAnew))
        // The portal's words are signed; and reading the dossiers anew harms nobody.
        .csrf(
            forms ->
                forms.ignoringRequestMatchers(
                    BackChannelLogout.ADDRESS, "/webhooks", "/synchronisation"))
        .requestCache(cache -> cache.disable())
        .headers(
            headers ->
                headers
                    .contentSecurityPolicy(
                        policy ->
                            policy.policyDirectives(OURS_ALONE.formatted(settings.portalAddress())))
                    .referrerPolicy(policy -> policy.policy(ReferrerPolicy.NO_REFERRER)))
        .build();
  }

  /** That the portal is away shows already when somebody is to be sent there. */
  private static ObjectPostProcessor<OAuth2AuthorizationRequestRedirectFilter> tellingTroubles(
      SignInFailed failed) {
    return new ObjectPostProcessor<>() {
      @Override
      public <O extends OAuth2AuthorizationRequestRedirectFilter> O postProcess(O filter) {
        filter.setAuthenticationFailureHandler(failed);
        return filter;
      }
    };
  }

  /** A cookie of a session that is no more tells that somebody was signed in, and has been out. */
  private static void askToSignIn(
      HttpServletRequest request, HttpServletResponse response, AuthenticationException failure)
      throws IOException {
    var ended = request.getRequestedSessionId() != null && !request.isRequestedSessionIdValid();
    var to = ReturnAddress.of(request.getRequestURI());
    response.sendRedirect("/sign-in?to=" + to + (ended ? "&ended=yes" : ""));
  }

  /** A form of a page from before the sign-in, or sent again after the sign-out: ask anew. */
  private static void askAnew(
      HttpServletRequest request, HttpServletResponse response, AccessDeniedException failure)
      throws IOException {
    response.sendRedirect(request.getRequestURI().startsWith("/joining") ? "/joining" : "/");
  }
}
