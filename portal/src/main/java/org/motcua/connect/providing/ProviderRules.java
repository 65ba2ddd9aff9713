package org.motcua.connect.providing;

import org.motcua.identity.access.PeopleRequests;
import org.motcua.platform.web.SecurityHeaders;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpMethod;
import org.springframework.security.config.Customizer;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.oauth2.server.authorization.OAuth2AuthorizationServerConfigurer;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.access.intercept.AuthorizationFilter;
import org.springframework.security.web.context.SecurityContextHolderFilter;

/**
 * The provider's addresses. Spring Authorization Server speaks the protocols; where a person comes
 * in, and where tokens are looked up, our own beans stand in the place of its own.
 */
@Configuration(proxyBeanMethods = false)
class ProviderRules {

  @Bean
  @Order(1)
  SecurityFilterChain provider(
      HttpSecurity http,
      ProviderEndpoints endpoints,
      PeopleRequests people,
      SecurityHeaders headers,
      ProofMissing proofMissing,
      BearerTokens bearerTokens,
      RepeatedParameters repeatedParameters,
      RequestShape requestShape,
      PersonGate personGate) {
    var provider = new OAuth2AuthorizationServerConfigurer();
    return http.securityMatcher(provider.getEndpointsMatcher())
        .with(provider, endpoints::shape)
        .authorizeHttpRequests(
            rules ->
                rules
                    .requestMatchers(HttpMethod.GET, AuthorizeAddress.PATH)
                    .permitAll()
                    .anyRequest()
                    .authenticated())
        .csrf(csrf -> csrf.ignoringRequestMatchers(provider.getEndpointsMatcher()))
        .headers(headers)
        .with(people, Customizer.withDefaults())
        .exceptionHandling(errors -> errors.authenticationEntryPoint(proofMissing))
        .oauth2ResourceServer(tokens -> tokens.bearerTokenResolver(bearerTokens.resolver()))
        .addFilterAfter(repeatedParameters.filter(), SecurityContextHolderFilter.class)
        .addFilterAfter(requestShape.filter(), SecurityContextHolderFilter.class)
        .addFilterBefore(personGate.filter(), AuthorizationFilter.class)
        .build();
  }
}
