package org.motcua.payments.gateway;

import org.motcua.platform.web.SecurityHeaders;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpMethod;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.servlet.util.matcher.PathPatternRequestMatcher;
import org.springframework.security.web.util.matcher.OrRequestMatcher;

/**
 * Where machines tell by POST what has become of payments. They have no session and no form's
 * token; each message proves itself.
 */
@Configuration(proxyBeanMethods = false)
class NoticeDoors {

  @Bean
  @Order(1)
  SecurityFilterChain paymentNotices(HttpSecurity http, SecurityHeaders headers) {
    return http.securityMatcher(
            new OrRequestMatcher(
                post("/payments/platform/confirm"), post("/payments/bank/credits")))
        .authorizeHttpRequests(rules -> rules.anyRequest().permitAll())
        .sessionManagement(
            sessions -> sessions.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
        .csrf(AbstractHttpConfigurer::disable)
        .requestCache(AbstractHttpConfigurer::disable)
        .logout(AbstractHttpConfigurer::disable)
        .headers(headers)
        .build();
  }

  private static PathPatternRequestMatcher post(String path) {
    return PathPatternRequestMatcher.withDefaults().matcher(HttpMethod.POST, path);
  }
}
