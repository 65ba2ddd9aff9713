package org.motcua.eservices;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import org.jspecify.annotations.Nullable;
import org.motcua.forms.Expression;
import org.motcua.forms.Words;
import org.motcua.organisation.AgencyId;
import org.motcua.organisation.Deadline;
import org.motcua.organisation.WorkingCalendar;
import org.motcua.organisation.WorkingTime;
import org.motcua.platform.clock.CountryTime;

/**
 * In what time the agency answers.
 *
 * @param text the limit as the law words it
 * @param when the case that it is for; all cases, if there is none
 * @param countedFromMorningUntil if given, whole days count: what comes in before this hour counts
 *     from that morning, what comes later from the next
 */
public record TimeLimit(
    Words text,
    @Nullable Expression when,
    Allotted allotted,
    @Nullable LocalTime countedFromMorningUntil) {

  /** How much time the law gives. */
  public sealed interface Allotted {

    /** Only while offices are open. */
    record Working(WorkingTime time) implements Allotted {}

    /** Every day counts, the day after receipt being the first. */
    record CalendarDays(int days) implements Allotted {}
  }

  public Deadline deadline(Instant receivedAt, AgencyId agency, WorkingCalendar calendar) {
    return switch (allotted) {
      case Allotted.Working(var time) -> calendar.dueAt(countedFrom(receivedAt), time, agency);
      case Allotted.CalendarDays(var days) -> endOf(days, receivedAt, agency, calendar);
    };
  }

  /** If offices are closed on the last day, the limit ends with the next working day. */
  private Deadline endOf(int days, Instant receivedAt, AgencyId agency, WorkingCalendar calendar) {
    var lastDay = dayOf(countedFrom(receivedAt)).plusDays(days);
    return calendar.dueAt(
        lastDay.atStartOfDay(CountryTime.ZONE).toInstant(), WorkingTime.days(1), agency);
  }

  /** When the limit begins to run. */
  public Instant countedFrom(Instant receivedAt) {
    if (countedFromMorningUntil == null) return receivedAt;
    var received = receivedAt.atZone(CountryTime.ZONE);
    var firstDay =
        received.toLocalTime().isBefore(countedFromMorningUntil)
            ? received.toLocalDate()
            : received.toLocalDate().plusDays(1);
    return firstDay.atStartOfDay(CountryTime.ZONE).toInstant();
  }

  private static LocalDate dayOf(Instant moment) {
    return moment.atZone(CountryTime.ZONE).toLocalDate();
  }
}
