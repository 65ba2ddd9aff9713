package org.motcua.simulators.agency;

import jakarta.servlet.http.HttpServletRequest;
import java.security.Principal;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.security.web.csrf.CsrfToken;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.servlet.LocaleResolver;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;
import org.springframework.web.servlet.i18n.CookieLocaleResolver;
import org.springframework.web.servlet.i18n.LocaleChangeInterceptor;

/** Two languages, Vietnamese first, as in the portal. */
@Configuration(proxyBeanMethods = false)
class PageConfiguration implements WebMvcConfigurer {

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
  }

  @ControllerAdvice(annotations = Controller.class)
  static class PageModel {

    private final MessageSource messages;
    private final Province province;

    PageModel(MessageSource messages, Province province) {
      this.messages = messages;
      this.province = province;
    }

    @ModelAttribute("page")
    Page page(HttpServletRequest request, Locale locale, @Nullable Principal visitor) {
      return new Page(
          messages,
          locale,
          request.getRequestURI(),
          province,
          visitor == null ? null : visitor.getName(),
          (CsrfToken) request.getAttribute(CsrfToken.class.getName()));
    }
  }
}
