package org.motcua.payments.model;

import java.time.Instant;
import org.motcua.payments.PaymentId;
import org.motcua.platform.database.Typed;
import org.motcua.platform.ids.NewId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class JdbcReceiptStore implements ReceiptStore {

  private final JdbcClient jdbc;

  JdbcReceiptStore(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  @Override
  public void want(PaymentId payment, Instant now) {
    jdbc.sql(
            """
            insert into payments.receipt (id, payment, wanted_at) values (:id, :payment, :now)
            on conflict (payment) do nothing
            """)
        .param("id", NewId.next())
        .param("payment", payment.value())
        .param("now", Typed.timestamp(now))
        .update();
  }
}
