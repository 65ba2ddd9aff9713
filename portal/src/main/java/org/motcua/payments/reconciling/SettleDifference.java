package org.motcua.payments.reconciling;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.motcua.payments.gateway.AskGateways;
import org.motcua.payments.gateway.Finding;
import org.motcua.payments.model.PaymentStore;
import org.motcua.platform.audit.AuditTrail;
import org.motcua.platform.database.Typed;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;

/** What an accountant does about a line of the work list. */
@Service
class SettleDifference {

  private static final int LONGEST_REASON = 500;

  private final Days days;
  private final CompareDay compareDay;
  private final PaymentStore payments;
  private final AskGateways gateways;
  private final JdbcClient jdbc;
  private final AuditTrail audit;
  private final TransactionTemplate transaction;
  private final Clock clock;

  SettleDifference(
      Days days,
      CompareDay compareDay,
      PaymentStore payments,
      AskGateways gateways,
      JdbcClient jdbc,
      AuditTrail audit,
      TransactionTemplate transaction,
      Clock clock) {
    this.days = days;
    this.compareDay = compareDay;
    this.payments = payments;
    this.gateways = gateways;
    this.jdbc = jdbc;
    this.audit = audit;
    this.transaction = transaction;
    this.clock = clock;
  }

  /** It stays as it is, and somebody answers for it. */
  DayOutcome accept(UUID id, String reason, String by) {
    var why = reason.strip();
    if (why.isEmpty() || why.length() > LONGEST_REASON) return new DayOutcome.ReasonMissing();
    return settle(id, "ACCEPTED", why, by, false);
  }

  /** The gateway's day ended at another moment than ours: it counts with the next open day. */
  DayOutcome carryOver(UUID id, String by) {
    return settle(id, "CARRIED", null, by, true);
  }

  /**
   * Asks the gateway, which takes the attempt as paid if it says so, and compares anew.
   *
   * @return what the gateway says; null where there is no such attempt to ask about
   */
  @Nullable Finding ask(UUID id, String by) {
    var difference = days.findDifference(id).orElse(null);
    if (difference == null) return null;
    var attempt = payments.findAttempt(difference.ref()).orElse(null);
    if (attempt == null || !attempt.way().equals(difference.way())) return null;
    var finding = gateways.ask(attempt);
    transaction.executeWithoutResult(
        status -> {
          audit.record(
              by,
              "payments.gateway_asked",
              "payment",
              attempt.payment().toString(),
              Map.of("finding", finding.getClass().getSimpleName()));
          compareAnew(difference.way(), difference.day());
        });
    return finding;
  }

  private DayOutcome settle(UUID id, String as, @Nullable String why, String by, boolean later) {
    var found = days.findDifference(id);
    if (found.isEmpty()) return new DayOutcome.NoSuchDifference();
    var difference = found.get();
    return transaction.execute(
        status -> {
          if (days.lock(difference.way(), difference.day()).closed() != null) {
            return new DayOutcome.ClosedBefore();
          }
          if (!mark(id, as, why, by)) return new DayOutcome.Settled();
          if (later) carry(difference);
          audit.record(
              by,
              "payments.difference_" + as.toLowerCase(Locale.ROOT),
              "day",
              difference.way() + ":" + difference.day(),
              Map.of("ref", difference.ref(), "what", difference.what()));
          return new DayOutcome.Settled();
        });
  }

  private boolean mark(UUID id, String as, @Nullable String why, String by) {
    return jdbc.sql(
                """
                update payments.difference
                   set status = :status, reason = :reason, settled_by = :by, settled_at = :at
                 where id = :id and status = 'OPEN'
                """)
            .param("status", as)
            .param("reason", Typed.text(why))
            .param("by", by)
            .param("at", Typed.timestamp(clock.instant()))
            .param("id", id)
            .update()
        == 1;
  }

  /** Each side's own sum; a difference of sums takes both along. */
  private void carry(Difference difference) {
    var next = days.lockNextOpen(difference.way(), difference.day()).day();
    if (difference.ours() != null) carry(difference, next, true, difference.ours());
    if (difference.theirs() != null) carry(difference, next, false, difference.theirs());
    compareAnew(difference.way(), difference.day());
    compareAnew(difference.way(), next);
  }

  private void carry(Difference difference, LocalDate to, boolean ours, long dong) {
    jdbc.sql(
            """
            insert into payments.carried
              (way, from_day, to_day, ours, kind, ref, transaction, dong)
            values (:way, :from, :to, :ours, :kind, :ref, :transaction, :dong)
            on conflict do nothing
            """)
        .param("way", difference.way())
        .param("from", difference.day())
        .param("to", to)
        .param("ours", ours)
        .param("kind", difference.kind())
        .param("ref", difference.ref())
        .param("transaction", difference.transaction())
        .param("dong", dong)
        .update();
  }

  private void compareAnew(String way, LocalDate date) {
    var day = days.lock(way, date);
    if (day.closed() == null && day.file() != null) compareDay.compare(way, date, clock.instant());
  }
}
