package org.motcua.payments.model;

import static java.util.Objects.requireNonNull;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.motcua.payments.PaymentId;
import org.motcua.platform.database.Typed;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.databind.json.JsonMapper;

@Repository
class JdbcRefundStore implements RefundStore {

  private static final String REFUND =
      """
      r.id, r.payment, r.attempt, r.dong, r.surplus, r.reason, r.status, r.destination,
      r.ordered_at, r.ordered_by, r.decided_at, r.decided_by, r.ended_at, r.transaction, r.problem,
      r.look_at
      """;

  private final JdbcClient jdbc;
  private final JsonMapper json;

  JdbcRefundStore(JdbcClient jdbc, JsonMapper json) {
    this.jdbc = jdbc;
    this.json = json;
  }

  @Override
  public void order(Refund refund) {
    insert(refund, null);
  }

  @Override
  public boolean order(Refund refund, String cause) {
    return insert(refund, cause);
  }

  private boolean insert(Refund refund, @Nullable String cause) {
    var destination = refund.destination();
    return jdbc.sql(
                """
                insert into payments.refund
                  (id, payment, attempt, dong, surplus, reason, status, destination, ordered_at,
                   ordered_by, look_at, cause)
                values
                  (:id, :payment, :attempt, :dong, :surplus, :reason, :status, :destination::jsonb,
                   :orderedAt, :orderedBy, :lookAt, :cause)
                on conflict (cause) where cause is not null do nothing
                """)
            .param("id", refund.id())
            .param("payment", refund.payment().value())
            .param("attempt", refund.attempt())
            .param("dong", refund.dong())
            .param("surplus", refund.surplus())
            .param("reason", refund.reason())
            .param("status", refund.status().name())
            .param(
                "destination",
                Typed.text(destination == null ? null : json.writeValueAsString(destination)))
            .param("orderedAt", Typed.timestamp(refund.orderedAt()))
            .param("orderedBy", refund.orderedBy())
            .param("lookAt", Typed.timestamp(refund.lookAt()))
            .param("cause", Typed.text(cause))
            .update()
        == 1;
  }

  @Override
  public Optional<Refund> findByCause(String cause) {
    return jdbc.sql("select " + REFUND + " from payments.refund r where r.cause = :cause")
        .param("cause", cause)
        .query((row, number) -> refund(row))
        .optional();
  }

  @Override
  public List<Refund> listToSeeTo(int most) {
    return jdbc.sql(
            "select "
                + REFUND
                + """
                  from payments.refund r
                 where r.status in ('ORDERED', 'FAILED')
                 order by r.id
                 limit :most
                """)
        .param("most", most)
        .query((row, number) -> refund(row))
        .list();
  }

  @Override
  public Optional<Refund> find(UUID id) {
    return list("where r.id = :value", id).stream().findFirst();
  }

  @Override
  public Optional<Refund> findForUpdate(UUID id) {
    return list("where r.id = :value for update", id).stream().findFirst();
  }

  @Override
  public List<Refund> listOf(PaymentId payment) {
    return list("where r.payment = :value order by r.id", payment.value());
  }

  private List<Refund> list(String where, UUID value) {
    return jdbc.sql("select " + REFUND + " from payments.refund r " + where)
        .param("value", value)
        .query((row, number) -> refund(row))
        .list();
  }

  @Override
  public void move(Refund refund) {
    var decided = refund.decided();
    var moved =
        jdbc.sql(
                """
                update payments.refund
                   set status = :status, decided_at = :decidedAt, decided_by = :decidedBy,
                       ended_at = :endedAt, transaction = :transaction, problem = :problem,
                       look_at = :lookAt
                 where id = :id
                """)
            .param("status", refund.status().name())
            .param("decidedAt", Typed.timestamp(decided == null ? null : decided.at()))
            .param("decidedBy", Typed.text(decided == null ? null : decided.by()))
            .param("endedAt", Typed.timestamp(refund.endedAt()))
            .param("transaction", Typed.text(refund.transaction()))
            .param("problem", Typed.text(refund.problem()))
            .param("lookAt", Typed.timestamp(refund.lookAt()))
            .param("id", refund.id())
            .update();
    if (moved != 1) throw new IllegalStateException("No refund " + refund.id());
  }

  @Override
  public List<Refund> takeTurn(Instant now, Instant next, int most) {
    return jdbc.sql(
            """
            with turn as (
              select id, look_at as turn from payments.refund
               where look_at <= :now
               order by look_at, id
               limit :most
                 for update skip locked)
            update payments.refund r set look_at = :next
              from turn where turn.id = r.id
            returning
            """
                + REFUND)
        .param("now", Typed.timestamp(now))
        .param("next", Typed.timestamp(next))
        .param("most", most)
        .query((row, number) -> refund(row))
        .list();
  }

  private Refund refund(ResultSet row) throws SQLException {
    var destination = row.getString("destination");
    var decidedAt = findTime(row, "decided_at");
    return new Refund(
        requireNonNull(row.getObject("id", UUID.class)),
        new PaymentId(requireNonNull(row.getObject("payment", UUID.class))),
        requireNonNull(row.getObject("attempt", UUID.class)),
        row.getLong("dong"),
        row.getBoolean("surplus"),
        row.getString("reason"),
        RefundStatus.valueOf(row.getString("status")),
        destination == null ? null : json.readValue(destination, Refund.Destination.class),
        requireNonNull(findTime(row, "ordered_at")),
        row.getString("ordered_by"),
        decidedAt == null ? null : new Refund.Decision(decidedAt, row.getString("decided_by")),
        findTime(row, "ended_at"),
        row.getString("transaction"),
        row.getString("problem"),
        findTime(row, "look_at"));
  }

  private static @Nullable Instant findTime(ResultSet row, String column) throws SQLException {
    var at = row.getObject(column, OffsetDateTime.class);
    return at == null ? null : at.toInstant();
  }
}
