package org.motcua.benchmarks;

import java.io.IOException;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/**
 * The yardstick: one row inserted and committed, again and again, on the portal's own server, by as
 * many connections as there are virtual people.
 */
final class PlainCommits implements AutoCloseable {

  static final String STEP = "insert and commit";

  private static final Duration WARM_UP = Duration.ofSeconds(2);
  private static final Duration MEASURED = Duration.ofSeconds(8);
  private static final String DATABASE = "benchmark";

  private final DatabaseServer server;
  private final List<Connection> connections = new ArrayList<>();

  PlainCommits(DatabaseServer server) throws SQLException {
    this.server = server;
    try (var connection = server.connect();
        var statement = connection.createStatement()) {
      statement.execute("create database " + DATABASE);
    }
    try (var connection = DriverManager.getConnection(server.url(DATABASE));
        var statement = connection.createStatement()) {
      statement.execute(
          "create table plain (id uuid primary key, at timestamptz not null, text text not null)");
    }
  }

  Load.Result run(int writers) throws SQLException, InterruptedException, IOException {
    var people = new ArrayList<Load.Person>();
    for (var i = 0; i < writers; i++) {
      var connection = DriverManager.getConnection(server.url(DATABASE));
      connections.add(connection);
      people.add(writer(connection));
    }
    var result = new Load(server, WARM_UP, MEASURED).run(people);
    for (var connection : connections) connection.close();
    connections.clear();
    return result;
  }

  private static Load.Person writer(Connection connection) throws SQLException {
    connection.setAutoCommit(false);
    var insert =
        connection.prepareStatement("insert into plain (id, at, text) values (?, now(), ?)");
    return timings -> timings.time(STEP, () -> write(connection, insert));
  }

  private static boolean write(Connection connection, PreparedStatement insert)
      throws SQLException {
    insert.setObject(1, UUID.randomUUID());
    insert.setString(2, "Một dòng, một lần ghi");
    insert.executeUpdate();
    connection.commit();
    return true;
  }

  @Override
  public void close() throws SQLException {
    for (var connection : connections) connection.close();
    try (var connection = server.connect();
        var statement = connection.createStatement()) {
      statement.execute("drop database if exists " + DATABASE + " with (force)");
    }
  }
}
