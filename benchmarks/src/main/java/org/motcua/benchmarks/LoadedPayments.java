package org.motcua.benchmarks;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import org.postgresql.PGConnection;

/**
 * Payments of yesterday, brought in by plain SQL: copies of one that was paid here, with its
 * attempt, messages, receipt and books; and some that nobody has paid yet.
 */
final class LoadedPayments implements AutoCloseable {

  private static final int BATCH = 20_000;

  private final Connection connection;
  private int count;
  private int unpaid;

  LoadedPayments(DatabaseServer database) throws SQLException {
    connection = database.connect();
  }

  int count() {
    return count;
  }

  /**
   * Empties what a payment of the past would no longer hold; then copies the first that was paid.
   */
  void growTo(int wanted) throws SQLException {
    for (; count < wanted; count += Math.min(BATCH, wanted - count)) {
      copy(count, Math.min(wanted, count + BATCH));
    }
    try (var statement = connection.createStatement()) {
      for (var table :
          new String[] {
            "payment", "charged", "attempt", "message", "entry", "posting", "receipt"
          }) {
        statement.execute("vacuum analyze payments." + table);
      }
      statement.execute("checkpoint"); // else the disk would still be busy with what was loaded
    }
  }

  private void copy(int from, int to) throws SQLException {
    try (var statement = connection.createStatement()) {
      findModel(statement);
      statement.execute("drop table if exists made");
      statement.execute(
          """
          create temporary table made as
            select n, md5('payment' || n)::uuid as id, md5('attempt' || n)::uuid as attempt,
                   date_trunc('day', now(), 'Asia/Ho_Chi_Minh') - interval '1 day'
                     + make_interval(secs => n * 0.086) as at
              from generate_series(%d, %d - 1) n
          """
              .formatted(from, to));
      copyRows(
          statement,
          "payment",
          "source.id = model.id",
          """
          'id', made.id, 'key', md5('key' || n), 'reference', model.reference || '-' || n,
          'payer', md5('payer' || n / 5)::uuid, 'opened_at', at, 'expires_at', at, 'paid_at', at,
          'paid_by', attempt\
          """);
      copyRows(statement, "charged", "source.payment = model.id", "'payment', made.id");
      copyRows(
          statement,
          "attempt",
          "source.id = model.paid_by",
          """
          'id', attempt, 'payment', made.id, 'ref', 'MCOLD' || n, 'transaction', 'OLD' || n,
          'begun_at', at, 'expires_at', at, 'ended_at', at, 'paid_at', at\
          """);
      copyRows(
          statement,
          "message",
          "source.ref = (select ref from payments.attempt where id = model.paid_by)",
          "'id', md5(source.id::text || n)::uuid, 'at', made.at, 'ref', 'MCOLD' || n");
      copyRows(
          statement,
          "entry",
          "source.payment = model.id",
          """
          'id', md5(source.id::text || n)::uuid, 'payment', made.id, 'at', made.at,
          'cause', 'attempt:' || attempt\
          """);
      copyRows(
          statement,
          "posting",
          "source.entry in (select id from payments.entry where payment = model.id)",
          "'entry', md5(source.entry::text || n)::uuid");
      copyRows(
          statement,
          "receipt",
          "source.payment = model.id",
          """
          'id', md5(source.id::text || n)::uuid, 'payment', made.id, 'wanted_at', made.at,
          'series', 'OLD', 'number', n + 1, 'numbered_at', made.at, 'certificate', 'OLD' || n\
          """);
    }
  }

  /** The first that was paid here. */
  private static void findModel(Statement statement) throws SQLException {
    statement.execute(
        """
        create temporary table if not exists model as
          select id, paid_by, reference from payments.payment
           where status = 'PAID' and asked_by like 'client:%' order by id limit 1
        """);
  }

  private static void copyRows(Statement statement, String table, String which, String changed)
      throws SQLException {
    if (table.equals("receipt")) {
      statement.execute(
          "insert into payments.receipt_series values ('OLD', 0) on conflict do nothing");
    }
    statement.execute(
        """
        insert into payments.%1$s
        select (jsonb_populate_record(source, jsonb_build_object(%3$s))).*
          from model join payments.%1$s source on %2$s cross join made
        """
            .formatted(table, which, changed));
  }

  /** The gateway's file of all that was loaded. */
  void writeDayFile(Path file) throws SQLException, IOException {
    try (var out = Files.newBufferedWriter(file)) {
      out.write("ref,transaction,kind,dong,at\n");
      connection
          .unwrap(PGConnection.class)
          .getCopyAPI()
          .copyOut(
              """
              copy (select ref, transaction, 'payment', dong,
                           to_char(paid_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"')
                      from payments.attempt where ref like 'MCOLD%') to stdout (format csv)
              """,
              out);
    }
  }

  /** Orders that a gateway will have been paid, and has not told of: their refs. */
  List<String> addUnpaid(int wanted) throws SQLException {
    var refs = new ArrayList<String>();
    try (var statement = connection.createStatement()) {
      findModel(statement);
      statement.execute("drop table if exists made");
      statement.execute(
          """
          create temporary table made as
            select n, md5('unpaid payment' || n)::uuid as id, md5('unpaid' || n)::uuid as attempt
              from generate_series(%d, %d - 1) n
          """
              .formatted(unpaid, unpaid + wanted));
      copyRows(
          statement,
          "payment",
          "source.id = model.id",
          """
          'id', made.id, 'key', md5('unpaid key' || n), 'reference', model.reference || '-unpaid-' || n,
          'status', 'OPEN', 'opened_at', now(), 'expires_at', now() + interval '1 day',
          'paid_at', null, 'paid_by', null\
          """);
      copyRows(
          statement,
          "attempt",
          "source.id = model.paid_by",
          """
          'id', attempt, 'payment', made.id, 'ref', 'MCNEW' || n, 'status', 'BEGUN',
          'received', 0, 'transaction', null, 'bank', null, 'begun_at', now(),
          'expires_at', now() + interval '1 day', 'ended_at', null, 'paid_at', null\
          """);
      for (var n = unpaid; n < unpaid + wanted; n++) refs.add("MCNEW" + n);
      unpaid += wanted;
    }
    return refs;
  }

  @Override
  public void close() throws SQLException {
    connection.close();
  }
}
