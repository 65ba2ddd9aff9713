package org.motcua.organisation.model;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.Year;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.motcua.organisation.UnitCode;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class JdbcCalendarStore implements CalendarStore {

  private final JdbcClient jdbc;

  JdbcCalendarStore(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  @Override
  public List<WeeklyOpening> listWeeklyOpenings() {
    return jdbc.sql(
            """
            select province, weekday, opens, closes from organisation.office_hours
            order by province, weekday, opens
            """)
        .query(JdbcCalendarStore::weeklyOpening)
        .list();
  }

  @Override
  public List<SpecialDay> listSpecialDays() {
    return jdbc.sql(
            """
            select day, province, kind, name, name_en, confirmed from organisation.special_day
            order by day, province
            """)
        .query(JdbcCalendarStore::specialDay)
        .list();
  }

  @Override
  public List<SpecialDay> listSpecialDays(Year year) {
    return jdbc.sql(
            """
            select day, province, kind, name, name_en, confirmed from organisation.special_day
            where day between :first and :last
            order by day, province
            """)
        .param("first", year.atDay(1))
        .param("last", year.atDay(year.length()))
        .query(JdbcCalendarStore::specialDay)
        .list();
  }

  @Override
  public void save(SpecialDay day) {
    jdbc.sql(
            """
            insert into organisation.special_day (day, province, kind, name, name_en, confirmed)
            values (:day, :province, :kind, :name, :nameInEnglish, :confirmed)
            on conflict (day, province) do update
            set kind = excluded.kind, name = excluded.name, name_en = excluded.name_en,
                confirmed = excluded.confirmed
            """)
        .param("day", day.day())
        .param("province", key(day.province()))
        .param("kind", day.kind().name())
        .param("name", day.name())
        .param("nameInEnglish", day.nameInEnglish())
        .param("confirmed", day.confirmed())
        .update();
  }

  @Override
  public boolean remove(LocalDate day, @Nullable UnitCode province) {
    return jdbc.sql(
                "delete from organisation.special_day where day = :day and province = :province")
            .param("day", day)
            .param("province", key(province))
            .update()
        == 1;
  }

  @Override
  public void announceChange() {
    jdbc.sql("select pg_notify(:channel, '')")
        .param("channel", CHANNEL)
        .query((row, number) -> number)
        .single();
  }

  private static WeeklyOpening weeklyOpening(ResultSet row, int number) throws SQLException {
    return new WeeklyOpening(
        province(row),
        DayOfWeek.of(row.getInt("weekday")),
        new Opening(
            row.getObject("opens", LocalTime.class), row.getObject("closes", LocalTime.class)));
  }

  private static SpecialDay specialDay(ResultSet row, int number) throws SQLException {
    return new SpecialDay(
        row.getObject("day", LocalDate.class),
        province(row),
        SpecialDay.Kind.valueOf(row.getString("kind")),
        row.getString("name"),
        row.getString("name_en"),
        row.getBoolean("confirmed"));
  }

  private static String key(@Nullable UnitCode province) {
    return province == null ? "" : province.value();
  }

  private static @Nullable UnitCode province(ResultSet row) throws SQLException {
    var code = row.getString("province");
    return code.isEmpty() ? null : new UnitCode(code);
  }
}
