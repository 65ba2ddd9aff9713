package org.motcua.identity.access;

import org.jspecify.annotations.Nullable;
import org.motcua.platform.web.SecurityHeaders;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpMethod;
import org.springframework.security.config.Customizer;
import org.springframework.security.config.annotation.method.configuration.EnableMethodSecurity;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.config.observation.SecurityObservationSettings;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.authentication.LoginUrlAuthenticationEntryPoint;
import org.springframework.security.web.csrf.CookieCsrfTokenRepository;
import org.springframework.security.web.firewall.HttpFirewall;
import org.springframework.security.web.firewall.StrictHttpFirewall;

/** The one place that says which addresses need whom. */
@Configuration(proxyBeanMethods = false)
@EnableMethodSecurity
class AddressRules {

  /** Where a refused machine learns who gives tokens (RFC 9728). */
  private static final String RESOURCE_METADATA = "/.well-known/oauth-protected-resource";

  /** Files that are the same for all: whose they are is not asked, only the headers are set. */
  @Bean
  @Order(0)
  SecurityFilterChain files(HttpSecurity http, SecurityHeaders headers) {
    return http.securityMatcher("/static/**", "/webjars/**")
        .headers(headers)
        .anonymous(AbstractHttpConfigurer::disable)
        .csrf(AbstractHttpConfigurer::disable)
        .logout(AbstractHttpConfigurer::disable)
        .requestCache(AbstractHttpConfigurer::disable)
        .securityContext(AbstractHttpConfigurer::disable)
        .servletApi(AbstractHttpConfigurer::disable)
        .sessionManagement(AbstractHttpConfigurer::disable)
        .build();
  }

  /** Machines: a token of our provider, no session, problems told as RFC 9457 wants them. */
  @Bean
  @Order(2)
  SecurityFilterChain api(
      HttpSecurity http,
      ApiRefusals refusals,
      SecurityHeaders headers,
      @Value("${motcua.public-url}") String provider) {
    return http.securityMatcher("/api/**", RESOURCE_METADATA)
        .authorizeHttpRequests(
            rules ->
                rules
                    .requestMatchers(
                        "/api/docs", "/api/docs/**", "/api/swagger-ui/**", "/api/openapi/**")
                    .permitAll()
                    .requestMatchers("/api/openapi", "/api/openapi.yaml", RESOURCE_METADATA)
                    .permitAll()
                    .requestMatchers(HttpMethod.GET, "/api/procedures", "/api/procedures/**")
                    .permitAll()
                    .requestMatchers(HttpMethod.GET, "/api/agencies/*/queue")
                    .permitAll()
                    .requestMatchers("/api/documents/verification/*")
                    .permitAll()
                    .anyRequest()
                    .authenticated())
        .oauth2ResourceServer(
            tokens ->
                tokens
                    .jwt(Customizer.withDefaults())
                    .protectedResourceMetadata(
                        metadata ->
                            metadata.protectedResourceMetadataCustomizer(
                                resource -> resource.authorizationServer(provider)))
                    .authenticationEntryPoint(refusals)
                    .accessDeniedHandler(refusals))
        .exceptionHandling(
            errors -> errors.authenticationEntryPoint(refusals).accessDeniedHandler(refusals))
        .sessionManagement(
            sessions -> sessions.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
        .headers(headers)
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
  SecurityFilterChain people(
      HttpSecurity http, PeopleRequests people, SecurityHeaders headers, DeskRule desk) {
    return http.authorizeHttpRequests(
            rules ->
                rules
                    .requestMatchers("/my", "/my/**")
                    .hasAnyRole("CITIZEN", "ENTERPRISE")
                    .requestMatchers("/desk", "/desk/**")
                    .access(desk)
                    .anyRequest()
                    .permitAll())
        .csrf(csrf -> csrf.csrfTokenRepository(csrfCookie()))
        .headers(headers)
        .with(people, Customizer.withDefaults())
        .exceptionHandling(
            errors ->
                errors.authenticationEntryPoint(
                    new LoginUrlAuthenticationEntryPoint(HalfFilledRequests.SIGN_IN)))
        .logout(AbstractHttpConfigurer::disable)
        .build();
  }

  /** Requests are measured as wholes, not filter by filter, which would cost every page. */
  @Bean
  SecurityObservationSettings observations() {
    return SecurityObservationSettings.noObservations();
  }

  /** The database keeps no text with a NUL in it, and no browser sends one: that is no mistake. */
  @Bean
  HttpFirewall firewall() {
    var firewall = new StrictHttpFirewall();
    firewall.setAllowedParameterValues(AddressRules::isText);
    return firewall;
  }

  /** A parameter may be there without a value, as in {@code ?saved}. */
  private static boolean isText(@Nullable String value) {
    return value == null || value.indexOf('\0') < 0;
  }

  private static CookieCsrfTokenRepository csrfCookie() {
    var cookie = new CookieCsrfTokenRepository();
    cookie.setCookieName("motcua_form");
    cookie.setCookieCustomizer(attributes -> attributes.sameSite("Lax").httpOnly(true));
    cookie.setCookiePath("/");
    return cookie;
  }
}
