package org.motcua.payments.model;

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
import org.motcua.platform.ids.NewId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class JdbcReceiptStore implements ReceiptStore {

  private static final String RECEIPT =
      """
      select id, payment, dong, replaces, wanted_at, series, number, numbered_at, certificate,
             annulled_at, annulled_why
        from payments.receipt
      """;

  private final JdbcClient jdbc;

  JdbcReceiptStore(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  @Override
  public void want(PaymentId payment, Instant now) {
    jdbc.sql(
            """
            insert into payments.receipt (id, payment, dong, wanted_at)
            select :id, id, total, :now from payments.payment where id = :payment
            on conflict (payment) where replaces is null do nothing
            """)
        .param("id", NewId.next())
        .param("payment", payment.value())
        .param("now", Typed.timestamp(now))
        .update();
  }

  @Override
  public void wantForTheRest(PaymentId payment, long less, Instant now) {
    lastForUpdate(payment)
        .filter(last -> last.annulled() == null && last.dong() > less)
        .ifPresent(
            last ->
                jdbc.sql(
                        """
                        insert into payments.receipt (id, payment, dong, replaces, wanted_at)
                        values (:id, :payment, :dong, :replaces, :now)
                        """)
                    .param("id", NewId.next())
                    .param("payment", payment.value())
                    .param("dong", last.dong() - less)
                    .param("replaces", last.id())
                    .param("now", Typed.timestamp(now))
                    .update());
  }

  @Override
  public void annul(PaymentId payment, Receipt.Why why, Instant now) {
    lastForUpdate(payment)
        .filter(last -> last.annulled() == null)
        .ifPresent(
            last ->
                jdbc.sql(
                        """
                        update payments.receipt
                           set annulled_at = :now, annulled_why = :why where id = :id
                        """)
                    .param("id", last.id())
                    .param("why", why.name())
                    .param("now", Typed.timestamp(now))
                    .update());
  }

  /** The first is there as long as the payment: whoever wants to follow it waits for it. */
  private Optional<Receipt> lastForUpdate(PaymentId payment) {
    jdbc.sql(
            """
            select id from payments.receipt where payment = :payment and replaces is null for update
            """)
        .param("payment", payment.value())
        .query(UUID.class)
        .optional();
    return Receipt.last(listOf(payment));
  }

  @Override
  public Optional<Receipt> find(UUID id) {
    return jdbc.sql(RECEIPT + " where id = :id")
        .param("id", id)
        .query((row, n) -> receipt(row))
        .optional();
  }

  @Override
  public Optional<Receipt> findForUpdate(UUID id) {
    return jdbc.sql(RECEIPT + " where id = :id for update")
        .param("id", id)
        .query((row, n) -> receipt(row))
        .optional();
  }

  @Override
  public List<Receipt> listOf(PaymentId payment) {
    return jdbc.sql(RECEIPT + " where payment = :payment order by id")
        .param("payment", payment.value())
        .query((row, n) -> receipt(row))
        .list();
  }

  @Override
  public List<Receipt> listPrinted(List<PaymentId> payments) {
    if (payments.isEmpty()) return List.of();
    return jdbc.sql(
            RECEIPT
                + """
                 where payment in (:payments) and certificate is not null
                   and not exists (select from payments.receipt next
                                    where next.replaces = receipt.id
                                      and next.certificate is not null)
                """)
        .param("payments", payments.stream().map(PaymentId::value).toList())
        .query((row, n) -> receipt(row))
        .list();
  }

  @Override
  public List<UUID> listToNumber(int most) {
    return jdbc.sql("select id from payments.receipt where number is null order by id limit :most")
        .param("most", most)
        .query((row, n) -> row.getObject("id", UUID.class))
        .list();
  }

  @Override
  public Receipt number(Receipt receipt, String series, Instant now) {
    long number =
        jdbc.sql(
                """
                insert into payments.receipt_series as known (series, last) values (:series, 1)
                on conflict (series) do update set last = known.last + 1
                returning last
                """)
            .param("series", series)
            .query(Long.class)
            .single();
    jdbc.sql(
            """
            update payments.receipt
               set series = :series, number = :number, numbered_at = :now where id = :id
            """)
        .param("id", receipt.id())
        .param("series", series)
        .param("number", number)
        .param("now", Typed.timestamp(now))
        .update();
    return find(receipt.id()).orElseThrow();
  }

  @Override
  public List<Receipt> listToPrint(@Nullable Receipt after, int most) {
    var from = after == null ? null : after.numbered();
    return jdbc.sql(
            RECEIPT
                + """
                 where number is not null and certificate is null
                   and (series, number) > (:series, :number)
                   and not exists (select from payments.receipt former
                                    where former.id = receipt.replaces
                                      and former.certificate is null)
                 order by series, number limit :most
                """)
        .param("series", from == null ? "" : from.series())
        .param("number", from == null ? 0 : from.number())
        .param("most", most)
        .query((row, n) -> receipt(row))
        .list();
  }

  @Override
  public void printed(Receipt receipt, String certificate) {
    jdbc.sql("update payments.receipt set certificate = :certificate where id = :id")
        .param("id", receipt.id())
        .param("certificate", certificate)
        .update();
  }

  @Override
  public List<Receipt> listToWithdraw(int most) {
    return jdbc.sql(
            RECEIPT
                + """
                 where annulled_at is not null and withdrawn_at is null
                   and certificate is not null
                 order by id limit :most
                """)
        .param("most", most)
        .query((row, n) -> receipt(row))
        .list();
  }

  @Override
  public void withdrawn(Receipt receipt, Instant now) {
    jdbc.sql("update payments.receipt set withdrawn_at = :now where id = :id")
        .param("id", receipt.id())
        .param("now", Typed.timestamp(now))
        .update();
  }

  private static Receipt receipt(ResultSet row) throws SQLException {
    var series = row.getString("series");
    var annulledAt = instant(row, "annulled_at");
    return new Receipt(
        row.getObject("id", UUID.class),
        new PaymentId(row.getObject("payment", UUID.class)),
        row.getLong("dong"),
        row.getObject("replaces", UUID.class),
        row.getObject("wanted_at", OffsetDateTime.class).toInstant(),
        series == null
            ? null
            : new Receipt.Numbered(
                series,
                row.getLong("number"),
                row.getObject("numbered_at", OffsetDateTime.class).toInstant()),
        row.getString("certificate"),
        annulledAt == null
            ? null
            : new Receipt.Annulment(
                annulledAt, Receipt.Why.valueOf(row.getString("annulled_why"))));
  }

  private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
    var at = row.getObject(column, OffsetDateTime.class);
    return at == null ? null : at.toInstant();
  }
}
