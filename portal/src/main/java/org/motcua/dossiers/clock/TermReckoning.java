package org.motcua.dossiers.clock;

import static org.motcua.dossiers.clock.ExplainedTerm.dayOf;

import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.motcua.dossiers.clock.ExplainedTerm.Day;
import org.motcua.dossiers.clock.ExplainedTerm.Interruption;
import org.motcua.dossiers.clock.ExplainedTerm.Kind;
import org.motcua.eservices.TimeLimit;
import org.motcua.organisation.AgencyId;
import org.motcua.organisation.Deadline;
import org.motcua.organisation.WorkingCalendar;
import org.motcua.organisation.WorkingTime;
import org.motcua.platform.clock.CountryTime;

/** Goes through a term once more, from the submission over each pause to the end. */
final class TermReckoning {

  private final WorkingCalendar calendar;
  private final AgencyId agency;
  private final TreeMap<LocalDate, Day> days = new TreeMap<>();

  private TermReckoning(WorkingCalendar calendar, AgencyId agency) {
    this.calendar = calendar;
    this.agency = agency;
  }

  static ExplainedTerm explain(
      TimeLimit limit,
      Instant submittedAt,
      List<Pause> pauses,
      AgencyId agency,
      WorkingCalendar calendar,
      Instant now) {
    return new TermReckoning(calendar, agency).explain(limit, submittedAt, pauses, now);
  }

  private ExplainedTerm explain(
      TimeLimit limit, Instant submittedAt, List<Pause> pauses, Instant now) {
    var deadline = limit.deadline(submittedAt, agency, calendar);
    var due = deadline.dueAt().truncatedTo(ChronoUnit.SECONDS);
    fillUntil(submittedAt, limit, deadline);
    var firstDue = due;
    var stretch = deadline.explanation();
    var since = limit.countedFrom(submittedAt);
    var interruptions = new ArrayList<Interruption>();
    for (var pause : pauses) {
      count(stretch, since, pause.from());
      var left = calendar.workingTimeBetween(pause.from(), due, agency);
      var to = pause.to() == null ? now : pause.to();
      stretch = List.of();
      since = to;
      Instant dueAfter = null;
      if (pause.to() != null) {
        // What was late before the pause stays so.
        if (!left.isZero()) {
          var after = calendar.dueAt(to, left, agency);
          stretch = after.explanation();
          due = after.dueAt().truncatedTo(ChronoUnit.SECONDS);
        }
        dueAfter = due;
      }
      standStill(pause.from(), to);
      interruptions.add(
          new Interruption(
              pause, calendar.workingTimeBetween(pause.from(), to, agency), left, dueAfter));
    }
    count(stretch, since, null);
    return new ExplainedTerm(submittedAt, List.copyOf(days.values()), interruptions, firstDue, due);
  }

  /** The days before those that the calendar explains. */
  private void fillUntil(Instant submittedAt, TimeLimit limit, Deadline deadline) {
    if (deadline.explanation().isEmpty()) return;
    var explained = deadline.explanation().getFirst().date();
    var wholeDays =
        limit.allotted() instanceof TimeLimit.Allotted.CalendarDays(int number) ? number : 0;
    var firstCounted = explained.minusDays(Math.max(0, wholeDays - 1));
    for (var day = dayOf(submittedAt); day.isBefore(explained); day = day.plusDays(1)) {
      put(plain(day, day.isBefore(firstCounted) ? Kind.OUTSIDE : Kind.CALENDAR));
    }
  }

  /** What of these days counts before the clock is stopped, if it is. */
  private void count(List<Deadline.Day> stretch, Instant since, @Nullable Instant until) {
    var lastDay = until == null ? LocalDate.MAX : dayOf(until);
    if (until != null) {
      days.tailMap(lastDay, false).clear();
    }
    for (var day : stretch) {
      if (day.date().isAfter(lastDay)) return;
      put(explained(day, until == null ? day.counted() : countedBefore(until, since, day)));
    }
  }

  private WorkingTime countedBefore(Instant until, Instant since, Deadline.Day day) {
    if (day.date().isBefore(dayOf(until))) return day.counted();
    var morning = day.date().atStartOfDay(CountryTime.ZONE).toInstant();
    var from = since.isAfter(morning) ? since : morning;
    var counted = calendar.workingTimeBetween(from, until, agency);
    return counted.compareTo(day.counted()) < 0 ? counted : day.counted();
  }

  private void standStill(Instant from, Instant to) {
    var last = dayOf(to);
    for (var day = dayOf(from); !day.isAfter(last); day = day.plusDays(1)) {
      put(plain(day, Kind.PAUSED));
    }
  }

  /** A day on which the clock ran and stood counts as one on which it ran. */
  private void put(Day day) {
    days.merge(
        day.date(),
        day,
        (before, after) -> {
          if (after.kind() == Kind.PAUSED) return before.counted().isZero() ? after : before;
          if (before.kind() == Kind.PAUSED) return after.counted().isZero() ? before : after;
          return before.kind() == Kind.OUTSIDE || before.kind() == Kind.CALENDAR
              ? after.and(before.counted())
              : before.and(after.counted());
        });
  }

  private static Day plain(LocalDate date, Kind kind) {
    return new Day(date, kind, WorkingTime.ZERO, null, null, true);
  }

  private static Day explained(Deadline.Day day, WorkingTime counted) {
    var kind =
        switch (day.kind()) {
          case WORKING -> Kind.WORKING;
          case MADE_UP -> Kind.MADE_UP;
          case SHORTENED -> Kind.SHORTENED;
          case WEEKEND -> Kind.WEEKEND;
          case HOLIDAY -> Kind.HOLIDAY;
        };
    return new Day(day.date(), kind, counted, day.name(), day.nameInEnglish(), day.confirmed());
  }
}
