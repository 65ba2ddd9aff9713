package org.motcua.payments.reconciling;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Map;
import java.util.UUID;
import org.motcua.platform.audit.AuditTrail;
import org.motcua.platform.clock.CountryTime;
import org.motcua.platform.database.Typed;
import org.motcua.platform.ids.NewId;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyIn;
import org.springframework.jdbc.core.ConnectionCallback;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Takes in what a gateway says of a day, whole or not at all, and compares it. It goes through a
 * table of the transaction's own, so that nothing grows with the file but the database.
 */
@Service
class TakeDayFile {

  private static final int PIECE = 1 << 16;

  private final Days days;
  private final CompareDay compareDay;
  private final TakeStatement statement;
  private final JdbcClient jdbc;
  private final JdbcTemplate template;
  private final AuditTrail audit;
  private final TransactionTemplate transaction;
  private final Clock clock;

  TakeDayFile(
      Days days,
      CompareDay compareDay,
      TakeStatement statement,
      JdbcClient jdbc,
      JdbcTemplate template,
      AuditTrail audit,
      TransactionTemplate transaction,
      Clock clock) {
    this.days = days;
    this.compareDay = compareDay;
    this.statement = statement;
    this.jdbc = jdbc;
    this.template = template;
    this.audit = audit;
    this.transaction = transaction;
    this.clock = clock;
  }

  /**
   * A second file of the same day takes the first one's place.
   *
   * @param says the day of which the file tells
   * @param file read to its end, not closed
   * @param by as the audit trail names people
   */
  DayOutcome take(String way, LocalDate says, InputStream file, String by) {
    if (!says.isBefore(LocalDate.now(clock.withZone(CountryTime.ZONE)))) {
      return new DayOutcome.NotOver();
    }
    try {
      return transaction.execute(status -> takeIn(way, says, file, by));
    } catch (FaultyFile e) {
      return new DayOutcome.Faulty(e.line(), e.fault());
    }
  }

  private DayOutcome takeIn(String way, LocalDate says, InputStream file, String by) {
    var day = days.lock(way, says);
    jdbc.sql(
            """
            create temporary table come (line bigint, ref text, transaction text, kind text,
              dong bigint, at timestamptz) on commit drop
            """)
        .update();
    var digest = sha256();
    var lines = copy(way, new DigestInputStream(file, digest));
    var sum = digest.digest();
    if (hasCome(way, says, sum)) {
      jdbc.sql("drop table come").update();
      return new DayOutcome.SameFile();
    }
    return day.closed() == null
        ? stand(way, says, sum, lines, by)
        : countLater(way, days.lockNextOpen(way, says).day(), says, sum, by);
  }

  /** It is what counts for its day from now on. */
  private DayOutcome stand(String way, LocalDate day, byte[] digest, long lines, String by) {
    var id = keep(way, day, day, digest, lines, by);
    jdbc.sql(
            """
            insert into payments.day_line (file, line, ref, transaction, kind, dong, at)
            select :file, line, ref, transaction, kind, dong, at from come
            """)
        .param("file", id)
        .update();
    jdbc.sql("update payments.day set file = :file where way = :way and day = :day")
        .param("file", id)
        .param("way", way)
        .param("day", day)
        .update();
    return compared(way, day);
  }

  /** What the closed day knows already is left out. */
  private DayOutcome countLater(
      String way, LocalDate day, LocalDate says, byte[] digest, String by) {
    jdbc.sql(
            """
            delete from come using payments.day_file file, payments.day_line known
             where file.way = :way and file.says = :says and known.file = file.id
               and (file.says <> file.day
                    or file.id = (select file from payments.day where way = :way and day = :says))
               and (come.kind, come.ref, come.transaction, come.dong)
                 = (known.kind, known.ref, known.transaction, known.dong)
            """)
        .param("way", way)
        .param("says", says)
        .update();
    var late = jdbc.sql("select count(*) from come").query(Long.class).single();
    var id = keep(way, day, says, digest, late, by);
    jdbc.sql(
            """
            insert into payments.day_line (file, line, ref, transaction, kind, dong, at)
            select :file, line, ref, transaction, kind, dong, at from come
            """)
        .param("file", id)
        .update();
    if (days.find(way, day).orElseThrow().file() == null) {
      jdbc.sql("drop table come").update();
    } else {
      compared(way, day);
    }
    return new DayOutcome.CountsLater(day, late);
  }

  private DayOutcome compared(String way, LocalDate day) {
    jdbc.sql("drop table come").update();
    compareDay.compare(way, day, clock.instant());
    return new DayOutcome.Compared(days.find(way, day).orElseThrow());
  }

  private UUID keep(
      String way, LocalDate day, LocalDate says, byte[] digest, long lines, String by) {
    var id = NewId.next();
    jdbc.sql(
            """
            insert into payments.day_file
              (id, way, day, says, digest, lines, brought_at, brought_by)
            values (:id, :way, :day, :says, :digest, :lines, :at, :by)
            """)
        .param("id", id)
        .param("way", way)
        .param("day", day)
        .param("says", says)
        .param("digest", digest)
        .param("lines", lines)
        .param("at", Typed.timestamp(clock.instant()))
        .param("by", by)
        .update();
    audit.record(by, "payments.day_file_taken", "day", way + ":" + says, Map.of("lines", lines));
    return id;
  }

  private boolean hasCome(String way, LocalDate says, byte[] digest) {
    return jdbc.sql(
            """
            select exists (select from payments.day_file
                            where way = :way and says = :says and digest = :digest)
            """)
        .param("way", way)
        .param("says", says)
        .param("digest", digest)
        .query(Boolean.class)
        .single();
  }

  private long copy(String way, InputStream file) {
    return template.execute(
        (ConnectionCallback<Long>)
            connection -> {
              var copy =
                  connection
                      .unwrap(PGConnection.class)
                      .getCopyAPI()
                      .copyIn("copy come (line, ref, transaction, kind, dong, at) from stdin");
              try {
                var lines = stream(way, file, copy);
                copy.endCopy();
                return lines;
              } catch (IOException e) {
                throw new UncheckedIOException(e);
              } finally {
                if (copy.isActive()) copy.cancelCopy();
              }
            });
  }

  private long stream(String way, InputStream file, CopyIn copy) throws IOException {
    var rows = new Rows(copy);
    if (way.equals(DayFileSource.TRANSFERS)) {
      StatementReader.read(file, entry -> addTransfer(entry, rows));
    } else {
      DayFileReader.read(file, rows);
    }
    return rows.end();
  }

  /** A transfer has no reference of ours that its bank would know: both go by the bank's number. */
  private void addTransfer(StatementReader.Entry entry, Rows rows) throws IOException {
    if (!statement.isTransfer(entry)) return;
    rows.take(
        entry.line(),
        entry.id(),
        entry.id(),
        entry.credit() ? "PAY" : "REFUND",
        String.valueOf(entry.dong()),
        entry.at().toString());
  }

  private static final class Rows implements DayFileReader.Lines {

    private final CopyIn copy;
    private final StringBuilder piece = new StringBuilder(PIECE + 1_000);
    private long count;

    Rows(CopyIn copy) {
      this.copy = copy;
    }

    /** None of them can have a tab, a line's end or a backslash. */
    @Override
    public void take(long line, String ref, String transaction, String kind, String dong, String at)
        throws IOException {
      piece.append(line).append('\t').append(ref).append('\t').append(transaction);
      piece.append('\t').append(kind).append('\t').append(dong).append('\t').append(at);
      piece.append('\n');
      count++;
      if (piece.length() >= PIECE) send();
    }

    private void send() throws IOException {
      var bytes = piece.toString().getBytes(UTF_8);
      piece.setLength(0);
      try {
        copy.writeToCopy(bytes, 0, bytes.length);
      } catch (SQLException e) {
        throw new IOException(e);
      }
    }

    long end() throws IOException {
      send();
      return count;
    }
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
