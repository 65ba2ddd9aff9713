package org.motcua.organisation.scheduling;

import java.time.LocalDate;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.motcua.organisation.OfficerId;
import org.motcua.organisation.UnitCode;
import org.motcua.organisation.appointing.Administrators;
import org.motcua.organisation.model.CalendarStore;
import org.motcua.organisation.model.SpecialDay;
import org.motcua.platform.audit.AuditTrail;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Deadlines that have been given stay as they are; those given from now on go by the change. */
@Service
class EditCalendar {

  private final CalendarStore days;
  private final Administrators administrators;
  private final AuditTrail audit;

  EditCalendar(CalendarStore days, Administrators administrators, AuditTrail audit) {
    this.days = days;
    this.administrators = administrators;
    this.audit = audit;
  }

  @Transactional
  void save(SpecialDay day, OfficerId officer) {
    requireRight(officer, day.province());
    days.save(day);
    days.announceChange();
    record(
        officer,
        "organisation.day-set",
        day.day(),
        day.province(),
        Map.of("kind", day.kind().name(), "name", day.name(), "confirmed", day.confirmed()));
  }

  /** Removing twice is removing once. */
  @Transactional
  void remove(LocalDate day, @Nullable UnitCode province, OfficerId officer) {
    requireRight(officer, province);
    if (!days.remove(day, province)) return;
    days.announceChange();
    record(officer, "organisation.day-removed", day, province, Map.of());
  }

  private void requireRight(OfficerId officer, @Nullable UnitCode province) {
    if (!administrators.of(officer).covers(province)) {
      throw new AccessDeniedException("Does not keep this calendar");
    }
  }

  private void record(
      OfficerId officer,
      String action,
      LocalDate day,
      @Nullable UnitCode province,
      Map<String, ?> details) {
    var scope = Objects.toString(province, "country");
    audit.record("account:" + officer, action, "calendar-day", day + " " + scope, details);
  }
}
