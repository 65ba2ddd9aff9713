package org.motcua.benchmarks;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;

/**
 * The portal's embedded PostgreSQL, found through the data folder.
 *
 * @param portal the process that it belongs to
 */
record DatabaseServer(long portal, long process, int port, String password) {

  private static final String PORTAL = "postgres";

  /** In {@code postmaster.pid} the first line is the process, the fourth the port. */
  static DatabaseServer in(Path data) throws IOException {
    var portal = data.resolve("portal");
    var lines = Files.readAllLines(portal.resolve("postgresql/postmaster.pid"));
    return new DatabaseServer(
        Long.parseLong(Files.readString(data.resolve("run/portal.pid")).strip()),
        Long.parseLong(lines.getFirst().strip()),
        Integer.parseInt(lines.get(3).strip()),
        Files.readString(portal.resolve("postgresql.password")).strip());
  }

  @Override
  public String toString() {
    return "PostgreSQL on port " + port;
  }

  String url(String database) {
    return "jdbc:postgresql://127.0.0.1:%d/%s?user=postgres&password=%s"
        .formatted(port, database, password);
  }

  Connection connect() throws SQLException {
    return DriverManager.getConnection(url(PORTAL));
  }

  String version() throws SQLException {
    return text("show server_version");
  }

  /** Transactions that the portal's database has committed so far; reads count too. */
  long commits() throws SQLException {
    return Long.parseLong(
        text("select xact_commit from pg_stat_database where datname = '" + PORTAL + "'"));
  }

  /** Bytes written to the journal so far. */
  long journal() throws SQLException {
    return Long.parseLong(text("select (pg_current_wal_lsn() - '0/0')::bigint"));
  }

  private String text(String sql) throws SQLException {
    try (var connection = connect();
        var statement = connection.createStatement();
        var rows = statement.executeQuery(sql)) {
      if (!rows.next()) throw new SQLException("No answer to: " + sql);
      return rows.getString(1);
    }
  }
}
