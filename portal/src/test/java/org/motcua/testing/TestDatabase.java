package org.motcua.testing;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.util.Map;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.env.MapPropertySource;

/**
 * One PostgreSQL server for the whole run, a database of its own for each application context.
 * Registered in {@code META-INF/spring.factories}, so that no test has to ask for it.
 */
class TestDatabase implements ApplicationContextInitializer<ConfigurableApplicationContext> {

  private static int databases;

  @Override
  public void initialize(ConfigurableApplicationContext context) {
    if (context.getParent() != null) return;
    // A portal started with arguments brings its own.
    if (context.getEnvironment().getPropertySources().contains("commandLineArgs")) return;
    try {
      context
          .getEnvironment()
          .getPropertySources()
          .addFirst(
              new MapPropertySource(
                  "test database",
                  Map.of(
                      "spring.datasource.url", newDatabase(),
                      "spring.datasource.username", "postgres",
                      "spring.datasource.password", "postgres",
                      "spring.datasource.hikari.maximum-pool-size", "8",
                      "motcua.data-folder", Files.createTempDirectory("motcua-test").toString(),
                      "management.server.port", "0")));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static synchronized String newDatabase() {
    var name = "test" + ++databases;
    try (var connection = Server.instance.getPostgresDatabase().getConnection();
        var statement = connection.createStatement()) {
      statement.execute("create database " + name);
      return Server.instance.getJdbcUrl("postgres", name);
    } catch (java.sql.SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  private static class Server {
    static final EmbeddedPostgres instance = start();

    static EmbeddedPostgres start() {
      try {
        return EmbeddedPostgres.builder()
            .setServerConfig("fsync", "off")
            .setServerConfig("synchronous_commit", "off")
            .setServerConfig("max_connections", "300")
            .start();
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }
}
