package org.motcua.payments.model;

import static java.util.Objects.requireNonNull;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.motcua.documents.Bilingual;
import org.motcua.identity.AccountId;
import org.motcua.payments.Fact;
import org.motcua.payments.Item;
import org.motcua.payments.NewPayment;
import org.motcua.payments.Payer;
import org.motcua.payments.PaymentId;
import org.motcua.payments.Purpose;
import org.motcua.platform.database.Typed;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

@Repository
class JdbcPaymentStore implements PaymentStore {

  private static final TypeReference<List<Item>> ITEMS = new TypeReference<>() {};
  private static final TypeReference<Map<Fact, String>> FACTS = new TypeReference<>() {};

  private static final String PAYMENT =
      """
      p.id, p.key, p.reference, p.purpose, p.title, p.items, p.total, p.payer, p.payer_name,
      p.payer_email, p.facts, p.asked_by, p.return_to, p.status, p.opened_at, p.expires_at,
      p.paid_at, p.paid_by, p.closed_at, p.closed_why, p.refunded
      """;
  private static final String ATTEMPT =
      """
      a.id as attempt, a.payment, a.way, a.ref, a.dong, a.received, a.status as attempt_status,
      a.address, a.begun_at, a.expires_at as attempt_expires_at, a.ended_at, a.transaction, a.bank,
      a.paid_at as money_at, a.problem, a.look_at
      """;

  private final JdbcClient jdbc;
  private final JsonMapper json;

  JdbcPaymentStore(JdbcClient jdbc, JsonMapper json) {
    this.jdbc = jdbc;
    this.json = json;
  }

  @Override
  public Optional<Payment> open(NewPayment asked, Instant now) {
    var payment = Payment.of(asked, now);
    var payer = payment.payer();
    var account = payer.account();
    var opened =
        jdbc.sql(
                """
                with opened as (
                insert into payments.payment
                  (id, key, reference, purpose, title, items, total, payer, payer_name, payer_email,
                   facts, asked_by, return_to, status, opened_at, expires_at)
                values
                  (:id, :key, :reference, :purpose, :title::jsonb, :items::jsonb, :total, :payer,
                   :payerName, :payerEmail, :facts::jsonb, :askedBy, :returnTo, :status, :openedAt,
                   :expiresAt)
                on conflict (reference) where status in ('OPEN', 'PAID', 'PARTLY_REFUNDED')
                do nothing
                returning id)
                insert into payments.charged (owner, payment)
                select owner, id from opened, unnest(:owners::text[]) owner
                """)
            .param("id", payment.id().value())
            .param("key", payment.key())
            .param("reference", payment.reference())
            .param("purpose", payment.purpose().name())
            .param("title", json.writeValueAsString(payment.title()))
            .param("items", json.writeValueAsString(payment.items()))
            .param("total", payment.total())
            .param("payer", Typed.uuid(account == null ? null : account.value()))
            .param("payerName", payer.name())
            .param("payerEmail", Typed.text(payer.email()))
            .param("facts", json.writeValueAsString(payment.facts()))
            .param("askedBy", payment.askedBy())
            .param("returnTo", Typed.text(payment.returnTo()))
            .param("status", payment.status().name())
            .param("openedAt", Typed.timestamp(payment.openedAt()))
            .param("expiresAt", Typed.timestamp(payment.expiresAt()))
            .param("owners", payment.owners().toArray(String[]::new))
            .update();
    return opened > 0 ? Optional.of(payment) : Optional.empty();
  }

  @Override
  public Optional<Payment> find(PaymentId id) {
    return payment("where p.id = :value", id.value());
  }

  @Override
  public Optional<Payment> findForUpdate(PaymentId id) {
    return payment("where p.id = :value for update", id.value());
  }

  @Override
  public Optional<Payment> findByKey(String key) {
    return payment("where p.key = :value", key);
  }

  @Override
  public Optional<Payment> findStanding(String reference) {
    return payment(STANDING, reference);
  }

  @Override
  public Optional<Payment> findStandingForUpdate(String reference) {
    return payment(STANDING + " for update", reference);
  }

  private static final String STANDING =
      "where p.reference = :value and p.status in ('OPEN', 'PAID', 'PARTLY_REFUNDED')";

  private Optional<Payment> payment(String where, Object value) {
    return jdbc.sql("select " + PAYMENT + " from payments.payment p " + where)
        .param("value", value)
        .query((row, number) -> payment(row))
        .optional();
  }

  @Override
  public List<Payment> listFor(String reference) {
    return jdbc.sql(
            "select "
                + PAYMENT
                + " from payments.payment p where p.reference = :reference order by p.id desc")
        .param("reference", reference)
        .query((row, number) -> payment(row))
        .list();
  }

  @Override
  public List<Payment> listOf(AccountId payer, @Nullable PaymentId before, int most) {
    return jdbc.sql(
            "select "
                + PAYMENT
                + """
                  from payments.payment p
                 where p.payer = :payer and (:before::uuid is null or p.id < :before)
                 order by p.id desc
                 limit :most
                """)
        .param("payer", payer.value())
        .param("before", Typed.uuid(before == null ? null : before.value()))
        .param("most", most)
        .query((row, number) -> payment(row))
        .list();
  }

  @Override
  public void move(Payment payment) {
    var facts = Moved.of(payment.state());
    var moved =
        jdbc.sql(
                """
                update payments.payment
                   set status = :status, paid_at = :paidAt, paid_by = :paidBy,
                       closed_at = :closedAt, closed_why = :closedWhy, refunded = :refunded
                 where id = :id
                """)
            .param("status", payment.status().name())
            .param("paidAt", Typed.timestamp(facts.paidAt()))
            .param("paidBy", Typed.uuid(facts.paidBy()))
            .param("closedAt", Typed.timestamp(facts.closedAt()))
            .param("closedWhy", Typed.text(facts.closedWhy()))
            .param("refunded", payment.refunded())
            .param("id", payment.id().value())
            .update();
    if (moved != 1) throw new IllegalStateException("No payment " + payment.id());
  }

  /** A state as its columns. */
  private record Moved(
      @Nullable Instant paidAt,
      @Nullable UUID paidBy,
      @Nullable Instant closedAt,
      @Nullable String closedWhy) {

    static Moved of(PaymentState state) {
      return switch (state) {
        case PaymentState.Open none -> new Moved(null, null, null, null);
        case PaymentState.Paid(var attempt, var at) -> new Moved(at, attempt, null, null);
        case PaymentState.PartlyRefunded(var paid) -> of(paid);
        case PaymentState.Refunded(var paid) -> of(paid);
        case PaymentState.Expired(var at) -> new Moved(null, null, at, null);
        case PaymentState.Cancelled(var why, var at) -> new Moved(null, null, at, why);
        case PaymentState.Reversed(var paid, var at) ->
            new Moved(paid.at(), paid.attempt(), at, null);
      };
    }
  }

  @Override
  public List<PaymentId> listToExpire(Instant now, int most) {
    return jdbc.sql(
            """
            select p.id
              from payments.payment p
             where p.status = 'OPEN' and p.expires_at < :now
               and not exists (select from payments.attempt a
                                where a.payment = p.id and a.status in ('BEGUN', 'PENDING'))
             order by p.expires_at, p.id
             limit :most
            """)
        .param("now", Typed.timestamp(now))
        .param("most", most)
        .query((row, number) -> new PaymentId(uuid(row, "id")))
        .list();
  }

  @Override
  public void begin(Attempt attempt) {
    jdbc.sql(
            """
            insert into payments.attempt
              (id, payment, way, ref, dong, status, address, begun_at, expires_at, look_at)
            values
              (:id, :payment, :way, :ref, :dong, :status, :address, :begunAt, :expiresAt, :lookAt)
            """)
        .param("id", attempt.id())
        .param("payment", attempt.payment().value())
        .param("way", attempt.way())
        .param("ref", attempt.ref())
        .param("dong", attempt.dong())
        .param("status", attempt.status().name())
        .param("address", Typed.text(attempt.address()))
        .param("begunAt", Typed.timestamp(attempt.begunAt()))
        .param("expiresAt", Typed.timestamp(attempt.expiresAt()))
        .param("lookAt", Typed.timestamp(attempt.lookAt()))
        .update();
  }

  @Override
  public void move(Attempt attempt) {
    var money = attempt.brought();
    var moved =
        jdbc.sql(
                """
                update payments.attempt
                   set status = :status, received = :received, address = :address,
                       ended_at = :endedAt, transaction = :transaction, bank = :bank,
                       paid_at = :paidAt, problem = :problem, look_at = :lookAt
                 where id = :id
                """)
            .param("status", attempt.status().name())
            .param("received", attempt.received())
            .param("address", Typed.text(attempt.address()))
            .param("endedAt", Typed.timestamp(attempt.endedAt()))
            .param("transaction", Typed.text(money == null ? null : money.transaction()))
            .param("bank", Typed.text(money == null ? null : money.bank()))
            .param("paidAt", Typed.timestamp(money == null ? null : money.at()))
            .param("problem", Typed.text(attempt.problem()))
            .param("lookAt", Typed.timestamp(attempt.lookAt()))
            .param("id", attempt.id())
            .update();
    if (moved != 1) throw new IllegalStateException("No attempt " + attempt.ref());
  }

  @Override
  public Optional<Attempt> findAttempt(UUID id) {
    return attempts("where a.id = :value", id).stream().findFirst();
  }

  @Override
  public Optional<Attempt> findAttempt(String ref) {
    return attempts("where a.ref = :value", ref).stream().findFirst();
  }

  @Override
  public List<Attempt> listAttempts(PaymentId payment) {
    return attempts("where a.payment = :value order by a.id", payment.value());
  }

  private List<Attempt> attempts(String where, Object value) {
    return jdbc.sql("select " + ATTEMPT + " from payments.attempt a " + where)
        .param("value", value)
        .query((row, number) -> attempt(row))
        .list();
  }

  /** The payment first, as everybody locks them. */
  @Override
  public Optional<Underway> findForUpdate(String ref) {
    return jdbc.sql(
            "select "
                + PAYMENT
                + ", "
                + ATTEMPT
                + """
                  from payments.attempt a join payments.payment p on p.id = a.payment
                 where a.ref = :ref
                   for update of p, a
                """)
        .param("ref", ref)
        .query((row, number) -> new Underway(attempt(row), payment(row)))
        .optional();
  }

  @Override
  public List<Attempt> takeTurn(Instant now, Instant next, int most) {
    return jdbc.sql(
            """
            with turn as (
              select id, look_at as turn from payments.attempt
               where look_at <= :now
               order by look_at, id
               limit :most
                 for update skip locked)
            update payments.attempt a set look_at = :next
              from turn where turn.id = a.id
            returning
            """
                + ATTEMPT)
        .param("now", Typed.timestamp(now))
        .param("next", Typed.timestamp(next))
        .param("most", most)
        .query((row, number) -> attempt(row))
        .list();
  }

  private Payment payment(ResultSet row) throws SQLException {
    var payer = row.getObject("payer", UUID.class);
    return new Payment(
        new PaymentId(uuid(row, "id")),
        row.getString("key"),
        row.getString("reference"),
        Purpose.valueOf(row.getString("purpose")),
        json.readValue(row.getString("title"), Bilingual.class),
        json.readValue(row.getString("items"), ITEMS),
        row.getLong("total"),
        new Payer(
            payer == null ? null : new AccountId(payer),
            row.getString("payer_name"),
            row.getString("payer_email")),
        json.readValue(row.getString("facts"), FACTS),
        row.getString("asked_by"),
        row.getString("return_to"),
        time(row, "opened_at"),
        time(row, "expires_at"),
        state(row),
        row.getLong("refunded"));
  }

  private static PaymentState state(ResultSet row) throws SQLException {
    return switch (PaymentStatus.valueOf(row.getString("status"))) {
      case OPEN -> new PaymentState.Open();
      case PAID -> paid(row);
      case PARTLY_REFUNDED -> new PaymentState.PartlyRefunded(paid(row));
      case REFUNDED -> new PaymentState.Refunded(paid(row));
      case EXPIRED -> new PaymentState.Expired(time(row, "closed_at"));
      case CANCELLED ->
          new PaymentState.Cancelled(row.getString("closed_why"), time(row, "closed_at"));
      case REVERSED -> new PaymentState.Reversed(paid(row), time(row, "closed_at"));
    };
  }

  private static PaymentState.Paid paid(ResultSet row) throws SQLException {
    return new PaymentState.Paid(uuid(row, "paid_by"), time(row, "paid_at"));
  }

  private static Attempt attempt(ResultSet row) throws SQLException {
    var transaction = row.getString("transaction");
    return new Attempt(
        uuid(row, "attempt"),
        new PaymentId(uuid(row, "payment")),
        row.getString("way"),
        row.getString("ref"),
        row.getLong("dong"),
        row.getLong("received"),
        AttemptStatus.valueOf(row.getString("attempt_status")),
        row.getString("address"),
        time(row, "begun_at"),
        time(row, "attempt_expires_at"),
        findTime(row, "ended_at"),
        transaction == null
            ? null
            : new Attempt.Money(transaction, row.getString("bank"), time(row, "money_at")),
        row.getString("problem"),
        findTime(row, "look_at"));
  }

  private static UUID uuid(ResultSet row, String column) throws SQLException {
    return requireNonNull(row.getObject(column, UUID.class), column);
  }

  private static Instant time(ResultSet row, String column) throws SQLException {
    return requireNonNull(findTime(row, column), column);
  }

  private static @Nullable Instant findTime(ResultSet row, String column) throws SQLException {
    var at = row.getObject(column, OffsetDateTime.class);
    return at == null ? null : at.withOffsetSameInstant(ZoneOffset.UTC).toInstant();
  }
}
