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
public abstract class MoneyTest {

  protected static final PaymentGateway.Visit VISIT =
      new PaymentGateway.Visit("127.0.0.1", "http://localhost/pay/x", "vi");

  @Autowired protected Payments door;
  @Autowired protected PaymentStore payments;
  @Autowired protected RefundStore refunds;
  @Autowired protected BeginAttempt beginAttempt;
  @Autowired protected TakeFinding takeFinding;
  @Autowired protected JdbcClient jdbc;

  protected Payment asked(NewPayment wanted) {
    return payments.find(door.request(wanted).id()).orElseThrow();
  }

  protected Attempt begun(Payment payment, String way) {
    return switch (beginAttempt.begin(payment, way, VISIT)) {
      case BeginAttempt.Outcome.GoTo(Attempt attempt, String address) -> attempt;
      case BeginAttempt.Outcome.StayHere(Attempt attempt) -> attempt;
      case BeginAttempt.Outcome other -> throw new AssertionError(other.toString());
    };
  }

  protected Payment now(Payment payment) {
    return payments.find(payment.id()).orElseThrow();
  }

  protected Attempt now(Attempt attempt) {
    return payments.findAttempt(attempt.id()).orElseThrow();
  }

  protected static Finding paid(long dong) {
    return new Finding.Paid(
        dong, new Attempt.Money(UUID.randomUUID().toString(), "NCB", Instant.now()));
  }

  /** Of the books as a whole, and of each entry. */
  protected void assertThatTheBooksBalance() {
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
  protected long balance(Payment payment, String kind) {
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
