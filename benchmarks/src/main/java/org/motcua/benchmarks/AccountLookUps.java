package org.motcua.benchmarks;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/**
 * The statements that a sign-in asks the database, as the portal's {@code JdbcAccountStore} words
 * them: whose number it is, and the account itself.
 */
final class AccountLookUps implements Load.Person, AutoCloseable {

  static final String BY_NUMBER = "find an account by its number";
  static final String BY_ID = "find an account by its id";

  private static final String SELECT =
      "select id, kind, name, phone, email, language, password_hash, state from identity.account ";
  private static final String OF_NUMBER =
      SELECT + "where id in (select account_id from identity.account_name where name = any(?))";
  private static final String OF_ID = SELECT + "where id = ?";

  private final Connection connection;
  private final PreparedStatement byNumber;
  private final PreparedStatement byId;
  private final int accounts;
  private final Random random;

  AccountLookUps(DatabaseServer database, int accounts, int seed) throws SQLException {
    this.connection = database.connect();
    this.byNumber = connection.prepareStatement(OF_NUMBER);
    this.byId = connection.prepareStatement(OF_ID);
    this.accounts = accounts;
    this.random = new Random(seed);
  }

  @Override
  public void doItOnce(Timings timings) throws Exception {
    var serial = random.nextInt(accounts);
    byNumber.setArray(
        1, connection.createArrayOf("text", new String[] {LoadedAccounts.number(serial)}));
    timings.time(BY_NUMBER, () -> found(byNumber));
    byId.setObject(1, LoadedAccounts.id(serial));
    timings.time(BY_ID, () -> found(byId));
  }

  private static boolean found(PreparedStatement query) throws SQLException {
    try (var rows = query.executeQuery()) {
      if (rows.next()) return true;
      throw new SQLException("The account is not there");
    }
  }

  /** How PostgreSQL goes about it; a plan that reads a whole table is none. */
  List<String> plans() throws SQLException {
    var lines = new ArrayList<String>();
    for (var sql :
        List.of(
            OF_NUMBER.replace("?", "'{" + LoadedAccounts.number(0) + "}'"),
            OF_ID.replace("?", "'" + LoadedAccounts.id(0) + "'"))) {
      try (var statement = connection.createStatement();
          var rows = statement.executeQuery("explain (costs off) " + sql)) {
        while (rows.next()) lines.add(rows.getString(1));
      }
    }
    return lines;
  }

  @Override
  public void close() throws SQLException {
    connection.close();
  }
}
