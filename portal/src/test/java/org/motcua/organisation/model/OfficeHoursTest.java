package org.motcua.organisation.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.motcua.organisation.Deadline;
import org.motcua.organisation.Deadline.DayKind;
import org.motcua.organisation.UnitCode;
import org.motcua.organisation.WorkingTime;
import org.motcua.platform.clock.CountryTime;

class OfficeHoursTest {

  private static final UnitCode QUANG_NINH = new UnitCode("22");

  private final OfficeHours country = new OfficeHours(week(), specialDays(), null);
  private final OfficeHours quangNinh = new OfficeHours(week(), specialDays(), QUANG_NINH);

  @Test
  void countsHoursOnlyWhileOfficesAreOpen() {
    assertThat(due("2020-12-07T08:00", WorkingTime.hours(2))).isEqualTo("2020-12-07T10:00");
    assertThat(due("2020-12-07T10:30", WorkingTime.hours(2))).isEqualTo("2020-12-07T14:30");
    assertThat(due("2020-12-07T16:30", WorkingTime.hours(2))).isEqualTo("2020-12-08T08:30");
  }

  @Test
  void takesADayForEightHours() {
    assertThat(due("2020-12-07T10:00", WorkingTime.days(3))).isEqualTo("2020-12-10T10:00");
    assertThat(due("2020-12-07T07:30", WorkingTime.days(1))).isEqualTo("2020-12-07T17:30");
  }

  @Test
  void beginsToCountWhenOfficesOpen() {
    assertThat(due("2020-12-07T02:15", WorkingTime.hours(1))).isEqualTo("2020-12-07T08:30");
    assertThat(due("2020-12-07T12:00", WorkingTime.hours(1))).isEqualTo("2020-12-07T14:30");
    assertThat(due("2020-12-07T23:50", WorkingTime.hours(1))).isEqualTo("2020-12-08T08:30");
    assertThat(due("2020-12-05T09:00", WorkingTime.hours(1))).isEqualTo("2020-12-07T08:30");
  }

  @Test
  void passesOverWeekendsAndHolidaysAndSaysWhich() {
    var deadline = country.dueAt(at("2020-12-31T09:30"), WorkingTime.days(2));

    assertThat(local(deadline.dueAt())).isEqualTo("2021-01-05T09:30");
    assertThat(deadline.explanation())
        .containsExactly(
            new Deadline.Day(
                date("2020-12-31"), DayKind.WORKING, WorkingTime.hours(6), null, null, true),
            new Deadline.Day(
                date("2021-01-01"),
                DayKind.HOLIDAY,
                WorkingTime.ZERO,
                "Tết Dương lịch",
                "New Year's Day",
                true),
            new Deadline.Day(
                date("2021-01-02"), DayKind.WEEKEND, WorkingTime.ZERO, null, null, true),
            new Deadline.Day(
                date("2021-01-03"), DayKind.WEEKEND, WorkingTime.ZERO, null, null, true),
            new Deadline.Day(
                date("2021-01-04"), DayKind.WORKING, WorkingTime.hours(8), null, null, true),
            new Deadline.Day(
                date("2021-01-05"), DayKind.WORKING, WorkingTime.hours(2), null, null, true));
  }

  @Test
  void passesOverTheWholeOfTet() {
    assertThat(due("2021-02-09T13:30", WorkingTime.days(1))).isEqualTo("2021-02-17T11:30");
  }

  @Test
  void countsASaturdayThatMakesUpForAnotherDay() {
    var deadline = country.dueAt(at("2021-02-19T13:30"), WorkingTime.days(1));
    assertThat(local(deadline.dueAt())).isEqualTo("2021-02-20T11:30");
    assertThat(deadline.explanation().getLast().kind()).isEqualTo(DayKind.MADE_UP);
  }

  @Test
  void countsHalfOfAHalfDay() {
    var deadline = country.dueAt(at("2021-02-08T13:30"), WorkingTime.days(1));
    assertThat(due("2021-03-05T07:30", WorkingTime.hours(5))).isEqualTo("2021-03-08T08:30");
    assertThat(deadline.confirmed()).isTrue();
  }

  @Test
  void tellsThatADayOnTheWayIsNotCertain() {
    assertThat(country.dueAt(at("2021-03-12T09:00"), WorkingTime.days(2)).confirmed()).isFalse();
  }

  @Test
  void goesByTheHoursAndHolidaysOfAProvinceWhereItHasItsOwn() {
    var friday = at("2021-01-08T16:30");
    assertThat(local(country.dueAt(friday, WorkingTime.hours(2)).dueAt()))
        .isEqualTo("2021-01-11T08:30");
    assertThat(local(quangNinh.dueAt(friday, WorkingTime.hours(2)).dueAt()))
        .isEqualTo("2021-01-09T09:00");

    var beforeItsHoliday = at("2021-04-29T16:30");
    assertThat(quangNinh.between(beforeItsHoliday, at("2021-05-05T17:30")))
        .isLessThan(country.between(beforeItsHoliday, at("2021-05-05T17:30")));
  }

  @Test
  void measuresWorkingTimeBetweenTwoInstants() {
    assertThat(between("2020-12-07T10:00", "2020-12-10T10:00")).isEqualTo(WorkingTime.days(3));
    assertThat(between("2020-12-04T17:00", "2020-12-07T08:00")).isEqualTo(WorkingTime.hours(1));
    assertThat(between("2020-12-05T08:00", "2020-12-06T17:00")).isEqualTo(WorkingTime.ZERO);
    assertThat(between("2020-12-10T10:00", "2020-12-07T10:00")).isEqualTo(WorkingTime.ZERO);
    assertThat(between("2020-12-10T10:00", "2020-12-10T09:00")).isEqualTo(WorkingTime.ZERO);
  }

  @Test
  void stopsTheClockWhileAnAnswerIsAwaited() {
    var allotted = WorkingTime.days(5);
    var start = at("2020-12-07T08:00");
    var asked = at("2020-12-08T14:00");
    var answered = at("2020-12-21T09:00");

    var left = allotted.minus(country.between(start, asked));
    var due = country.dueAt(answered, left).dueAt();

    assertThat(country.between(start, asked).plus(country.between(answered, due)))
        .isEqualTo(allotted);
    assertThat(local(due)).isEqualTo("2020-12-24T15:00");
  }

  @Test
  void refusesToSearchForEverInACalendarThatNeverOpens() {
    var closed = new OfficeHours(List.of(), List.of(), null);
    assertThatIllegalStateException()
        .isThrownBy(() -> closed.dueAt(at("2020-12-07T10:00"), WorkingTime.hours(1)));
  }

  @Test
  void isDueOnlyWhileOfficesAreOpen() {
    somewhere(
        (start, a, b) -> {
          var due = local(country.dueAt(start, a).dueAt());
          assertThat(country.between(at(due).minusMillis(1), at(due)).length())
              .as("open just before %s", due)
              .isEqualTo(Duration.ofMillis(1));
        });
  }

  @Test
  void spendsExactlyTheTimeAllotted() {
    somewhere(
        (start, a, b) -> {
          var deadline = country.dueAt(start, a);
          assertThat(country.between(start, deadline.dueAt())).isEqualTo(a);
          assertThat(
                  deadline.explanation().stream()
                      .map(Deadline.Day::counted)
                      .reduce(WorkingTime.ZERO, WorkingTime::plus))
              .isEqualTo(a);
        });
  }

  @Test
  void isDueLaterForMoreTimeOrALaterStart() {
    somewhere(
        (start, a, b) -> {
          var due = country.dueAt(start, a).dueAt();
          assertThat(country.dueAt(start, a.plus(b)).dueAt()).isAfter(due);
          assertThat(country.dueAt(start.plus(b.length()), a).dueAt()).isAfterOrEqualTo(due);
        });
  }

  @Test
  void reachesTheSameInOneStepAsInTwo() {
    somewhere(
        (start, a, b) -> {
          var inTwoSteps = country.dueAt(country.dueAt(start, a).dueAt(), b).dueAt();
          assertThat(country.dueAt(start, a.plus(b)).dueAt()).isEqualTo(inTwoSteps);
        });
  }

  interface Property {
    void holdsFor(Instant start, WorkingTime a, WorkingTime b);
  }

  /** A thousand starts around Tết and the year's end, always the same ones. */
  private static void somewhere(Property property) {
    var random = new Random(20201209);
    var first = at("2020-12-20T00:00");
    for (var i = 0; i < 1_000; i++) {
      property.holdsFor(
          first.plusSeconds(random.nextInt(90 * 24 * 3600)),
          WorkingTime.minutes(1 + random.nextInt(15 * 8 * 60)),
          WorkingTime.minutes(1 + random.nextInt(15 * 8 * 60)));
    }
  }

  private String due(String start, WorkingTime allotted) {
    return local(country.dueAt(at(start), allotted).dueAt());
  }

  private WorkingTime between(String from, String to) {
    return country.between(at(from), at(to));
  }

  private static Instant at(String local) {
    return LocalDateTime.parse(local).atZone(CountryTime.ZONE).toInstant();
  }

  private static String local(Instant instant) {
    return instant.atZone(CountryTime.ZONE).toLocalDateTime().toString();
  }

  private static LocalDate date(String date) {
    return LocalDate.parse(date);
  }

  private static List<WeeklyOpening> week() {
    var week = new ArrayList<WeeklyOpening>();
    for (var day : DayOfWeek.values()) {
      if (day.compareTo(DayOfWeek.FRIDAY) > 0) continue;
      week.add(new WeeklyOpening(null, day, opening("07:30", "11:30")));
      week.add(new WeeklyOpening(null, day, opening("13:30", "17:30")));
    }
    // One province also opens on Saturday mornings.
    week.add(new WeeklyOpening(QUANG_NINH, DayOfWeek.SATURDAY, opening("08:00", "12:00")));
    return week;
  }

  private static Opening opening(String opens, String closes) {
    return new Opening(LocalTime.parse(opens), LocalTime.parse(closes));
  }

  private static List<SpecialDay> specialDays() {
    var tet =
        Stream.iterate(date("2021-02-10"), day -> day.plusDays(1))
            .limit(7)
            .map(day -> holiday(day, null, "Tết Nguyên đán", "Lunar New Year", true));
    var others =
        Stream.of(
            holiday(date("2021-01-01"), null, "Tết Dương lịch", "New Year's Day", true),
            new SpecialDay(
                date("2021-02-20"), null, SpecialDay.Kind.MADE_UP, "Làm bù", "Made up", true),
            new SpecialDay(
                date("2021-03-05"), null, SpecialDay.Kind.MORNING, "Nghỉ chiều", "Half", true),
            holiday(date("2021-03-15"), null, "Chưa chắc", "Perhaps", false),
            holiday(date("2021-04-30"), QUANG_NINH, "Lễ hội", "Festival", true));
    return Stream.concat(tet, others).toList();
  }

  private static SpecialDay holiday(
      LocalDate day,
      @Nullable UnitCode province,
      String name,
      String nameInEnglish,
      boolean confirmed) {
    return new SpecialDay(day, province, SpecialDay.Kind.HOLIDAY, name, nameInEnglish, confirmed);
  }
}
