package org.motcua.organisation;

import java.time.Instant;
import org.motcua.organisation.model.OfficeHours;
import org.springframework.stereotype.Service;

/** When offices are open, and so when something is due. */
@Service
public class WorkingCalendar {

  private final CalendarInMemory calendar;
  private final Organisation organisation;

  WorkingCalendar(CalendarInMemory calendar, Organisation organisation) {
    this.calendar = calendar;
    this.organisation = organisation;
  }

  /**
   * The first instant at which so much working time has gone by since the start, by the hours and
   * holidays of the agency's province.
   */
  public Deadline dueAt(Instant start, WorkingTime allotted, AgencyId agency) {
    return hoursOf(agency).dueAt(start, allotted);
  }

  /** The same by the hours and holidays of the whole country, where no agency is known. */
  public Deadline dueAt(Instant start, WorkingTime allotted) {
    return calendar.hoursOf(null).dueAt(start, allotted);
  }

  /** How much working time goes by from one instant to another; none if the other is earlier. */
  public WorkingTime workingTimeBetween(Instant from, Instant to, AgencyId agency) {
    return hoursOf(agency).between(from, to);
  }

  private OfficeHours hoursOf(AgencyId agency) {
    var unit = organisation.getAgency(agency).unit();
    var province = unit == null ? null : organisation.provinceOf(unit).map(Unit::code).orElse(null);
    return calendar.hoursOf(province);
  }
}
