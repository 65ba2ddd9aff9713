package org.motcua.simulators.outside;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import java.nio.file.Files;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.util.TestPropertyValues;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.test.context.ContextConfiguration;

/** The whole simulator on an empty folder, one for all tests that ask for it. */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@SpringBootTest(properties = {"outside.slowness=1ms", "outside.smtp-port=0", "outside.smpp-port=0"})
@AutoConfigureMockMvc
@ContextConfiguration(initializers = OutsideTest.EmptyFolder.class)
public @interface OutsideTest {

  class EmptyFolder implements ApplicationContextInitializer<ConfigurableApplicationContext> {
    @Override
    public void initialize(ConfigurableApplicationContext context) {
      try {
        var folder = Files.createTempDirectory("outside");
        TestPropertyValues.of(
                "outside.data=" + folder, "outside.payment-secrets=" + folder.resolve("payments"))
            .applyTo(context);
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }
}
