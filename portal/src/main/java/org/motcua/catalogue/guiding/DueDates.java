package org.motcua.catalogue.guiding;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZonedDateTime;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.motcua.catalogue.guiding.ChecklistRules.Time;
import org.motcua.organisation.AgencyId;
import org.motcua.organisation.Deadline;
import org.motcua.organisation.Deadline.DayKind;
import org.motcua.organisation.WorkingCalendar;
import org.motcua.organisation.WorkingTime;
import org.motcua.platform.clock.CountryTime;
import org.springframework.stereotype.Component;

/** Reckons until when an agency answers, by its own calendar. */
@Component
class DueDates {

  private final WorkingCalendar calendar;
  private final Clock clock;

  DueDates(WorkingCalendar calendar, Clock clock) {
    this.calendar = calendar;
    this.clock = clock;
  }

  /** Empty where the law sets no number. */
  Optional<DueDate> ifFiledNow(Time time, @Nullable AgencyId agency) {
    var amount = time.amount();
    var unit = time.unit();
    if (amount == null || unit == null) return Optional.empty();
    var now = clock.instant().atZone(CountryTime.ZONE);
    return Optional.of(
        switch (unit) {
          case HOURS -> due(now, dueAt(from(now, time), WorkingTime.hours(amount), agency));
          case WORKING_DAYS -> due(now, dueAt(from(now, time), WorkingTime.days(amount), agency));
          case DAYS -> onOrAfter(now, now.toLocalDate().plusDays(amount), agency);
          case MONTHS -> onOrAfter(now, now.toLocalDate().plusMonths(amount), agency);
        });
  }

  private static Instant from(ZonedDateTime now, Time time) {
    var until = time.countedFromMorningUntil();
    if (until == null) return now.toInstant();
    var first = now.toLocalTime().isBefore(until) ? 0 : 1;
    return start(now.toLocalDate().plusDays(first));
  }

  /**
   * Days of the calendar: only if the last one is a day off, the term ends on the next open one.
   */
  private DueDate onOrAfter(ZonedDateTime now, LocalDate last, @Nullable AgencyId agency) {
    return due(now, dueAt(start(last), WorkingTime.minutes(1), agency));
  }

  private static DueDate due(ZonedDateTime now, Deadline deadline) {
    var days = deadline.explanation();
    return new DueDate(
        now.toLocalDate(),
        deadline.dueAt().atZone(CountryTime.ZONE).toLocalDate(),
        (int) days.stream().filter(day -> day.kind() == DayKind.WEEKEND).count(),
        days.stream().filter(day -> day.kind() == DayKind.HOLIDAY).toList(),
        deadline.confirmed());
  }

  private Deadline dueAt(Instant start, WorkingTime allotted, @Nullable AgencyId agency) {
    return agency == null
        ? calendar.dueAt(start, allotted)
        : calendar.dueAt(start, allotted, agency);
  }

  private static Instant start(LocalDate day) {
    return day.atStartOfDay(CountryTime.ZONE).toInstant();
  }
}
