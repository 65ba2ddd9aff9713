package org.motcua.organisation.model;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.motcua.organisation.Deadline;
import org.motcua.organisation.Deadline.DayKind;
import org.motcua.organisation.UnitCode;
import org.motcua.organisation.WorkingTime;
import org.motcua.platform.clock.CountryTime;

/** When the offices of one province are open, day after day, and what follows for deadlines. */
public final class OfficeHours {

  /** No legal term is as long; a calendar with no opening at all must not be searched for ever. */
  private static final int LONGEST_SEARCH_IN_DAYS = 366 * 30;

  private final Map<DayOfWeek, List<Opening>> week = new EnumMap<>(DayOfWeek.class);
  private final Map<LocalDate, SpecialDay> specialDays = new HashMap<>();

  /**
   * @param province whose exceptions come before the country's rules; {@code null} for agencies of
   *     the whole country
   */
  public OfficeHours(
      List<WeeklyOpening> openings, List<SpecialDay> days, @Nullable UnitCode province) {
    for (var weekday : DayOfWeek.values()) {
      var own = openingsOn(weekday, openings, province);
      week.put(
          weekday, own.isEmpty() && province != null ? openingsOn(weekday, openings, null) : own);
    }
    days.stream().filter(day -> day.province() == null).forEach(d -> specialDays.put(d.day(), d));
    days.stream()
        .filter(day -> province != null && province.equals(day.province()))
        .forEach(day -> specialDays.put(day.day(), day));
  }

  private static List<Opening> openingsOn(
      DayOfWeek weekday, List<WeeklyOpening> openings, @Nullable UnitCode province) {
    return openings.stream()
        .filter(o -> o.weekday() == weekday)
        .filter(o -> province == null ? o.province() == null : province.equals(o.province()))
        .map(WeeklyOpening::opening)
        .toList();
  }

  public Deadline dueAt(Instant start, WorkingTime allotted) {
    var from = start.atZone(CountryTime.ZONE).toLocalDateTime();
    if (allotted.isZero()) return new Deadline(start, List.of());

    var explanation = new ArrayList<Deadline.Day>();
    var left = allotted.length();
    var date = from.toLocalDate();
    var since = from.toLocalTime();
    for (var days = 0; days < LONGEST_SEARCH_IN_DAYS; days++) {
      var end = spend(date, since, left);
      var spent = end == null ? openTime(date, since, LocalTime.MAX) : left;
      explanation.add(explain(date, spent));
      if (end != null) {
        return new Deadline(date.atTime(end).atZone(CountryTime.ZONE).toInstant(), explanation);
      }
      left = left.minus(spent);
      date = date.plusDays(1);
      since = LocalTime.MIN;
    }
    throw new IllegalStateException("The calendar never opens: nothing can be due after " + start);
  }

  /** When on this day that much time has been spent; {@code null} if the day is too short. */
  private @Nullable LocalTime spend(LocalDate date, LocalTime since, Duration left) {
    for (var opening : openings(date)) {
      var begin = opening.opens().isBefore(since) ? since : opening.opens();
      if (!begin.isBefore(opening.closes())) continue;
      var available = Duration.between(begin, opening.closes());
      if (left.compareTo(available) <= 0) return begin.plus(left);
      left = left.minus(available);
    }
    return null;
  }

  public WorkingTime between(Instant from, Instant to) {
    var begin = from.atZone(CountryTime.ZONE).toLocalDateTime();
    var end = to.atZone(CountryTime.ZONE).toLocalDateTime();
    var sum = Duration.ZERO;
    for (var date = begin.toLocalDate();
        !date.isAfter(end.toLocalDate());
        date = date.plusDays(1)) {
      var since = date.equals(begin.toLocalDate()) ? begin.toLocalTime() : LocalTime.MIN;
      var until = date.equals(end.toLocalDate()) ? end.toLocalTime() : LocalTime.MAX;
      sum = sum.plus(openTime(date, since, until));
    }
    return new WorkingTime(sum);
  }

  private Duration openTime(LocalDate date, LocalTime since, LocalTime until) {
    var sum = Duration.ZERO;
    for (var opening : openings(date)) {
      var begin = opening.opens().isBefore(since) ? since : opening.opens();
      var end = opening.closes().isAfter(until) ? until : opening.closes();
      if (begin.isBefore(end)) sum = sum.plus(Duration.between(begin, end));
    }
    return sum;
  }

  private List<Opening> openings(LocalDate date) {
    var special = specialDays.get(date);
    if (special == null) return ordinary(date.getDayOfWeek());
    return switch (special.kind()) {
      case HOLIDAY -> List.of();
      case MADE_UP -> ordinary(DayOfWeek.MONDAY);
      case MORNING -> half(date, true);
      case AFTERNOON -> half(date, false);
    };
  }

  private List<Opening> half(LocalDate date, boolean morning) {
    var usual = ordinary(date.getDayOfWeek());
    // On a day of the week without hours, half a day is half of a Monday.
    return (usual.isEmpty() ? ordinary(DayOfWeek.MONDAY) : usual)
        .stream().filter(opening -> opening.isMorning() == morning).toList();
  }

  private List<Opening> ordinary(DayOfWeek weekday) {
    return week.getOrDefault(weekday, List.of());
  }

  private Deadline.Day explain(LocalDate date, Duration spent) {
    var counted = new WorkingTime(spent);
    var special = specialDays.get(date);
    if (special != null) {
      return new Deadline.Day(
          date,
          kindOf(special),
          counted,
          special.name(),
          special.nameInEnglish(),
          special.confirmed());
    }
    var kind = openings(date).isEmpty() ? DayKind.WEEKEND : DayKind.WORKING;
    return new Deadline.Day(date, kind, counted, null, null, true);
  }

  private static DayKind kindOf(SpecialDay day) {
    return switch (day.kind()) {
      case HOLIDAY -> DayKind.HOLIDAY;
      case MADE_UP -> DayKind.MADE_UP;
      case MORNING, AFTERNOON -> DayKind.SHORTENED;
    };
  }
}
