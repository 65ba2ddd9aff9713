package org.motcua.dossiers.clock;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import org.motcua.dossiers.model.Dossier;
import org.motcua.eservices.OnlineService;
import org.motcua.eservices.RouteStep;
import org.motcua.eservices.TimeLimit;
import org.motcua.organisation.AgencyId;
import org.motcua.organisation.WorkingCalendar;
import org.motcua.organisation.WorkingTime;
import org.motcua.platform.clock.CountryTime;
import org.springframework.stereotype.Component;

/** By when an agency has to act, in its own working time. */
@Component
public class Terms {

  /** Within so much an agency says whether it takes what came in online; to be confirmed. */
  static final WorkingTime FIRST_ANSWER = WorkingTime.hours(8);

  private final WorkingCalendar calendar;

  Terms(WorkingCalendar calendar) {
    this.calendar = calendar;
  }

  public Instant dueAt(TimeLimit limit, AgencyId agency, Instant receivedAt) {
    return toTheSecond(limit.deadline(receivedAt, agency, calendar).dueAt());
  }

  public Instant answerBy(AgencyId agency, Instant receivedAt) {
    return toTheSecond(calendar.dueAt(receivedAt, FIRST_ANSWER, agency).dueAt());
  }

  /** As long from now as the steps that are left may take; a working day at least. */
  public Instant afterStepsLeft(OnlineService service, Dossier dossier, Instant now) {
    var left =
        service.route().stream()
            .skip(dossier.step())
            .map(RouteStep::allotted)
            .reduce(WorkingTime.ZERO, WorkingTime::plus);
    var day = WorkingTime.days(1);
    var agency = dossier.decidingAgency();
    return toTheSecond(calendar.dueAt(now, left.compareTo(day) < 0 ? day : left, agency).dueAt());
  }

  /** When the agency closes on that day or, if it does not open, on the next on which it does. */
  public Instant endOf(LocalDate day, AgencyId agency) {
    var morning = day.atStartOfDay(CountryTime.ZONE).toInstant();
    return toTheSecond(calendar.dueAt(morning, WorkingTime.days(1), agency).dueAt());
  }

  /**
   * As much working time as was left when the clock was stopped, counted from now. With none left
   * it was late then, and no pause mends that.
   */
  public Instant dueAfterPause(Dossier dossier, Instant now) {
    var stoppedAt = requireNonNull(dossier.term().stoppedAt());
    var dueAt = requireNonNull(dossier.term().dueAt());
    var agency = dossier.decidingAgency();
    var left = calendar.workingTimeBetween(stoppedAt, dueAt, agency);
    return left.isZero() ? dueAt : toTheSecond(calendar.dueAt(now, left, agency).dueAt());
  }

  private static Instant toTheSecond(Instant instant) {
    return instant.truncatedTo(ChronoUnit.SECONDS);
  }
}
