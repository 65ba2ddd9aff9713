package org.motcua.benchmarks;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.StringReader;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.UUID;
import org.postgresql.PGConnection;

/**
 * Sign-ons at an agency's portal, brought in by COPY as the last half day would have left them, and
 * what each of these people has agreed to.
 */
final class LoadedSignOns implements AutoCloseable {

  private static final int MOST = 10_000_000;
  private static final int BATCH = 10_000;

  /** No sign-on lives longer than half a day. */
  private static final Duration AGE = Duration.ofHours(6);

  private static final Duration LIFE = Duration.ofHours(12);

  private final Connection connection;
  private final Instant begun = Instant.now();
  private int live;
  private int dead;

  LoadedSignOns(DatabaseServer database) throws SQLException {
    connection = database.connect();
  }

  int live() {
    return live;
  }

  void growTo(int wanted) throws SQLException, IOException {
    if (wanted > MOST) throw new IllegalArgumentException("At most " + MOST + " sign-ons");
    for (; live < wanted; live += Math.min(BATCH, wanted - live)) {
      copy(live, Math.min(wanted, live + BATCH), AGE);
    }
    settle();
  }

  /** As many whose time was up an hour ago. */
  void addDead(int count) throws SQLException, IOException {
    var end = dead + count;
    for (; dead < end; dead += Math.min(BATCH, end - dead)) {
      copy(MOST + dead, MOST + Math.min(end, dead + BATCH), LIFE.plusHours(1));
    }
    settle();
  }

  boolean anyDead() throws SQLException {
    return !text("select 1 from connect.sign_on where expires_at <= now() limit 1").isEmpty();
  }

  /** The portal's own job that clears dead ones away, at once instead of when it is due. */
  void clearNow() throws SQLException {
    var due =
        text(
            """
            update platform.scheduled_tasks set execution_time = now()
            where task_name = 'connect.forget-dead-sign-ons' returning task_name
            """);
    if (due.isEmpty()) throw new SQLException("The portal has no job that clears sign-ons away");
  }

  /** All rows, those that the measured sign-ins have made with them. */
  String rows() throws SQLException {
    return text("select to_char(count(*), 'FM999,999,999') from connect.sign_on");
  }

  String megabytes() throws SQLException {
    return text("select pg_total_relation_size('connect.sign_on') / 1024 / 1024");
  }

  /** Of a live one. */
  UUID id(int serial) {
    return id(serial, at(serial, AGE));
  }

  private static UUID id(int serial, Instant at) {
    return new UUID(at.toEpochMilli() << 16 | 0x7000L, 0x8000_0000_0000_0000L | serial);
  }

  static String session(int serial) {
    return hash("session " + serial);
  }

  /** A thousand a second. */
  private Instant at(int serial, Duration age) {
    return begun.minus(age).plusMillis(serial % MOST);
  }

  private void copy(int from, int to, Duration age) throws SQLException, IOException {
    var signOns = new StringBuilder();
    var agreements = new StringBuilder();
    for (var serial = from; serial < to; serial++) {
      var at = at(serial, age);
      var account = LoadedAccounts.id(serial);
      signOns
          .append(id(serial, at))
          .append('\t' + AgencySystem.ID + '\t')
          .append(account)
          .append('\t')
          .append(session(serial))
          .append('\t')
          .append(hash("sid " + serial))
          .append("\tLoA2\t")
          .append(at)
          .append("\t{openid,profile}\thttps://dichvucong.example/callback\tn-0123456789abcdef\t")
          .append(at)
          .append('\t')
          .append(at.plusSeconds(1))
          .append('\t')
          .append(at.plus(LIFE))
          .append('\n');
      agreements
          .append(account)
          .append('\t' + AgencySystem.ID + "\t{NAME,NUMBER}\t{}\t")
          .append(at)
          .append('\n');
    }
    copy(
        "connect.sign_on (id, client_id, account_id, session, sid, acr, authenticated_at, scopes,"
            + " redirect_address, nonce, created_at, code_used_at, expires_at)",
        signOns);
    copy("connect.agreement (account_id, client_id, given, refused, agreed_at)", agreements);
  }

  private void copy(String table, CharSequence rows) throws SQLException, IOException {
    connection
        .unwrap(PGConnection.class)
        .getCopyAPI()
        .copyIn("copy " + table + " from stdin", new StringReader(rows.toString()));
  }

  private void settle() throws SQLException {
    try (var statement = connection.createStatement()) {
      statement.execute("vacuum analyze connect.sign_on");
      statement.execute("vacuum analyze connect.agreement");
      statement.execute("checkpoint");
    }
  }

  private String text(String sql) throws SQLException {
    try (var statement = connection.createStatement();
        var rows = statement.executeQuery(sql)) {
      return rows.next() ? rows.getString(1) : "";
    }
  }

  private static String hash(String text) {
    try {
      return Base64.getUrlEncoder()
          .withoutPadding()
          .encodeToString(MessageDigest.getInstance("SHA-256").digest(text.getBytes(UTF_8)));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Every Java has SHA-256", e);
    }
  }

  @Override
  public void close() throws SQLException {
    connection.close();
  }
}
