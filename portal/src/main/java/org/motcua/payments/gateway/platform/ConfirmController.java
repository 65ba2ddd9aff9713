package org.motcua.payments.gateway.platform;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.Map;
import org.motcua.platform.web.SecurityHeaders;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.servlet.util.matcher.PathPatternRequestMatcher;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;

/** Where the platform's servers tell what became of a payment. */
@RestController("platformConfirmController")
class ConfirmController {

  private static final String PATH = "/payments/platform/confirm";
  private static final int LARGEST = 16 * 1024;

  private final TakeConfirmation takeConfirmation;

  ConfirmController(TakeConfirmation takeConfirmation) {
    this.takeConfirmation = takeConfirmation;
  }

  /** What is longer than any confirmation is cut, and so is none. */
  @PostMapping(path = PATH, produces = MediaType.APPLICATION_JSON_VALUE)
  Map<String, String> confirm(HttpServletRequest request) throws IOException {
    return takeConfirmation.take(request.getInputStream().readNBytes(LARGEST));
  }

  /** A machine has no session and no form's token; its message proves itself. */
  @Configuration(proxyBeanMethods = false)
  static class Door {

    @Bean
    @Order(1)
    SecurityFilterChain platformConfirmations(HttpSecurity http, SecurityHeaders headers) {
      return http.securityMatcher(
              PathPatternRequestMatcher.withDefaults().matcher(HttpMethod.POST, PATH))
          .authorizeHttpRequests(rules -> rules.anyRequest().permitAll())
          .sessionManagement(
              sessions -> sessions.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
          .csrf(AbstractHttpConfigurer::disable)
          .requestCache(AbstractHttpConfigurer::disable)
          .logout(AbstractHttpConfigurer::disable)
          .headers(headers)
          .build();
    }
  }
}
