package org.motcua.benchmarks;

import java.io.IOException;
import java.io.StringReader;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.UUID;
import org.postgresql.PGConnection;

/**
 * Accounts of citizens, brought in by COPY as a move from an older system would bring them. All
 * have the password of the demo's people: so many hashes would take a day to make.
 */
final class LoadedAccounts implements AutoCloseable {

  static final String PASSWORD = "MotCua@2020";

  private static final int MOST = 1_000_000;
  private static final int BATCH = 10_000;

  private final Connection connection;
  private final String hash;
  private int count;

  LoadedAccounts(DatabaseServer database) throws SQLException {
    connection = database.connect();
    hash = hashOfDemoPassword();
  }

  int count() {
    return count;
  }

  Connection connection() {
    return connection;
  }

  /** The twelve digits of a card: Thái Bình, a woman of 1990, a serial. */
  static String number(int serial) {
    return "034190%06d".formatted(serial);
  }

  private static String phone(int serial) {
    return "+8493%07d".formatted(serial);
  }

  static UUID id(int serial) {
    return new UUID(0x0190_0000_0000_7000L, 0x8000_0000_0000_0000L | serial);
  }

  /** What a hash costs: Argon2 writes it before the hash itself. */
  String cost() {
    return hash.replaceFirst("^(\\$[^$]+\\$v=\\d+\\$[^$]+)\\$.*$", "$1");
  }

  void growTo(int wanted) throws SQLException, IOException {
    if (wanted > MOST) throw new IllegalArgumentException("At most " + MOST + " accounts");
    for (; count < wanted; count += Math.min(BATCH, wanted - count)) {
      copy(count, Math.min(wanted, count + BATCH));
    }
    try (var statement = connection.createStatement()) {
      statement.execute("vacuum analyze identity.account");
      statement.execute("vacuum analyze identity.account_name");
    }
  }

  private void copy(int from, int to) throws SQLException, IOException {
    var accounts = new StringBuilder();
    var names = new StringBuilder();
    for (var serial = from; serial < to; serial++) {
      var id = id(serial);
      accounts
          .append(id)
          .append("\tCITIZEN\tNguyễn Thị Thử\t")
          .append(number(serial))
          .append('\t')
          .append(phone(serial))
          .append("\tVIETNAMESE\t")
          .append(hash)
          .append("\t2026-01-01 00:00:00+00\n");
      names.append(name(number(serial), "CITIZEN_ID", id)).append(name(phone(serial), "PHONE", id));
    }
    copy(
        "identity.account (id, kind, name, citizen_id, phone, language, password_hash, created_at)",
        accounts);
    copy("identity.account_name (name, kind, account_id, since)", names);
  }

  private static String name(String name, String kind, UUID id) {
    return name + "\t" + kind + "\t" + id + "\t2026-01-01 00:00:00+00\n";
  }

  private void copy(String table, CharSequence rows) throws SQLException, IOException {
    connection
        .unwrap(PGConnection.class)
        .getCopyAPI()
        .copyIn("copy " + table + " from stdin", new StringReader(rows.toString()));
  }

  private String hashOfDemoPassword() throws SQLException {
    try (var statement = connection.createStatement();
        var rows =
            statement.executeQuery(
                """
                select password_hash from identity.account where sign_in_name = 'hongha.reception'
                """)) {
      if (!rows.next()) throw new SQLException("The demo's people have no accounts");
      return rows.getString(1);
    }
  }

  @Override
  public void close() throws SQLException {
    connection.close();
  }
}
