package org.motcua.catalogue.reading;

import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;
import org.springframework.web.filter.ShallowEtagHeaderFilter;

/**
 * Procedures change seldom and are read often: whoever has one already is told "unchanged" (304)
 * instead of being sent it again. The tag is that of the reply itself, so it holds on every node
 * and for every language and reader.
 */
@Configuration(proxyBeanMethods = false)
class UnchangedReplies {

  /** Keep it, ask before using it; not for caches that many share, since pages name the reader. */
  static final String ASK_AGAIN = "private, no-cache";

  @Bean
  FilterRegistrationBean<ShallowEtagHeaderFilter> tagsOfProcedures() {
    var filter = new ShallowEtagHeaderFilter();
    filter.setWriteWeakETag(true);
    var registration = new FilterRegistrationBean<>(filter);
    registration.addUrlPatterns("/procedures/*", "/api/procedures");
    registration.setOrder(Ordered.LOWEST_PRECEDENCE);
    return registration;
  }
}
