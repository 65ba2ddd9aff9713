package org.motcua.payments.gateway.platform;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.motcua.documents.DocumentId;
import org.motcua.payments.PaymentId;
import org.motcua.platform.database.Typed;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Which of the platform's receipts are wanted, and where those are that were fetched. */
@Repository
class PlatformBills {

  /**
   * @param document null as long as it was not fetched
   * @param problem why there will be none
   */
  record Bill(
      UUID attempt, Instant wantedAt, @Nullable DocumentId document, @Nullable String problem) {}

  private final JdbcClient jdbc;

  PlatformBills(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** The attempt's, if the payment was paid by this platform; once. */
  Optional<UUID> want(PaymentId payment, Instant now) {
    return jdbc.sql(
            """
            insert into payments.platform_bill (attempt, payment, wanted_at)
            select a.id, a.payment, :now
              from payments.payment p join payments.attempt a on a.id = p.paid_by
             where p.id = :payment and a.way = :way
            on conflict (attempt) do nothing
            returning attempt
            """)
        .param("now", Typed.timestamp(now))
        .param("payment", payment.value())
        .param("way", PlatformGateway.ID)
        .query(UUID.class)
        .optional();
  }

  Optional<Bill> find(UUID attempt) {
    return jdbc.sql(
            """
            select attempt, wanted_at, document, problem from payments.platform_bill
             where attempt = :attempt
            """)
        .param("attempt", attempt)
        .query(
            (row, number) -> {
              var document = row.getObject("document", UUID.class);
              return new Bill(
                  row.getObject("attempt", UUID.class),
                  row.getObject("wanted_at", OffsetDateTime.class).toInstant(),
                  document == null ? null : new DocumentId(document),
                  row.getString("problem"));
            })
        .optional();
  }

  /** Of the payment with this key. */
  Optional<DocumentId> findDocument(String key) {
    return jdbc.sql(
            """
            select b.document
              from payments.payment p join payments.platform_bill b on b.payment = p.id
             where p.key = :key and b.document is not null
             order by b.attempt desc
             limit 1
            """)
        .param("key", key)
        .query(UUID.class)
        .optional()
        .map(DocumentId::new);
  }

  /** False where it was fetched before. */
  boolean fetched(UUID attempt, DocumentId document, Instant now) {
    return jdbc.sql(
                """
                update payments.platform_bill set document = :document, fetched_at = :now
                 where attempt = :attempt and document is null
                """)
            .param("document", document.value())
            .param("now", Typed.timestamp(now))
            .param("attempt", attempt)
            .update()
        == 1;
  }

  void giveUp(UUID attempt, String problem) {
    jdbc.sql(
            """
            update payments.platform_bill set problem = :problem
             where attempt = :attempt and document is null
            """)
        .param("problem", problem)
        .param("attempt", attempt)
        .update();
  }
}
