package org.motcua.platform.database;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.sql.SQLException;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;

/**
 * Keeps other users of this machine out of the embedded database: a password drawn at its first
 * start, in a file that its owner alone can read.
 */
class DatabasePassword {

  private static final String LET_IN_BY_PASSWORD =
      """
      # Written by the portal at every start.
      host all all 127.0.0.1/32 scram-sha-256
      """;

  private final Path file;

  DatabasePassword(Path dataFolder) {
    this.file = dataFolder.resolve("postgresql.password");
  }

  boolean exists() {
    return Files.exists(file);
  }

  @Nullable String read() {
    try {
      return exists() ? Files.readString(file).strip() : null;
    } catch (IOException e) {
      throw new UncheckedIOException("The database's password cannot be read from " + file, e);
    }
  }

  /** Gives a server that has just been made its password, and only then writes it down. */
  void introduce(EmbeddedPostgres server) throws IOException {
    var drawn = new byte[24];
    new SecureRandom().nextBytes(drawn);
    var password = HexFormat.of().formatHex(drawn);
    execute(server, null, "alter role postgres password '" + password + "'");
    keep(password);
  }

  private void keep(String password) throws IOException {
    var fresh = file.resolveSibling(file.getFileName() + ".new");
    Files.deleteIfExists(fresh);
    Files.createFile(
        fresh, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
    Files.writeString(fresh, password + "\n");
    Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE);
  }

  void demandIn(Path databaseFolder) throws IOException {
    Files.writeString(databaseFolder.resolve("pg_hba.conf"), LET_IN_BY_PASSWORD);
  }

  void reload(EmbeddedPostgres server) throws IOException {
    execute(server, read(), "select pg_reload_conf()");
  }

  private static void execute(EmbeddedPostgres server, @Nullable String password, String sql)
      throws IOException {
    try (var connection = server.getPostgresDatabase().getConnection("postgres", password);
        var statement = connection.createStatement()) {
      statement.execute(sql);
    } catch (SQLException e) {
      throw new IOException("The database's password could not be set", e);
    }
  }
}
