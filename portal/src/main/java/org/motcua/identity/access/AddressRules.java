package org.motcua.identity.access;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.security.config.Customizer;
import org.springframework.security.config.annotation.method.configuration.EnableMethodSecurity;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.annotation.web.configurers.oauth2.server.authorization.OAuth2AuthorizationServerConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.authentication.LoginUrlAuthenticationEntryPoint;
import org.springframework.security.web.csrf.CookieCsrfTokenRepository;

/** The one place that says which addresses need whom. */
@Configuration(proxyBeanMethods = false)
@EnableMethodSecurity
class AddressRules {

  static final String SIGN_IN = "/sign-in";

  /** Our provider of tokens: discovery, keys, tokens, introspection, revocation. */
  @Bean
  @Order(1)
  SecurityFilterChain provider(HttpSecurity http, HalfFilledRequests requests) {
    var provider = new OAuth2AuthorizationServerConfigurer();
    return http.securityMatcher(provider.getEndpointsMatcher())
        .with(provider, server -> server.oidc(Customizer.withDefaults()))
        .authorizeHttpRequests(rules -> rules.anyRequest().authenticated())
        .csrf(csrf -> csrf.ignoringRequestMatchers(provider.getEndpointsMatcher()))
        .requestCache(cache -> cache.requestCache(requests))
        .exceptionHandling(
            errors ->
                errors.authenticationEntryPoint(new LoginUrlAuthenticationEntryPoint(SIGN_IN)))
        .build();
  }

  /** Machines: a token of our provider, no session, problems told as RFC 9457 wants them. */
  @Bean
  @Order(2)
  SecurityFilterChain api(HttpSecurity http, ApiRefusals refusals) {
    return http.securityMatcher("/api/**")
        .authorizeHttpRequests(
            rules ->
                rules
                    .requestMatchers(
                        "/api/docs", "/api/docs/**", "/api/swagger-ui/**", "/api/openapi/**")
                    .permitAll()
                    .requestMatchers("/api/openapi", "/api/openapi.yaml")
                    .permitAll()
                    .requestMatchers("/api/documents/verification/*")
                    .permitAll()
                    .anyRequest()
                    .authenticated())
        .oauth2ResourceServer(
            tokens ->
                tokens
                    .jwt(Customizer.withDefaults())
                    .authenticationEntryPoint(refusals)
                    .accessDeniedHandler(refusals))
        .exceptionHandling(
            errors -> errors.authenticationEntryPoint(refusals).accessDeniedHandler(refusals))
        .sessionManagement(
            sessions -> sessions.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
        .requestCache(AbstractHttpConfigurer::disable)
        .csrf(AbstractHttpConfigurer::disable)
        .logout(AbstractHttpConfigurer::disable)
        .build();
  }

  /**
   * People. The token against forged requests is kept in a cookie, not in the session, and stays
   * the same over sign-in: so a form that outlived its session can still be sent.
   */
  @Bean
  @Order(3)
  SecurityFilterChain people(HttpSecurity http, HalfFilledRequests requests) {
    return http.authorizeHttpRequests(
            rules ->
                rules
                    .requestMatchers("/my", "/my/**")
                    .hasAnyRole("CITIZEN", "ENTERPRISE")
                    .requestMatchers("/desk", "/desk/**")
                    .hasRole("OFFICER")
                    .anyRequest()
                    .permitAll())
        .csrf(csrf -> csrf.csrfTokenRepository(csrfCookie()))
        .requestCache(cache -> cache.requestCache(requests))
        .exceptionHandling(
            errors ->
                errors.authenticationEntryPoint(new LoginUrlAuthenticationEntryPoint(SIGN_IN)))
        .logout(AbstractHttpConfigurer::disable)
        .build();
  }

  private static CookieCsrfTokenRepository csrfCookie() {
    var cookie = new CookieCsrfTokenRepository();
    cookie.setCookieName("motcua_form");
    cookie.setCookieCustomizer(attributes -> attributes.sameSite("Lax").httpOnly(true));
    cookie.setCookiePath("/");
    return cookie;
  }
}
