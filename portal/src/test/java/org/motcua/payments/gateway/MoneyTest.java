package org.motcua.payments.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.UUID;
import org.motcua.payments.NewPayment;
import org.motcua.payments.Payments;
import org.motcua.payments.model.Attempt;
import org.motcua.payments.model.Payment;
import org.motcua.payments.model.PaymentStore;
import org.motcua.payments.model.RefundStore;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What tests about money share. */
@SpringBootTest
@AutoConfigureMockMvc
abstract class MoneyTest {

  static final PaymentGateway.Visit VISIT =
      new PaymentGateway.Visit("127.0.0.1", "http://localhost/pay/x", "vi");

  @Autowired Payments door;
  @Autowired PaymentStore payments;
  @Autowired RefundStore refunds;
  @Autowired BeginAttempt beginAttempt;
  @Autowired TakeFinding takeFinding;
  @Autowired JdbcClient jdbc;

  Payment asked(NewPayment wanted) {
    return payments.find(door.request(wanted).id()).orElseThrow();
  }

  Attempt begun(Payment payment, String way) {
    return switch (beginAttempt.begin(payment, way, VISIT)) {
      case BeginAttempt.Outcome.GoTo(Attempt attempt, String address) -> attempt;
      case BeginAttempt.Outcome.StayHere(Attempt attempt) -> attempt;
      case BeginAttempt.Outcome other -> throw new AssertionError(other.toString());
    };
  }

  Payment now(Payment payment) {
    return payments.find(payment.id()).orElseThrow();
  }

  Attempt now(Attempt attempt) {
    return payments.findAttempt(attempt.id()).orElseThrow();
  }

  static Finding paid(long dong) {
    return new Finding.Paid(
        dong, new Attempt.Money(UUID.randomUUID().toString(), "NCB", Instant.now()));
  }

  /** Of the books as a whole, and of each entry. */
  void assertThatTheBooksBalance() {
    assertThat(
            jdbc.sql(
                    """
                    select count(*) from (
                      select entry from payments.posting group by entry having sum(dong) <> 0) odd
                    """)
                .query(Long.class)
                .single())
        .isZero();
  }

  /** What an account holds of one payment. */
  long balance(Payment payment, String kind) {
    return jdbc.sql(
            """
            select coalesce(sum(posting.dong), 0)
              from payments.posting
              join payments.entry on entry.id = posting.entry
              join payments.account on account.id = posting.account
             where entry.payment = :payment and account.kind = :kind
            """)
        .param("payment", payment.id().value())
        .param("kind", kind)
        .query(Long.class)
        .single();
  }
}
