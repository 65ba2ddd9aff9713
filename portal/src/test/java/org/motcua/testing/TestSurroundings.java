package org.motcua.testing;

import java.util.Map;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.support.GenericApplicationContext;
import org.springframework.core.env.MapPropertySource;

/**
 * Gives every test context a clock that can be moved, phones that can be read and a database that
 * can be listened to.
 */
class TestSurroundings implements ApplicationContextInitializer<ConfigurableApplicationContext> {

  @Override
  public void initialize(ConfigurableApplicationContext context) {
    if (context.getParent() != null) return;
    context.getBeanFactory().addBeanPostProcessor(Statements.listening());
    context
        .getEnvironment()
        .getPropertySources()
        .addFirst(
            new MapPropertySource(
                "test surroundings",
                Map.of(
                    "motcua.outside-url",
                    Phones.address(),
                    "spring.mail.port",
                    String.valueOf(Mailboxes.port()),
                    "db-scheduler.polling-interval",
                    "100ms",
                    "motcua.outgoing.interval",
                    "200ms",
                    "motcua.outgoing.first-retry",
                    "50ms",
                    // Nobody waits here for what a test has slowed down.
                    "motcua.identity.registers.patience",
                    "1s",
                    "motcua.exchange.electricity.patience",
                    "1s",
                    // Whoever has just acted wants to see it counted.
                    "motcua.dossiers.queue-counted-every",
                    "0s",
                    // Tests look at the terms, and ask the company, themselves.
                    "motcua.dossiers.watch-terms-every",
                    "24h",
                    "motcua.exchange.electricity.interval",
                    "1h")));
    if (context instanceof GenericApplicationContext generic
        && !generic.containsBeanDefinition("clock")) {
      generic.registerBean("clock", MovableClock.class, MovableClock::new);
    }
  }
}
