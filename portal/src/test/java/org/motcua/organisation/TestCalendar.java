package org.motcua.organisation;

import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.motcua.organisation.model.CalendarStore;
import org.motcua.organisation.model.Opening;
import org.motcua.organisation.model.SpecialDay;
import org.motcua.organisation.model.SpecialDay.Kind;
import org.motcua.organisation.model.WeeklyOpening;

/**
 * A working calendar without a database: the winter of 2026 with the new year, Tết, half days and a
 * Saturday that makes up for another day; one province opens on Saturday mornings, another has a
 * festival and shorter afternoons.
 */
public final class TestCalendar {

  public static final AgencyId HA_NOI = new AgencyId("000.00.00.H26");
  public static final AgencyId QUANG_NINH = new AgencyId("000.00.00.H49");
  public static final AgencyId HUE = new AgencyId("000.00.00.H57");
  public static final List<AgencyId> AGENCIES = List.of(HA_NOI, QUANG_NINH, HUE);

  private static final UnitCode SATURDAYS = new UnitCode("22");
  private static final UnitCode FESTIVAL = new UnitCode("46");

  public static WorkingCalendar withWinter() {
    return of(week(), winter());
  }

  /** As if Tết had never been entered. */
  public static WorkingCalendar withoutTet() {
    return of(
        week(), winter().stream().filter(day -> !day.name().equals("Tết Nguyên đán")).toList());
  }

  private static WorkingCalendar of(List<WeeklyOpening> week, List<SpecialDay> days) {
    var store = mock(CalendarStore.class);
    when(store.listWeeklyOpenings()).thenReturn(week);
    when(store.listSpecialDays()).thenReturn(days);
    var organisation = mock(Organisation.class);
    place(organisation, HA_NOI, new UnitCode("01"));
    place(organisation, QUANG_NINH, SATURDAYS);
    place(organisation, HUE, FESTIVAL);
    return new WorkingCalendar(new CalendarInMemory(store), organisation);
  }

  private static void place(Organisation organisation, AgencyId id, UnitCode province) {
    var agency =
        new Agency(
            id,
            "Ủy ban nhân dân",
            AgencyKind.values()[0],
            null,
            province,
            null,
            LocalDate.EPOCH,
            null,
            null);
    var unit = mock(Unit.class);
    when(unit.code()).thenReturn(province);
    when(organisation.getAgency(id)).thenReturn(agency);
    when(organisation.provinceOf(province)).thenReturn(Optional.of(unit));
  }

  private static List<WeeklyOpening> week() {
    var week = new ArrayList<WeeklyOpening>();
    for (var day : DayOfWeek.values()) {
      if (day.compareTo(DayOfWeek.FRIDAY) > 0) continue;
      week.add(opening(null, day, "07:30", "11:30"));
      week.add(opening(null, day, "13:30", "17:30"));
    }
    week.add(opening(SATURDAYS, DayOfWeek.SATURDAY, "08:00", "12:00"));
    week.add(opening(FESTIVAL, DayOfWeek.FRIDAY, "07:30", "11:30"));
    week.add(opening(FESTIVAL, DayOfWeek.FRIDAY, "14:00", "16:30"));
    return week;
  }

  private static List<SpecialDay> winter() {
    var days = new ArrayList<SpecialDay>();
    days.add(day("2027-01-01", null, Kind.HOLIDAY, "Tết Dương lịch"));
    days.add(day("2027-01-02", null, Kind.MADE_UP, "Làm bù"));
    for (var tet = LocalDate.of(2027, 2, 5); tet.getDayOfMonth() < 12; tet = tet.plusDays(1)) {
      days.add(day(tet.toString(), null, Kind.HOLIDAY, "Tết Nguyên đán"));
    }
    days.add(day("2027-02-04", null, Kind.MORNING, "Nghỉ chiều trước Tết"));
    days.add(day("2027-01-20", FESTIVAL, Kind.HOLIDAY, "Lễ hội"));
    days.add(day("2027-01-21", FESTIVAL, Kind.AFTERNOON, "Sáng sau lễ hội"));
    return days;
  }

  private static WeeklyOpening opening(
      @Nullable UnitCode province, DayOfWeek day, String opens, String closes) {
    return new WeeklyOpening(
        province, day, new Opening(LocalTime.parse(opens), LocalTime.parse(closes)));
  }

  private static SpecialDay day(String date, @Nullable UnitCode province, Kind kind, String name) {
    return new SpecialDay(LocalDate.parse(date), province, kind, name, name, true);
  }

  private TestCalendar() {}
}
