package org.motcua.testing;

import java.util.ArrayList;
import java.util.List;
import org.motcua.PortalApplication;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.env.Environment;

/** A second node of the portal beside the one that a test runs in: same database, same files. */
public final class AnotherNode {

  /**
   * @param settings more of them, as {@code --name=value}
   */
  public static ConfigurableApplicationContext beside(Environment first, String... settings) {
    var all =
        new ArrayList<>(
            List.of(
                "--server.port=0",
                "--management.server.port=0",
                "--spring.datasource.username=postgres",
                "--spring.datasource.password=postgres",
                "--spring.datasource.hikari.maximum-pool-size=4"));
    for (var shared :
        List.of("motcua.data-folder", "motcua.outside-url", "spring.datasource.url")) {
      all.add("--" + shared + "=" + first.getProperty(shared));
    }
    all.addAll(List.of(settings));
    return new SpringApplicationBuilder(PortalApplication.class).run(all.toArray(String[]::new));
  }

  private AnotherNode() {}
}
