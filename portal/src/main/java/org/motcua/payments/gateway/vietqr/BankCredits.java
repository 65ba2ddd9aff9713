package org.motcua.payments.gateway.vietqr;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.motcua.payments.gateway.vietqr.Credit.Sender;
import org.motcua.platform.database.Typed;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.databind.json.JsonMapper;

/** Keeps credits, and what became of each of them. */
@Repository
class BankCredits {

  private static final String COLUMNS = " id, bank, account, dong, text, at, sender, given_back ";

  private final JdbcClient jdbc;
  private final JsonMapper json;

  BankCredits(JdbcClient jdbc, JsonMapper json) {
    this.jdbc = jdbc;
    this.json = json;
  }

  /**
   * @param givenBack how much of it has gone back, or is on its way, in dong
   */
  record Kept(Credit credit, long givenBack) {

    /** What of it pays for what it was meant for. */
    long used() {
      return credit.dong() - givenBack;
    }
  }

  /**
   * Of two that tell of the same at once, the second waits for the first.
   *
   * @return false where one with this number is kept, whatever it says
   */
  boolean add(Credit credit, Instant now) {
    var sender = credit.sender();
    return jdbc.sql(
                """
                insert into payments.bank_credit
                  (id, bank, account, dong, text, at, sender, heard_at)
                values (:id, :bank, :account, :dong, :text, :at, :sender::jsonb, :now)
                on conflict (id) do nothing
                """)
            .param("id", credit.id())
            .param("bank", credit.bank())
            .param("account", credit.account())
            .param("dong", credit.dong())
            .param("text", credit.text())
            .param("at", Typed.timestamp(credit.at()))
            .param("sender", Typed.text(sender == null ? null : json.writeValueAsString(sender)))
            .param("now", Typed.timestamp(now))
            .update()
        == 1;
  }

  /** Of one that was known by the statement alone: from whom it came. */
  void complete(Credit credit) {
    var sender = credit.sender();
    if (sender == null) return;
    jdbc.sql("update payments.bank_credit set sender = :sender::jsonb where id = :id")
        .param("sender", json.writeValueAsString(sender))
        .param("id", credit.id())
        .update();
  }

  /** Those of the numbers that nobody has told of. */
  List<String> listUnknown(List<String> ids) {
    return jdbc.sql(
            """
            select told.id from unnest(:ids::text[]) told (id)
             where not exists (select from payments.bank_credit known where known.id = told.id)
            """)
        .param("ids", ids.toArray(String[]::new))
        .query((row, number) -> row.getString("id"))
        .list();
  }

  /** Whether somebody was shown between these two how to transfer, and has not done so. */
  boolean isAwaited(Instant from, Instant to) {
    return jdbc.sql(
            """
            select exists (select from payments.attempt
                            where way = :way and begun_at >= :from and begun_at < :to
                              and status in ('BEGUN', 'PENDING'))
            """)
        .param("way", VietQrGateway.ID)
        .param("from", Typed.timestamp(from))
        .param("to", Typed.timestamp(to))
        .query(Boolean.class)
        .single();
  }

  Optional<Credit> find(String id) {
    return jdbc.sql("select" + COLUMNS + "from payments.bank_credit where id = :id")
        .param("id", id)
        .query((row, number) -> kept(row).credit())
        .optional();
  }

  /**
   * It was meant for this.
   *
   * @return false where that is known already
   */
  boolean mean(Credit credit, UUID attempt) {
    return jdbc.sql(
                """
                update payments.bank_credit set attempt = :attempt
                 where id = :id and attempt is null and returned_as is null
                """)
            .param("attempt", attempt)
            .param("id", credit.id())
            .update()
        == 1;
  }

  /** Of which nobody knows what they were meant for, the oldest first. */
  List<Credit> listOfNobody(int most) {
    return jdbc.sql(
            "select"
                + COLUMNS
                + """
                  from payments.bank_credit
                 where attempt is null and returned_as is null
                 order by heard_at, id
                 limit :most
                """)
        .param("most", most)
        .query((row, number) -> kept(row).credit())
        .list();
  }

  long countOfNobody() {
    return jdbc.sql(
            """
            select count(*) from payments.bank_credit
             where attempt is null and returned_as is null
            """)
        .query(Long.class)
        .single();
  }

  /**
   * One of nobody has gone back by hand.
   *
   * @param number of the transfer
   * @return false where somebody else was first
   */
  boolean returned(Credit credit, String number, Instant now) {
    return jdbc.sql(
                """
                update payments.bank_credit set returned_as = :number, returned_at = :now
                 where id = :id and attempt is null and returned_as is null
                """)
            .param("number", number)
            .param("now", Typed.timestamp(now))
            .param("id", credit.id())
            .update()
        == 1;
  }

  void giveBack(Credit credit, long dong, UUID refund) {
    jdbc.sql(
            """
            update payments.bank_credit set given_back = :dong, refund = :refund
             where id = :id and given_back = 0
            """)
        .param("dong", dong)
        .param("refund", refund)
        .param("id", credit.id())
        .update();
  }

  /** In the order in which they came. */
  List<Kept> listFor(UUID attempt) {
    return jdbc.sql(
            "select"
                + COLUMNS
                + """
                  from payments.bank_credit
                 where attempt = :attempt
                 order by heard_at, id
                """)
        .param("attempt", attempt)
        .query((row, number) -> kept(row))
        .list();
  }

  /** From whom came what goes back by it. */
  Optional<Sender> findSender(UUID refund) {
    return jdbc.sql("select" + COLUMNS + "from payments.bank_credit where refund = :refund")
        .param("refund", refund)
        .query((row, number) -> kept(row).credit())
        .optional()
        .map(Credit::sender);
  }

  private Kept kept(ResultSet row) throws SQLException {
    var sender = row.getString("sender");
    return new Kept(
        new Credit(
            row.getString("id"),
            row.getString("bank"),
            row.getString("account"),
            row.getLong("dong"),
            row.getString("text"),
            row.getObject("at", OffsetDateTime.class).toInstant(),
            sender == null ? null : json.readValue(sender, Sender.class)),
        row.getLong("given_back"));
  }
}
