package org.motcua.simulators.agency;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Locale;
import org.springframework.context.MessageSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.LocaleResolver;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;
import org.springframework.web.servlet.i18n.CookieLocaleResolver;
import org.springframework.web.servlet.i18n.LocaleChangeInterceptor;

/** Two languages, Vietnamese first, as in the portal; and pages that run nothing but our own. */
@Configuration(proxyBeanMethods = false)
class PageConfiguration implements WebMvcConfigurer {

  private static final String OURS_ALONE =
      "default-src 'none'; style-src 'self'; img-src 'self'; form-action 'self';"
          + " base-uri 'none'; frame-ancestors 'none'";

  @Bean
  LocaleResolver localeResolver() {
    var resolver = new CookieLocaleResolver("agency_language");
    resolver.setDefaultLocale(Locale.forLanguageTag("vi"));
    resolver.setRejectInvalidCookies(false);
    return resolver;
  }

  @Override
  public void addInterceptors(InterceptorRegistry registry) {
    var switcher = new LocaleChangeInterceptor();
    switcher.setIgnoreInvalidLocale(true);
    switcher.setParamName("lang");
    registry.addInterceptor(switcher);
    registry.addInterceptor(new SecurityHeaders());
  }

  private static class SecurityHeaders implements HandlerInterceptor {
    @Override
    public boolean preHandle(
        HttpServletRequest request, HttpServletResponse response, Object handler) {
      response.setHeader("Content-Security-Policy", OURS_ALONE);
      response.setHeader("X-Content-Type-Options", "nosniff");
      response.setHeader("Referrer-Policy", "no-referrer");
      return true;
    }
  }

  @ControllerAdvice(annotations = Controller.class)
  static class PageModel {

    private final MessageSource messages;

    PageModel(MessageSource messages) {
      this.messages = messages;
    }

    @ModelAttribute("page")
    Page page(HttpServletRequest request, Locale locale) {
      return new Page(messages, locale, request.getRequestURI());
    }
  }
}
