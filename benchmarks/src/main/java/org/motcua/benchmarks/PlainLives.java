package org.motcua.benchmarks;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.motcua.benchmarks.RowsWritten.Write;

/**
 * The yardstick of whole lives: as many transactions, with as many rows of the same sizes, written
 * by plain statements on the portal's own server and nothing else done.
 */
final class PlainLives implements AutoCloseable {

  static final String STEP = "plain life";

  private static final String DATABASE = "benchmark_lives";

  private final DatabaseServer server;
  private final List<Connection> connections = new ArrayList<>();

  PlainLives(DatabaseServer server) throws SQLException {
    this.server = server;
    try (var connection = server.connect();
        var statement = connection.createStatement()) {
      statement.execute("create database " + DATABASE);
    }
    try (var connection = DriverManager.getConnection(server.url(DATABASE));
        var statement = connection.createStatement()) {
      statement.execute("create table written (id uuid primary key, text text not null)");
    }
  }

  /**
   * @param writes of one life, spread evenly over its transactions
   */
  Load.Result run(Load load, int writers, List<Write> writes, int transactions) throws Exception {
    var people = new ArrayList<Load.Person>();
    for (var i = 0; i < writers; i++) {
      var connection = DriverManager.getConnection(server.url(DATABASE));
      connection.setAutoCommit(false);
      connections.add(connection);
      people.add(new Writer(connection, writes, transactions));
    }
    return load.run(people);
  }

  private static final class Writer implements Load.Person {

    private final Connection connection;
    private final List<Write> writes;
    private final int transactions;
    private final PreparedStatement insert;
    private final PreparedStatement update;
    private final PreparedStatement delete;
    private final ArrayDeque<UUID> written = new ArrayDeque<>();

    Writer(Connection connection, List<Write> writes, int transactions) throws SQLException {
      this.connection = connection;
      this.writes =
          writes.stream().sorted((one, other) -> one.kind().compareTo(other.kind())).toList();
      this.transactions = transactions;
      this.insert = connection.prepareStatement("insert into written (id, text) values (?, ?)");
      this.update = connection.prepareStatement("update written set text = ? where id = ?");
      this.delete = connection.prepareStatement("delete from written where id = ?");
    }

    @Override
    public void doItOnce(Timings timings) throws Exception {
      timings.time(STEP, this::live);
    }

    private boolean live() throws SQLException {
      for (var n = 0; n < transactions; n++) {
        for (var i = n; i < writes.size(); i += transactions) write(writes.get(i));
        connection.commit();
      }
      return true;
    }

    private void write(Write write) throws SQLException {
      switch (write.kind()) {
        case INSERT -> {
          var id = UUID.randomUUID();
          insert.setObject(1, id);
          insert.setString(2, "x".repeat(write.bytes()));
          insert.executeUpdate();
          written.addLast(id);
          if (written.size() > 100) written.removeFirst();
        }
        case UPDATE -> {
          update.setString(1, "y".repeat(write.bytes()));
          update.setObject(2, written.peekLast());
          update.executeUpdate();
        }
        case DELETE -> {
          delete.setObject(1, written.peekFirst());
          delete.executeUpdate();
        }
      }
    }
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
