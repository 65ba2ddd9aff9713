package org.motcua.payments.reconciling;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Map;
import org.motcua.platform.audit.AuditTrail;
import org.motcua.platform.database.Typed;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Two accountants close a day, one after the other; then it stays as it is. */
@Service
class CloseDay {

  private final Days days;
  private final JdbcClient jdbc;
  private final AuditTrail audit;
  private final Clock clock;

  CloseDay(Days days, JdbcClient jdbc, AuditTrail audit, Clock clock) {
    this.days = days;
    this.jdbc = jdbc;
    this.audit = audit;
    this.clock = clock;
  }

  /**
   * The first signs, the second closes. What is compared anew in between has to be signed anew.
   *
   * @param by as the audit trail names people
   */
  @Transactional
  public DayOutcome sign(String way, LocalDate date, String by) {
    if (days.find(way, date).isEmpty()) return new DayOutcome.NoFile();
    var day = days.lock(way, date);
    if (day.closed() != null) return new DayOutcome.ClosedBefore();
    if (day.file() == null) return new DayOutcome.NoFile();
    if (day.open() > 0) return new DayOutcome.StillOpen(day.open());
    var first = day.signed();
    if (first == null) {
      write(day, "signed", by);
      return new DayOutcome.Signed();
    }
    if (first.by().equals(by)) return new DayOutcome.OwnSignature();
    write(day, "closed", by);
    return new DayOutcome.Closed();
  }

  private void write(Day day, String act, String by) {
    jdbc.sql(
            "update payments.day set %1$s_by = :by, %1$s_at = :at where way = :way and day = :day"
                .formatted(act))
        .param("by", by)
        .param("at", Typed.timestamp(clock.instant()))
        .param("way", day.way())
        .param("day", day.day())
        .update();
    audit.record(by, "payments.day_" + act, "day", day.way() + ":" + day.day(), Map.of());
  }
}
