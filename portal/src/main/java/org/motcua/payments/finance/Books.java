package org.motcua.payments.finance;

import java.time.OffsetDateTime;
import java.util.List;
import org.motcua.payments.PaymentId;
import org.motcua.payments.model.EntryKind;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What stands in the books. */
@Component
class Books {

  private final JdbcClient jdbc;

  Books(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** Oldest first. */
  List<BookLine> of(PaymentId payment) {
    return jdbc.sql(
            """
            select entry.at, entry.kind, account.kind as account, account.of, posting.dong
              from payments.entry
              join payments.posting on posting.entry = entry.id
              join payments.account on account.id = posting.account
             where entry.payment = :payment
             order by entry.id, posting.line
            """)
        .param("payment", payment.value())
        .query(
            (row, number) ->
                new BookLine(
                    row.getObject("at", OffsetDateTime.class).toInstant(),
                    EntryKind.valueOf(row.getString("kind")),
                    row.getString("account"),
                    row.getString("of"),
                    row.getLong("dong")))
        .list();
  }
}
