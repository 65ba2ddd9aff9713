package org.motcua.platform.sessions;

import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.session.jdbc.JdbcIndexedSessionRepository;

@Configuration(proxyBeanMethods = false)
class SessionsConfiguration {

  /** In the place of Spring Boot's bean, which makes none where it finds another. */
  @Bean
  static BeanPostProcessor quietSessions() {
    return new BeanPostProcessor() {
      @Override
      public Object postProcessAfterInitialization(Object bean, String name) {
        if (!(bean instanceof JdbcIndexedSessionRepository sessions)) return bean;
        sessions.setSessionIdGenerator(new LongSessionIds());
        return new QuietSessions<>(sessions);
      }
    };
  }
}
