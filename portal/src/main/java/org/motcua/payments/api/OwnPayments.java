package org.motcua.payments.api;

import static java.util.Objects.requireNonNull;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.motcua.payments.PaymentId;
import org.motcua.payments.model.Payment;
import org.motcua.payments.model.PaymentStore;
import org.motcua.payments.model.Receipt;
import org.motcua.payments.model.ReceiptStore;
import org.motcua.payments.model.Refund;
import org.motcua.payments.model.RefundStore;
import org.motcua.platform.database.Typed;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What a program has asked for itself, and nothing else. */
@Component
class OwnPayments {

  private final PaymentStore payments;
  private final RefundStore refunds;
  private final ReceiptStore receipts;
  private final JdbcClient jdbc;
  private final String portal;

  OwnPayments(
      PaymentStore payments,
      RefundStore refunds,
      ReceiptStore receipts,
      JdbcClient jdbc,
      @Value("${motcua.public-url}") String portal) {
    this.payments = payments;
    this.refunds = refunds;
    this.receipts = receipts;
    this.jdbc = jdbc;
    this.portal = portal;
  }

  static String asker(String client) {
    return "client:" + client;
  }

  static String reference(String client, String theirs) {
    return asker(client) + ":" + theirs;
  }

  Optional<Payment> find(UUID id, String client) {
    return payments.find(new PaymentId(id)).filter(it -> it.askedBy().equals(asker(client)));
  }

  /** The last first. */
  List<Payment> list(String client, String theirs, @Nullable UUID before, int most) {
    return jdbc
        .sql(
            """
            select id from payments.payment
             where reference = :reference and (:before::uuid is null or id < :before)
             order by id desc limit :most
            """)
        .param("reference", reference(client, theirs))
        .param("before", Typed.uuid(before))
        .param("most", most)
        .query((row, number) -> requireNonNull(row.getObject("id", UUID.class)))
        .list()
        .stream()
        .flatMap(id -> find(id, client).stream())
        .toList();
  }

  Optional<PaymentJson.Back> refund(Payment payment, UUID id) {
    return refunds.find(id).filter(it -> it.payment().equals(payment.id())).map(OwnPayments::back);
  }

  private static PaymentJson.Back back(Refund refund) {
    return new PaymentJson.Back(
        refund.id(),
        refund.dong(),
        refund.status().name(),
        refund.reason(),
        PaymentsApi.PATH + "/" + refund.payment() + "/refunds/" + refund.id(),
        refund.orderedAt(),
        refund.endedAt());
  }

  PaymentJson json(Payment payment) {
    var title = payment.title();
    return new PaymentJson(
        payment.id().value(),
        payment.reference().substring(payment.askedBy().length() + 1),
        payment.status().name(),
        PaymentsApi.PATH + "/" + payment.id(),
        portal + payment.page(),
        payment.purpose().name(),
        new PaymentJson.Words(title.vietnamese(), title.english()),
        payment.total(),
        payment.refunded(),
        payment.items().stream().map(OwnPayments::part).toList(),
        payment.openedAt(),
        payment.expiresAt(),
        payment.paidAt(),
        payments.listAttempts(payment.id()).stream()
            .map(
                it ->
                    new PaymentJson.Try(
                        it.way(), it.status().name(), it.begunAt(), it.endedAt(), it.problem()))
            .toList(),
        payment.paidAt() == null ? List.of() : backs(payment.id()),
        payment.paidAt() == null ? null : receipt(payment.id()));
  }

  private List<PaymentJson.Back> backs(PaymentId payment) {
    return refunds.listOf(payment).stream()
        .filter(refund -> !refund.surplus())
        .map(OwnPayments::back)
        .toList();
  }

  private static PaymentJson.Part part(org.motcua.payments.Item item) {
    var to = item.to();
    return new PaymentJson.Part(
        item.code(),
        new PaymentJson.Words(item.name().vietnamese(), item.name().english()),
        item.dong(),
        new PaymentJson.To(to.owner(), to.name(), to.account(), to.bank()));
  }

  private PaymentJson.@Nullable Receipt receipt(PaymentId payment) {
    return Receipt.last(receipts.listOf(payment)).map(this::receipt).orElse(null);
  }

  private PaymentJson.@Nullable Receipt receipt(Receipt last) {
    var numbered = last.numbered();
    if (numbered == null) return null;
    var certificate = last.certificate();
    return new PaymentJson.Receipt(
        numbered.series(),
        numbered.number(),
        certificate == null ? null : portal + "/verify/" + certificate);
  }
}
