package org.motcua.connect.leaving;

import jakarta.servlet.http.HttpServletRequest;
import org.motcua.connect.providing.RequestQuery;
import org.motcua.platform.web.SecurityHeaders;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpMethod;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.servlet.util.matcher.PathPatternRequestMatcher;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PostMapping;

/**
 * A portal may send its request by POST; a browser sends no session along with what another site
 * posts, and no token against forged requests either. So it goes on by GET.
 */
@Configuration(proxyBeanMethods = false)
class PostedLogouts {

  @Bean
  @Order(1)
  SecurityFilterChain logoutsByPost(HttpSecurity http, SecurityHeaders headers) {
    return http.securityMatcher(
            PathPatternRequestMatcher.withDefaults().matcher(HttpMethod.POST, LogoutAddress.PATH))
        .authorizeHttpRequests(rules -> rules.anyRequest().permitAll())
        .csrf(AbstractHttpConfigurer::disable)
        .requestCache(AbstractHttpConfigurer::disable)
        .headers(headers)
        .build();
  }

  @Controller
  static class Onward {

    @PostMapping(LogoutAddress.PATH)
    String goOn(HttpServletRequest request) {
      return "redirect:" + LogoutAddress.PATH + "?" + RequestQuery.of(request);
    }
  }
}
