package org.motcua.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
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

  private static String newFolder() {
    try {
      return Files.createTempDirectory("motcua-secrets").toString();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

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
                Map.ofEntries(
                    Map.entry("motcua.outside-url", Phones.address()),
                    Map.entry("spring.mail.port", String.valueOf(Mailboxes.port())),
                    Map.entry("db-scheduler.polling-interval", "100ms"),
                    Map.entry("motcua.outgoing.interval", "200ms"),
                    Map.entry("motcua.outgoing.first-retry", "50ms"),
                    // Nobody waits here for what a test has slowed down.
                    Map.entry("motcua.identity.registers.patience", "1s"),
                    Map.entry("motcua.exchange.electricity.patience", "1s"),
                    // Whoever has just acted wants to see it counted.
                    Map.entry("motcua.dossiers.queue-counted-every", "0s"),
                    // Tests look at the terms, and ask the company, themselves.
                    Map.entry("motcua.dossiers.watch-terms-every", "24h"),
                    Map.entry("motcua.exchange.electricity.interval", "1h"),
                    // Nor are gateways asked but by tests.
                    Map.entry("motcua.payments.asked-every", "24h"),
                    Map.entry("motcua.payments.receipts.every", "24h"),
                    Map.entry("motcua.payments.vnpay.secret", VnpayHouse.SECRET),
                    Map.entry("motcua.payments.vnpay.call-patience", "2s"),
                    Map.entry("motcua.payments.platform.url", NationalPlatform.address()),
                    Map.entry("motcua.payments.platform.secret", NationalPlatform.SECRET),
                    Map.entry("motcua.payments.vietqr.url", PayersBank.address()),
                    Map.entry("motcua.payments.vietqr.secret", PayersBank.SECRET),
                    Map.entry("motcua.payments.demo-secrets", newFolder()))));
    if (context instanceof GenericApplicationContext generic
        && !generic.containsBeanDefinition("clock")) {
      generic.registerBean("clock", MovableClock.class, MovableClock::new);
    }
  }
}
