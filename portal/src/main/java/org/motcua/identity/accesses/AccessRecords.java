package org.motcua.identity.accesses;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.motcua.identity.AccountId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Reads one's own record of accesses and consents, the newest first. */
@Repository
class AccessRecords {

  private final JdbcClient jdbc;

  AccessRecords(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** Those older than the given one; with none given, the newest. */
  List<Look> looks(AccountId account, @Nullable UUID olderThan, int limit) {
    return jdbc.sql(
            """
            select id, viewer, agency, what_key, what_name, why_key, at from identity.data_access
            where account_id = :account and (:olderThan::uuid is null or id < :olderThan::uuid)
            order by id desc limit :limit
            """)
        .param("account", account.value())
        .param("olderThan", olderThan)
        .param("limit", limit)
        .query((row, number) -> look(row))
        .list();
  }

  List<KeptConsent> consents(AccountId account, @Nullable UUID olderThan, int limit) {
    return jdbc.sql(
            """
            select * from identity.consent
            where account_id = :account and (:olderThan::uuid is null or id < :olderThan::uuid)
            order by id desc limit :limit
            """)
        .param("account", account.value())
        .param("olderThan", olderThan)
        .param("limit", limit)
        .query((row, number) -> consent(row))
        .list();
  }

  Optional<KeptConsent> findConsent(AccountId account, UUID id) {
    return jdbc.sql("select * from identity.consent where id = :id and account_id = :account")
        .param("id", id)
        .param("account", account.value())
        .query((row, number) -> consent(row))
        .optional();
  }

  private static Look look(ResultSet row) throws SQLException {
    return new Look(
        row.getObject("id", UUID.class),
        row.getString("viewer").startsWith("client:"),
        row.getString("agency"),
        row.getString("what_key"),
        row.getString("what_name"),
        row.getString("why_key"),
        instant(row, "at"));
  }

  private static KeptConsent consent(ResultSet row) throws SQLException {
    return new KeptConsent(
        row.getObject("id", UUID.class),
        row.getString("recipient"),
        row.getString("what_key"),
        row.getString("why_key"),
        row.getString("name"),
        row.getBoolean("withdrawable"),
        instant(row, "given_at"),
        row.getObject("withdrawn_at") == null ? null : instant(row, "withdrawn_at"));
  }

  private static Instant instant(ResultSet row, String column) throws SQLException {
    return row.getObject(column, OffsetDateTime.class).toInstant();
  }
}
