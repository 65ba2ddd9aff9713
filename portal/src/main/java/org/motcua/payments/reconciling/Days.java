package org.motcua.payments.reconciling;

import static java.util.Objects.requireNonNull;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Days, and what did not agree on them. */
@Repository
class Days {

  private static final String DAY =
      """
      select day.*,
             (select count(*) from payments.difference
               where difference.way = day.way and difference.day = day.day
                 and difference.status = 'OPEN') as open
        from payments.day
      """;

  private final JdbcClient jdbc;

  Days(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** Made if it is not there. Whoever changes anything of a day goes through here first. */
  @Transactional(propagation = Propagation.MANDATORY)
  Day lock(String way, LocalDate day) {
    jdbc.sql("insert into payments.day (way, day) values (:way, :day) on conflict do nothing")
        .param("way", way)
        .param("day", day)
        .update();
    return jdbc.sql(DAY + " where day.way = :way and day.day = :day for update of day")
        .param("way", way)
        .param("day", day)
        .query((row, number) -> day(row))
        .single();
  }

  /** The first behind a closed one that still takes something in, locked. */
  @Transactional(propagation = Propagation.MANDATORY)
  Day lockNextOpen(String way, LocalDate closed) {
    for (var next = closed.plusDays(1); ; next = next.plusDays(1)) {
      var day = lock(way, next);
      if (day.closed() == null) return day;
    }
  }

  Optional<Day> find(String way, LocalDate day) {
    return jdbc.sql(DAY + " where day.way = :way and day.day = :day")
        .param("way", way)
        .param("day", day)
        .query((row, number) -> day(row))
        .optional();
  }

  /** Of all ways, the last first. */
  List<Day> list(LocalDate from, LocalDate to) {
    return jdbc.sql(DAY + " where day.day between :from and :to order by day.day desc, day.way")
        .param("from", from)
        .param("to", to)
        .query((row, number) -> day(row))
        .list();
  }

  /** What a gateway has passed on for a day by the bank's statement, in dong; null: nothing yet. */
  @Nullable Long passedOn(String way, LocalDate day) {
    return jdbc.sql(
            """
            select sum(dong) from payments.passed_on where way = :way and day = :day
            """)
        .param("way", way)
        .param("day", day)
        .query(Long.class)
        .optional()
        .orElse(null);
  }

  /**
   * In the order of their keys.
   *
   * @param after where the page before has ended; null: from the first
   */
  List<Difference> listDifferences(String way, LocalDate day, @Nullable UUID after, int most) {
    return jdbc.sql(
            """
            select * from payments.difference
             where way = :way and day = :day and id > :after
             order by id limit :most
            """)
        .param("way", way)
        .param("day", day)
        .param("after", after == null ? new UUID(0, 0) : after)
        .param("most", most)
        .query((row, number) -> difference(row))
        .list();
  }

  Optional<Difference> findDifference(UUID id) {
    return jdbc.sql("select * from payments.difference where id = :id")
        .param("id", id)
        .query((row, number) -> difference(row))
        .optional();
  }

  private static Day day(ResultSet row) throws SQLException {
    return new Day(
        row.getString("way"),
        row.getObject("day", LocalDate.class),
        row.getObject("file", UUID.class),
        time(row, "compared_at"),
        row.getLong("matched"),
        new Day.Sums(row.getLong("ours_paid"), row.getLong("ours_refunded")),
        new Day.Sums(row.getLong("theirs_paid"), row.getLong("theirs_refunded")),
        row.getLong("open"),
        signature(row, "signed"),
        signature(row, "closed"));
  }

  private static Day.@Nullable Signature signature(ResultSet row, String act) throws SQLException {
    var by = row.getString(act + "_by");
    return by == null ? null : new Day.Signature(by, requireNonNull(time(row, act + "_at")));
  }

  private static @Nullable Instant time(ResultSet row, String column) throws SQLException {
    var at = row.getObject(column, OffsetDateTime.class);
    return at == null ? null : at.toInstant();
  }

  private static Difference difference(ResultSet row) throws SQLException {
    return new Difference(
        row.getObject("id", UUID.class),
        row.getString("way"),
        row.getObject("day", LocalDate.class),
        row.getString("what"),
        row.getString("kind"),
        row.getString("ref"),
        row.getString("transaction"),
        row.getObject("line", Long.class),
        row.getObject("ours", Long.class),
        row.getObject("theirs", Long.class),
        row.getString("status"),
        row.getString("reason"));
  }
}
