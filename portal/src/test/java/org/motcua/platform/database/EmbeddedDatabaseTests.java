package org.motcua.platform.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(value = 2, unit = TimeUnit.MINUTES)
class EmbeddedDatabaseTests {

  @TempDir static Path programFolder;

  @TempDir Path somewhere;
  private Path folder;

  @BeforeEach
  void folderWithASpaceInItsName() {
    folder = somewhere.resolve("dữ liệu của tôi");
  }

  @Test
  void whatWasCommittedIsThereAfterAStopAndAfterAKilledServer() throws Exception {
    try (var first = start()) {
      execute(first, "create table kept(word text)", "insert into kept values ('một')");
      assertThat(query(first, "show fsync")).isEqualTo("on");
      assertThat(query(first, "show synchronous_commit")).isEqualTo("on");
    }
    var second = start();
    execute(second, "insert into kept values ('hai')");
    kill(server());
    second.close();

    try (var third = start()) {
      assertThat(query(third, "select string_agg(word, ' ' order by word desc) from kept"))
          .isEqualTo("một hai");
    }
  }

  @Test
  void aSecondPortalIsRefusedWhileTheFirstGoesOn() throws Exception {
    try (var first = start()) {
      assertThatExceptionOfType(DatabaseDoesNotStart.class)
          .isThrownBy(() -> start())
          .withMessageContaining("Another portal uses the data folder");
      assertThat(query(first, "select 'alive'")).isEqualTo("alive");
    }
  }

  @Test
  void aServerThatAKilledPortalLeftBehindIsStoppedFirst() throws Exception {
    String program;
    try (var first = start()) {
      program = server().info().command().orElseThrow();
    }
    var left = startServerAlone(program);
    try (var next = start()) {
      assertThat(left.isAlive()).isFalse();
      assertThat(query(next, "select 'alive'")).isEqualTo("alive");
    }
  }

  @Test
  void aPidFileThatNamesAnotherProcessHarmsNobody() throws Exception {
    start().close();
    var other = new ProcessBuilder("sleep", "60").start();
    try {
      Files.writeString(folder.resolve("postgresql/postmaster.pid"), other.pid() + "\n");
      start().close();
      assertThat(other.isAlive()).isTrue();
    } finally {
      other.destroyForcibly();
    }
  }

  @Test
  void aFirstStartThatWasCutShortBeginsAgain() throws Exception {
    Files.createDirectories(folder.resolve("postgresql/base"));
    Files.createFile(folder.resolve("postgresql/postgresql.conf"));
    Files.createFile(folder.resolve("postgresql.unfinished"));
    try (var database = start()) {
      assertThat(query(database, "select 'alive'")).isEqualTo("alive");
    }
    assertThat(folder.resolve("postgresql.unfinished")).doesNotExist();
  }

  @Test
  void nobodyEntersWithoutThePassword() throws Exception {
    try (var database = start()) {
      var url = database.connectionDetails().getJdbcUrl();
      assertThatExceptionOfType(SQLException.class)
          .isThrownBy(() -> DriverManager.getConnection(url, "postgres", "postgres"));
      assertThat(Files.getPosixFilePermissions(folder.resolve("postgresql.password"))).hasSize(2);
    }
  }

  private EmbeddedDatabase start() {
    return EmbeddedDatabase.start(folder, programFolder);
  }

  private Process startServerAlone(String program) throws IOException {
    var command = new ArrayList<String>();
    if (System.getProperty("user.name").equals("root")) command.addAll(List.of("unshare", "-U"));
    command.addAll(List.of(program, "-D", folder.resolve("postgresql").toString()));
    command.addAll(List.of("-p", String.valueOf(freePort()), "-c", "listen_addresses=127.0.0.1"));
    command.addAll(List.of("-c", "unix_socket_directories="));
    var process = new ProcessBuilder(command).redirectErrorStream(true).start();
    var output = process.inputReader();
    String line;
    do line = output.readLine();
    while (line != null && !line.contains("ready to accept connections"));
    assertThat(line).isNotNull();
    return process;
  }

  private static int freePort() throws IOException {
    try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    }
  }

  private ProcessHandle server() throws IOException {
    var pid = Files.readAllLines(folder.resolve("postgresql/postmaster.pid")).getFirst();
    return ProcessHandle.of(Long.parseLong(pid)).orElseThrow();
  }

  private static void kill(ProcessHandle server) {
    server.destroyForcibly();
    server.onExit().join();
  }

  private static void execute(EmbeddedDatabase database, String... statements) throws SQLException {
    try (var connection = connect(database);
        var statement = connection.createStatement()) {
      for (var sql : statements) statement.execute(sql);
    }
  }

  private static String query(EmbeddedDatabase database, String sql) throws SQLException {
    try (var connection = connect(database);
        var statement = connection.createStatement();
        var result = statement.executeQuery(sql)) {
      result.next();
      return result.getString(1);
    }
  }

  private static Connection connect(EmbeddedDatabase database) throws SQLException {
    var details = database.connectionDetails();
    return DriverManager.getConnection(
        details.getJdbcUrl(), details.getUsername(), details.getPassword());
  }
}
