package org.motcua.eservices;

import java.time.Instant;
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
    WorkingTime allotted,
    @Nullable LocalTime countedFromMorningUntil) {

  public Deadline deadline(Instant receivedAt, AgencyId agency, WorkingCalendar calendar) {
    return calendar.dueAt(countedFrom(receivedAt), allotted, agency);
  }

  Instant countedFrom(Instant receivedAt) {
    if (countedFromMorningUntil == null) return receivedAt;
    var received = receivedAt.atZone(CountryTime.ZONE);
    var firstDay =
        received.toLocalTime().isBefore(countedFromMorningUntil)
            ? received.toLocalDate()
            : received.toLocalDate().plusDays(1);
    return firstDay.atStartOfDay(CountryTime.ZONE).toInstant();
  }
}
