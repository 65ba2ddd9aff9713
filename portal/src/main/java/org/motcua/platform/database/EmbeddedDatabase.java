package org.motcua.platform.database;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.jdbc.autoconfigure.JdbcConnectionDetails;
import org.springframework.util.FileSystemUtils;

/**
 * A real PostgreSQL server in a folder of ours, durable, started with the portal and stopped after
 * its last connection.
 *
 * <p>The library's defaults are meant for tests: not durable, deleted at the end, open to everyone
 * on this machine. All three are turned round here.
 */
class EmbeddedDatabase implements AutoCloseable {

  private static final Logger log = LoggerFactory.getLogger(EmbeddedDatabase.class);
  private static final Duration START_LIMIT = Duration.ofSeconds(60);
  private static final Duration STOP_LIMIT = Duration.ofSeconds(15);
  private static final long NEEDED_MEGABYTES = 200;

  private final DataFolderLock lock;
  private final EmbeddedPostgres server;
  private final DatabasePassword password;

  private EmbeddedDatabase(
      DataFolderLock lock, EmbeddedPostgres server, DatabasePassword password) {
    this.lock = lock;
    this.server = server;
    this.password = password;
  }

  /** Starts the server of this data folder; its files are made at the first start. */
  static EmbeddedDatabase start(Path dataFolder) {
    // The program lies beside its data: the library's default is a folder of all this machine's
    // users, who could put a program of theirs there.
    return start(dataFolder, dataFolder.resolve("postgresql-program"));
  }

  static EmbeddedDatabase start(Path dataFolder, Path programFolder) {
    var lock = DataFolderLock.take(dataFolder);
    try {
      return start(dataFolder, programFolder, lock);
    } catch (DatabaseDoesNotStart e) {
      lock.release();
      throw e;
    } catch (IOException | IllegalStateException e) {
      lock.release();
      throw DatabaseDoesNotStart.because(dataFolder, e);
    }
  }

  private static EmbeddedDatabase start(Path dataFolder, Path programFolder, DataFolderLock lock)
      throws IOException {
    requireFreeSpace(dataFolder);
    var folder = dataFolder.resolve("postgresql");
    var unfinished = dataFolder.resolve("postgresql.unfinished");
    stopServerLeftIn(folder);
    clearUnfinished(folder, unfinished);

    var password = new DatabasePassword(dataFolder);
    if (password.exists()) password.demandIn(folder);
    var server = startServer(programFolder, folder, password.read());
    if (!password.exists()) {
      password.introduce(server);
      password.demandIn(folder);
      password.reload(server);
    }
    Files.deleteIfExists(unfinished);
    log.info("Embedded PostgreSQL listens on 127.0.0.1:{}, data in {}", server.getPort(), folder);
    return new EmbeddedDatabase(lock, server, password);
  }

  private static EmbeddedPostgres startServer(
      Path programFolder, Path folder, @Nullable String password) throws IOException {
    var builder =
        EmbeddedPostgres.builder()
            .setOverrideWorkingDirectory(programFolder.toFile())
            .setDataDirectory(folder)
            .setCleanDataDirectory(false)
            .setRegisterShutdownHook(false)
            .setPGStartupWait(START_LIMIT)
            .setLocaleConfig("locale", "C.UTF-8")
            .setServerConfig("fsync", "on")
            .setServerConfig("synchronous_commit", "on")
            .setServerConfig("full_page_writes", "on")
            .setServerConfig("max_connections", "200")
            .setServerConfig("shared_buffers", "256MB")
            .setServerConfig("listen_addresses", "127.0.0.1")
            .setServerConfig("unix_socket_directories", "");
    if (password != null) builder.setConnectConfig("password", password);
    return builder.start();
  }

  private static void requireFreeSpace(Path dataFolder) throws IOException {
    var megabytes = Files.getFileStore(dataFolder).getUsableSpace() >> 20;
    if (megabytes < NEEDED_MEGABYTES) {
      throw DatabaseDoesNotStart.forLackOfSpace(dataFolder, megabytes, NEEDED_MEGABYTES);
    }
  }

  /**
   * The first line of {@code postmaster.pid} is the server's process id; the file outlives a killed
   * server. We hold the folder's lock, so that no living portal uses it.
   */
  private static void stopServerLeftIn(Path folder) throws IOException {
    var pidFile = folder.resolve("postmaster.pid");
    if (!Files.exists(pidFile)) return;
    var lines = Files.readAllLines(pidFile);
    if (!lines.isEmpty()) {
      var left =
          ProcessHandle.of(Long.parseLong(lines.getFirst().strip()))
              .filter(process -> process.info().command().orElse("").contains("postgres"));
      if (left.isPresent()) stop(left.get());
    }
    Files.deleteIfExists(pidFile);
  }

  private static void stop(ProcessHandle server) throws IOException {
    log.warn("An earlier run left PostgreSQL running (pid {}); stopping it", server.pid());
    // SIGINT: roll back what is open and end. Java itself can only send SIGTERM, which waits until
    // the last client hangs up.
    new ProcessBuilder("sh", "-c", "kill -INT " + server.pid()).start();
    try {
      server.onExit().get(STOP_LIMIT.toSeconds(), TimeUnit.SECONDS);
    } catch (TimeoutException e) {
      server.destroyForcibly(); // it recovers from its journal
      server.onExit().join();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } catch (ExecutionException e) {
      throw new IllegalStateException(e);
    }
  }

  /** What a first start that was cut short left behind has never held anything. */
  private static void clearUnfinished(Path folder, Path unfinished) throws IOException {
    if (Files.exists(unfinished)) FileSystemUtils.deleteRecursively(folder);
    else if (!Files.exists(folder)) Files.createFile(unfinished);
  }

  JdbcConnectionDetails connectionDetails() {
    return new JdbcConnectionDetails() {
      @Override
      public String getUsername() {
        return "postgres";
      }

      @Override
      public @Nullable String getPassword() {
        return password.read();
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
    lock.release();
  }
}
