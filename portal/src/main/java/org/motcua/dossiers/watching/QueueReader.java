package org.motcua.dossiers.watching;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.motcua.dossiers.model.DossierStatus;
import org.motcua.dossiers.watching.QueueFigures.ServiceFigures;
import org.motcua.dossiers.watching.QueueFigures.Week;
import org.motcua.organisation.AgencyId;
import org.motcua.platform.clock.CountryTime;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Counts an agency's dossiers, each time within one range of one index. */
@Repository
class QueueReader {

  static final int DAYS_BACK = 30;
  static final int WEEKS_BACK = 8;

  private final JdbcClient jdbc;

  QueueReader(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  QueueFigures read(AgencyId agency, Instant now) {
    var today = now.atZone(CountryTime.ZONE).toLocalDate();
    var monday = today.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
    var first = monday.minusWeeks(WEEKS_BACK - 1L);
    var received = receivedByDay(agency, first);
    var answered = answeredByDay(agency, first);
    var lately = since(answered, today.minusDays(DAYS_BACK - 1L));
    var late = lately.stream().mapToLong(Day::late).sum();
    var open = new EnumMap<DossierStatus, Long>(DossierStatus.class);
    var overdue = readOpen(agency, now, open);
    return new QueueFigures(
        now,
        count(since(received, today)),
        count(since(received, monday)),
        count(since(received, today.withDayOfMonth(1))),
        open,
        overdue,
        count(lately) - late,
        late,
        services(agency, today.minusDays(DAYS_BACK - 1L)),
        weeks(first, received, answered));
  }

  private record Day(LocalDate day, long count, long late) {}

  private static List<Day> since(List<Day> days, LocalDate from) {
    return days.stream().filter(each -> !each.day().isBefore(from)).toList();
  }

  private static long count(List<Day> days) {
    return days.stream().mapToLong(Day::count).sum();
  }

  private static List<Week> weeks(LocalDate first, List<Day> received, List<Day> answered) {
    var weeks = new ArrayList<Week>();
    for (var n = 0; n < WEEKS_BACK; n++) {
      var monday = first.plusWeeks(n);
      weeks.add(new Week(monday, within(received, monday), within(answered, monday)));
    }
    return weeks;
  }

  private static long within(List<Day> days, LocalDate monday) {
    return count(
        since(days, monday).stream()
            .filter(each -> each.day().isBefore(monday.plusWeeks(1)))
            .toList());
  }

  /** By the index {@code dossier_in_register}. */
  private List<Day> receivedByDay(AgencyId agency, LocalDate from) {
    return jdbc.sql(
            """
            select (submitted_at at time zone 'Asia/Ho_Chi_Minh')::date as day, count(*) as counted,
                   0 as late
              from dossiers.dossier
             where agency = :agency and status > 0 and submitted_at >= :from
             group by 1
            """)
        .param("agency", agency.value())
        .param("from", beginning(from))
        .query((row, number) -> day(row))
        .list();
  }

  /** By the index {@code dossier_answered}. */
  private List<Day> answeredByDay(AgencyId agency, LocalDate from) {
    return jdbc.sql(
            """
            select (finished_at at time zone 'Asia/Ho_Chi_Minh')::date as day, count(*) as counted,
                   count(*) filter (where finished_at > due_at) as late
              from dossiers.dossier
             where agency = :agency and finished_at is not null and finished_at >= :from
             group by 1
            """)
        .param("agency", agency.value())
        .param("from", beginning(from))
        .query((row, number) -> day(row))
        .list();
  }

  private static Day day(ResultSet row) throws SQLException {
    return new Day(
        row.getObject("day", LocalDate.class), row.getLong("counted"), row.getLong("late"));
  }

  /**
   * By the index {@code dossier_in_queue}.
   *
   * @return how many of them are past their term
   */
  private long readOpen(AgencyId agency, Instant now, Map<DossierStatus, Long> open) {
    return jdbc
        .sql(
            """
            select status, count(*) as counted,
                   count(*) filter (where due_at < :now and status in (1, 2, 4, 7)) as overdue
              from dossiers.dossier
             where agency = :agency and status in (1, 2, 4, 5, 6, 7)
             group by status
            """)
        .param("agency", agency.value())
        .param("now", now.atOffset(ZoneOffset.UTC))
        .query(
            (row, number) -> {
              open.put(DossierStatus.ofNational(row.getInt("status")), row.getLong("counted"));
              return row.getLong("overdue");
            })
        .list()
        .stream()
        .mapToLong(Long::longValue)
        .sum();
  }

  /** By the index {@code dossier_answered}. */
  private List<ServiceFigures> services(AgencyId agency, LocalDate from) {
    return jdbc.sql(
            """
            select service, count(*) as answered,
                   percentile_cont(0.5) within group (
                     order by extract(epoch from finished_at - submitted_at)) as median,
                   percentile_cont(0.5) within group (
                     order by extract(epoch from due_at - submitted_at)) as promised
              from dossiers.dossier
             where agency = :agency and finished_at is not null and finished_at >= :from
             group by service
             order by answered desc, service
            """)
        .param("agency", agency.value())
        .param("from", beginning(from))
        .query(
            (row, number) ->
                new ServiceFigures(
                    row.getString("service"),
                    row.getLong("answered"),
                    Duration.ofSeconds(row.getLong("median")),
                    Duration.ofSeconds(row.getLong("promised"))))
        .list();
  }

  private static OffsetDateTime beginning(LocalDate day) {
    return day.atStartOfDay(CountryTime.ZONE).toOffsetDateTime();
  }
}
