package org.motcua.platform.database;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.motcua.PortalApplication;
import org.springframework.boot.SpringApplication;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * {@code SPRING_DATASOURCE_URL} replaces the embedded database: all migrations and the whole portal
 * start on Debian's PostgreSQL 15, where its package is installed.
 */
class GivenPostgreSql15Tests {

  private static final Path PROGRAMS = Path.of("/usr/lib/postgresql/15/bin");
  private static final boolean ROOT = System.getProperty("user.name").equals("root");

  @TempDir Path portalData;

  @Test
  void thePortalStartsOnTheDatabaseItIsGiven() throws Exception {
    Assumptions.assumeTrue(
        Files.isExecutable(PROGRAMS.resolve("initdb")),
        "skipped: PostgreSQL 15 is not in " + PROGRAMS + " (Debian: package postgresql-15)");
    try (var server = Server.start();
        var portal = startPortalOn(server)) {
      var jdbc = portal.getBean(JdbcClient.class);
      assertThat(jdbc.sql("show server_version").query(String.class).single()).startsWith("15.");
      assertThat(
              jdbc.sql("select count(*) from pg_namespace where nspname = 'platform'")
                  .query(Integer.class)
                  .single())
          .isEqualTo(1);
      assertThat(portal.getBeansOfType(EmbeddedDatabase.class)).isEmpty();
      assertThat(portalData.resolve("postgresql")).doesNotExist();
    }
  }

  private ConfigurableApplicationContext startPortalOn(Server server) {
    var portal = new SpringApplication(PortalApplication.class);
    portal.setDefaultProperties(Map.of("motcua.demo", "false"));
    return portal.run(
        "--spring.datasource.url=" + server.url(),
        "--spring.datasource.username=motcua",
        "--spring.datasource.password=a password",
        "--motcua.data-folder=" + portalData,
        "--server.port=0",
        "--management.server.port=0");
  }

  /** A cluster of its own in a temporary folder; PostgreSQL refuses to run as root. */
  private record Server(Path folder, int port) implements AutoCloseable {

    static Server start() throws IOException, InterruptedException {
      var folder = Files.createTempDirectory("motcua-postgresql-15");
      if (ROOT) run(List.of("chown", "postgres", folder.toString()));
      var server = new Server(folder, freePort());
      server.runHere("initdb", "-A", "trust", "-U", "motcua", "-E", "UTF-8", "--locale=C.UTF-8");
      server.runHere(
          "pg_ctl", "start", "-w", "-l", folder.resolve("log").toString(), "-o", server.options());
      return server;
    }

    private String options() {
      return "-p %d -c listen_addresses=127.0.0.1 -c unix_socket_directories= -c fsync=off"
          .formatted(port);
    }

    String url() {
      return "jdbc:postgresql://127.0.0.1:" + port + "/postgres";
    }

    private void runHere(String program, String... arguments)
        throws IOException, InterruptedException {
      var command = new ArrayList<String>();
      if (ROOT)
        command.addAll(
            List.of("setpriv", "--reuid=postgres", "--regid=postgres", "--clear-groups"));
      command.addAll(
          List.of(PROGRAMS.resolve(program).toString(), "-D", folder.resolve("data").toString()));
      command.addAll(List.of(arguments));
      run(command);
    }

    private static void run(List<String> command) throws IOException, InterruptedException {
      var output = Files.createTempFile("motcua", ".out");
      var process =
          new ProcessBuilder(command)
              .directory(Path.of("/").toFile())
              .redirectErrorStream(true)
              .redirectOutput(output.toFile())
              .start();
      assertThat(process.waitFor()).as(() -> read(output)).isZero();
      Files.delete(output);
    }

    private static String read(Path file) {
      try {
        return Files.readString(file);
      } catch (IOException e) {
        return Objects.toString(e);
      }
    }

    private static int freePort() throws IOException {
      try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
        return socket.getLocalPort();
      }
    }

    @Override
    public void close() throws IOException, InterruptedException {
      runHere("pg_ctl", "stop", "-m", "immediate");
      run(List.of("rm", "-rf", folder.toString()));
    }
  }
}
