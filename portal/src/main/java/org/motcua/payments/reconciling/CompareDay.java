package org.motcua.payments.reconciling;

import java.time.Instant;
import java.time.LocalDate;
import org.motcua.platform.clock.CountryTime;
import org.motcua.platform.database.Typed;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Holds our books against the gateway's file, as sets, in the database. Several lines alike are
 * matched one by one. What somebody has settled before stays settled; what agrees by now is gone
 * from the work list.
 */
@Component
class CompareDay {

  /** Money that comes to be known of later than this is looked for by hand. */
  private static final int LATEST_DAYS = 60;

  /**
   * Of refunds each may go back in parts, so the gateway's number tells them apart; of what is paid
   * our own reference does.
   */
  private static final String SIDES =
      """
      with ours as (
        select ref, transaction, kind, dong from payments.moved
         where way = :way and at >= :from and at < :to),
      theirs as (
        select line.line, line.ref, line.transaction, line.kind, line.dong
          from payments.day_line line
         where line.file = (select file from payments.day where way = :way and day = :day)
        union all
        select line.line, line.ref, line.transaction, line.kind, line.dong
          from payments.day_file late join payments.day_line line on line.file = late.id
         where late.way = :way and late.day = :day and late.says <> :day),
      here as (
        select *, row_number() over (
                    partition by kind, ref, case kind when 'REFUND' then transaction end
                    order by dong) as nth
          from (
            select ref, transaction, kind, dong from ours
             where not exists (select from payments.carried gone
                     where gone.way = :way and gone.from_day = :day and gone.ours
                       and gone.kind = ours.kind and gone.ref = ours.ref
                       and gone.transaction = ours.transaction)
            union all
            select ref, transaction, kind, dong from payments.carried
             where way = :way and to_day = :day and ours
               and not exists (select from payments.carried gone
                     where gone.way = :way and gone.from_day = :day and gone.ours
                       and gone.kind = carried.kind and gone.ref = carried.ref
                       and gone.transaction = carried.transaction)) side),
      there as (
        select *, row_number() over (
                    partition by kind, ref, case kind when 'REFUND' then transaction end
                    order by dong) as nth
          from (
            select line, ref, transaction, kind, dong from theirs
             where not exists (select from payments.carried gone
                     where gone.way = :way and gone.from_day = :day and not gone.ours
                       and gone.kind = theirs.kind and gone.ref = theirs.ref
                       and gone.transaction = theirs.transaction)
            union all
            select null, ref, transaction, kind, dong from payments.carried
             where way = :way and to_day = :day and not ours
               and not exists (select from payments.carried gone
                     where gone.way = :way and gone.from_day = :day and not gone.ours
                       and gone.kind = carried.kind and gone.ref = carried.ref
                       and gone.transaction = carried.transaction)) side),
      pairs as (
        select coalesce(here.kind, there.kind) as kind,
               coalesce(here.ref, there.ref) as ref,
               coalesce(there.transaction, here.transaction, '') as transaction,
               coalesce(here.nth, there.nth) as nth,
               there.line, here.dong as ours, there.dong as theirs
          from here full join there
            on here.kind = there.kind and here.ref = there.ref and here.nth = there.nth
           and (here.kind = 'PAY' or here.transaction = there.transaction)),
      """;

  private final JdbcClient jdbc;

  CompareDay(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** Whoever calls has locked the day, and it is open. */
  @Transactional(propagation = Propagation.MANDATORY)
  void compare(String way, LocalDate day, Instant now) {
    carryWhatBecameKnownLate(way, day);
    jdbc.sql(
            SIDES
                + """
                found as (
                  insert into payments.difference
                    (id, way, day, what, kind, ref, transaction, line, ours, theirs, nth,
                     generation)
                  select gen_random_uuid(), :way, :day,
                         case when ours is null then 'MISSING_HERE'
                              when theirs is null then 'MISSING_THERE'
                              else 'OTHER_AMOUNT' end,
                         kind, ref, transaction, line, ours, theirs, nth,
                         (select generation + 1 from payments.day where way = :way and day = :day)
                    from pairs
                   where ours is distinct from theirs
                  on conflict (way, day, what, kind, ref, transaction, nth, ours, theirs)
                    do update set generation = excluded.generation, line = excluded.line)
                update payments.day
                   set generation = generation + 1, compared_at = :now,
                       signed_by = null, signed_at = null,
                       matched = sums.matched,
                       ours_paid = sums.ours_paid, ours_refunded = sums.ours_refunded,
                       theirs_paid = sums.theirs_paid, theirs_refunded = sums.theirs_refunded
                  from (
                    select count(*) filter (where ours = theirs) as matched,
                           coalesce(sum(ours) filter (where kind = 'PAY'), 0) as ours_paid,
                           coalesce(sum(ours) filter (where kind = 'REFUND'), 0) as ours_refunded,
                           coalesce(sum(theirs) filter (where kind = 'PAY'), 0) as theirs_paid,
                           coalesce(sum(theirs) filter (where kind = 'REFUND'), 0)
                             as theirs_refunded
                      from pairs) sums
                 where way = :way and day = :day
                """)
        .param("way", way)
        .param("day", day)
        .param("from", Typed.timestamp(begin(day)))
        .param("to", Typed.timestamp(begin(day.plusDays(1))))
        .param("now", Typed.timestamp(now))
        .update();
    jdbc.sql(
            """
            delete from payments.difference
             where way = :way and day = :day and status = 'OPEN'
               and generation < (select generation from payments.day
                                  where way = :way and day = :day)
            """)
        .param("way", way)
        .param("day", day)
        .update();
  }

  /** Of a day that was closed by then: it counts with the first that is compared afterwards. */
  private void carryWhatBecameKnownLate(String way, LocalDate day) {
    jdbc.sql(
            """
            insert into payments.carried
              (way, from_day, to_day, ours, kind, ref, transaction, dong)
            select :way, closed.day, :day, true, 'PAY', late.ref, late.transaction, late.dong
              from payments.moved late
              join payments.day closed
                on closed.way = late.way and closed.day = (late.at at time zone :zone)::date
             where late.way = :way and late.kind = 'PAY' and not late.reversed
               and late.at < :from and late.at >= :earliest
               and late.known_at >= :earliest and late.known_at > closed.closed_at
            on conflict do nothing
            """)
        .param("way", way)
        .param("day", day)
        .param("zone", CountryTime.ZONE.getId())
        .param("from", Typed.timestamp(begin(day)))
        .param("earliest", Typed.timestamp(begin(day.minusDays(LATEST_DAYS))))
        .update();
  }

  private static Instant begin(LocalDate day) {
    return day.atStartOfDay(CountryTime.ZONE).toInstant();
  }
}
