package org.motcua.payments.reconciling;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.Objects.requireNonNull;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.motcua.platform.clock.CountryTime;
import org.motcua.platform.csv.Csv;
import org.motcua.platform.database.Typed;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What came on which day for whom, by the books. */
@Component
class DayReport {

  private final JdbcClient jdbc;

  DayReport(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /**
   * @param taken in dong, as what went back
   */
  record Line(LocalDate day, String owner, String bank, String account, long taken, long back) {

    long net() {
      return taken - back;
    }
  }

  /**
   * @param to the last day
   * @param owners whose accounts; null: everybody's
   */
  List<Line> of(LocalDate from, LocalDate to, @Nullable Set<String> owners) {
    return jdbc.sql(
            """
            select (entry.at at time zone :zone)::date as day,
                   split_part(account.of, ':', 1) as owner, split_part(account.of, ':', 2) as bank,
                   split_part(account.of, ':', 3) as account,
                   coalesce(sum(-posting.dong) filter (where posting.dong < 0), 0) as taken,
                   coalesce(sum(posting.dong) filter (where posting.dong > 0), 0) as back
              from payments.entry
              join payments.posting on posting.entry = entry.id
              join payments.account on account.id = posting.account
             where account.kind = 'DUE' and entry.at >= :from and entry.at < :to
               and (:owners::text[] is null or split_part(account.of, ':', 1) = any(:owners::text[]))
             group by 1, account.of order by 1, account.of
            """)
        .param("zone", CountryTime.ZONE.getId())
        .param("from", Typed.timestamp(from.atStartOfDay(CountryTime.ZONE).toInstant()))
        .param("to", Typed.timestamp(to.plusDays(1).atStartOfDay(CountryTime.ZONE).toInstant()))
        .param("owners", owners == null ? Typed.text(null) : owners.toArray(String[]::new))
        .query(
            (row, number) ->
                new Line(
                    requireNonNull(row.getObject("day", LocalDate.class)),
                    row.getString("owner"),
                    row.getString("bank"),
                    row.getString("account"),
                    row.getLong("taken"),
                    row.getLong("back")))
        .list();
  }

  /** Programs and creditors say whose account it is: no sheet shall reckon what they say. */
  static void write(List<Line> lines, OutputStream out) throws IOException {
    var writer = new BufferedWriter(new OutputStreamWriter(out, UTF_8));
    writer.write("day,owner,bank,account,taken,given_back,net\n");
    for (var line : lines) {
      writer.write(
          "%s,%s,%s,%s,%d,%d,%d\n"
              .formatted(
                  line.day(),
                  Csv.cell(line.owner()),
                  Csv.cell(line.bank()),
                  Csv.cell(line.account()),
                  line.taken(),
                  line.back(),
                  line.net()));
    }
    writer.flush();
  }
}
