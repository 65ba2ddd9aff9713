package org.motcua.platform.database;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.jdbc.autoconfigure.JdbcConnectionDetails;

/**
 * A real PostgreSQL server in a folder of ours, durable, started with the portal and stopped after
 * its last connection.
 *
 * <p>The library's defaults are meant for tests: not durable, and deleted at the end. Both are
 * turned round here. A server that a killed portal left behind is stopped first, since it would
 * hold the folder.
 */
class EmbeddedDatabase implements AutoCloseable {

  private static final Logger log = LoggerFactory.getLogger(EmbeddedDatabase.class);
  private static final Duration START_LIMIT = Duration.ofSeconds(60);

  private final EmbeddedPostgres server;

  private EmbeddedDatabase(EmbeddedPostgres server) {
    this.server = server;
  }

  static EmbeddedDatabase start(Path folder) {
    try {
      Files.createDirectories(folder.getParent());
      stopServerLeftIn(folder);
      var server =
          EmbeddedPostgres.builder()
              .setDataDirectory(folder)
              .setCleanDataDirectory(false)
              .setRegisterShutdownHook(false)
              .setPGStartupWait(START_LIMIT)
              .setServerConfig("fsync", "on")
              .setServerConfig("synchronous_commit", "on")
              .setServerConfig("full_page_writes", "on")
              .setServerConfig("max_connections", "200")
              .setServerConfig("shared_buffers", "256MB")
              .setServerConfig("listen_addresses", "127.0.0.1")
              .start();
      log.info("Embedded PostgreSQL listens on 127.0.0.1:{}, data in {}", server.getPort(), folder);
      return new EmbeddedDatabase(server);
    } catch (IOException e) {
      throw new UncheckedIOException("PostgreSQL could not be started in " + folder, e);
    }
  }

  /**
   * The first line of {@code postmaster.pid} is the server's process id; the file outlives a killed
   * server.
   */
  private static void stopServerLeftIn(Path folder) throws IOException {
    var pidFile = folder.resolve("postmaster.pid");
    if (!Files.exists(pidFile)) return;
    var pid = Long.parseLong(Files.readAllLines(pidFile).getFirst().strip());
    ProcessHandle.of(pid)
        .filter(process -> process.info().command().orElse("").contains("postgres"))
        .ifPresent(EmbeddedDatabase::stop);
    Files.deleteIfExists(pidFile);
  }

  private static void stop(ProcessHandle server) {
    log.warn("An earlier run left PostgreSQL running (pid {}); stopping it", server.pid());
    server.destroy();
    try {
      server.onExit().get(30, TimeUnit.SECONDS);
    } catch (Exception e) {
      throw new IllegalStateException(
          "PostgreSQL of an earlier run does not stop: pid " + server.pid(), e);
    }
  }

  JdbcConnectionDetails connectionDetails() {
    return new JdbcConnectionDetails() {
      @Override
      public String getUsername() {
        return "postgres";
      }

      @Override
      public String getPassword() {
        return "postgres";
      }

      @Override
      public String getJdbcUrl() {
        return server.getJdbcUrl("postgres", "postgres");
      }
    };
  }

  @Override
  public void close() throws IOException {
    server.close();
  }
}
