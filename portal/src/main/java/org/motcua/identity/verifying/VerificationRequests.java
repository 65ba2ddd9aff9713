package org.motcua.identity.verifying;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.UUID;
import org.motcua.identity.AccountId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The last request of each account. */
@Repository
class VerificationRequests {

  private static final String SELECT =
      """
      select id, account_id, asked_at, tries, outcome from identity.verification_request
      where account_id = :account
      """;

  private final JdbcClient jdbc;

  VerificationRequests(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  Optional<VerificationRequest> find(AccountId account) {
    return jdbc.sql(SELECT)
        .param("account", account.value())
        .query((row, number) -> request(row))
        .optional();
  }

  /** Locks what the account says of the person, too: a verdict is about these facts alone. */
  Optional<VerificationRequest> findForUpdate(AccountId account) {
    jdbc.sql("select from identity.account where id = :account for no key update")
        .param("account", account.value())
        .query((row, number) -> number)
        .optional();
    return jdbc.sql(SELECT + "for update")
        .param("account", account.value())
        .query((row, number) -> request(row))
        .optional();
  }

  /** In place of an earlier one. */
  void ask(VerificationRequest request) {
    jdbc.sql(
            """
            insert into identity.verification_request (account_id, id, asked_at, tries)
            values (:account, :id, :askedAt, 0)
            on conflict (account_id) do update
              set id = :id, asked_at = :askedAt, tries = 0, outcome = null, settled_at = null
            """)
        .param("account", request.account().value())
        .param("id", request.id())
        .param("askedAt", request.askedAt().atOffset(ZoneOffset.UTC))
        .update();
  }

  void triedInVain(AccountId account) {
    jdbc.sql(
            "update identity.verification_request set tries = tries + 1 where account_id ="
                + " :account")
        .param("account", account.value())
        .update();
  }

  void settle(AccountId account, Outcome outcome, Instant now) {
    jdbc.sql(
            """
            update identity.verification_request set outcome = :outcome, settled_at = :now
            where account_id = :account
            """)
        .param("outcome", outcome.name())
        .param("now", now.atOffset(ZoneOffset.UTC))
        .param("account", account.value())
        .update();
  }

  private static VerificationRequest request(ResultSet row) throws SQLException {
    var outcome = row.getString("outcome");
    return new VerificationRequest(
        row.getObject("id", UUID.class),
        new AccountId(row.getObject("account_id", UUID.class)),
        row.getObject("asked_at", OffsetDateTime.class).toInstant(),
        row.getInt("tries"),
        outcome == null ? null : Outcome.valueOf(outcome));
  }
}
