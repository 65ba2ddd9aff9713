package org.motcua.simulators.agency.people;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.motcua.simulators.agency.people.Standing.Known;
import org.springframework.context.annotation.Configuration;
import org.springframework.security.core.Authentication;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/**
 * To the pages of an account comes only who has one; others are asked first whether they want one.
 */
@Configuration(proxyBeanMethods = false)
class AccountDoor implements WebMvcConfigurer, HandlerInterceptor {

  static final String ACCOUNT = "account";

  private final Joining joining;

  AccountDoor(Joining joining) {
    this.joining = joining;
  }

  @Override
  public void addInterceptors(InterceptorRegistry registry) {
    registry.addInterceptor(this).addPathPatterns("/my/**");
  }

  @Override
  public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler)
      throws IOException {
    if (request.getUserPrincipal() instanceof Authentication authentication
        && authentication.getPrincipal() instanceof Visitor visitor
        && joining.recognise(visitor.identity()) instanceof Known(Account account)) {
      request.setAttribute(ACCOUNT, account);
      return true;
    }
    response.sendRedirect("/joining");
    return false;
  }
}
