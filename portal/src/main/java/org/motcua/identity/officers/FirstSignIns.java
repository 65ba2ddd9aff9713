package org.motcua.identity.officers;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.motcua.identity.AccountId;
import org.motcua.platform.secrets.RandomToken;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Links by which officers set a password; the database knows only the hash of what they carry. */
@Repository
class FirstSignIns {

  /** Over a weekend, so that who was added on Friday may begin on Monday. */
  static final Duration VALID = Duration.ofHours(72);

  /** How long a second click on "set my password" is answered like the first. */
  private static final Duration ECHO = Duration.ofMinutes(1);

  private final JdbcClient jdbc;

  FirstSignIns(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /**
   * @param usedAt null while a password may be set with it
   */
  record FirstSignIn(AccountId account, Instant sentAt, @Nullable Instant usedAt) {

    boolean open(Instant now) {
      return usedAt == null && now.isBefore(sentAt.plus(VALID));
    }

    boolean echoes(Instant now) {
      return usedAt != null && now.isBefore(usedAt.plus(ECHO));
    }
  }

  Optional<FirstSignIn> find(String token) {
    return select("token_hash = :key", RandomToken.hash(token));
  }

  Optional<FirstSignIn> findForUpdate(String token) {
    return select("token_hash = :key for update", RandomToken.hash(token));
  }

  Optional<FirstSignIn> findOf(AccountId account) {
    return select("account_id = :key", account.value());
  }

  /** The earlier link of this officer is worth nothing from now on. */
  void replace(AccountId account, String token, Instant now) {
    jdbc.sql(
            """
            insert into identity.first_sign_in (account_id, token_hash, sent_at, forget_after)
            values (:account, :hash, :now, :forgetAfter)
            on conflict (account_id) do update set
              token_hash = excluded.token_hash, sent_at = excluded.sent_at, used_at = null,
              forget_after = excluded.forget_after
            """)
        .param("account", account.value())
        .param("hash", RandomToken.hash(token))
        .param("now", now.atOffset(ZoneOffset.UTC))
        .param("forgetAfter", now.plus(VALID).atOffset(ZoneOffset.UTC))
        .update();
  }

  void used(AccountId account, Instant now) {
    jdbc.sql(
            """
            update identity.first_sign_in set used_at = :now, forget_after = :forgetAfter
            where account_id = :account
            """)
        .param("now", now.atOffset(ZoneOffset.UTC))
        .param("forgetAfter", now.plus(ECHO).atOffset(ZoneOffset.UTC))
        .param("account", account.value())
        .update();
  }

  void remove(AccountId account) {
    jdbc.sql("delete from identity.first_sign_in where account_id = :account")
        .param("account", account.value())
        .update();
  }

  int forgetPast(Instant now) {
    return jdbc.sql("delete from identity.first_sign_in where forget_after <= :now")
        .param("now", now.atOffset(ZoneOffset.UTC))
        .update();
  }

  private Optional<FirstSignIn> select(String condition, Object key) {
    return jdbc.sql(
            "select account_id, sent_at, used_at from identity.first_sign_in where " + condition)
        .param("key", key)
        .query((row, number) -> firstSignIn(row))
        .optional();
  }

  private static FirstSignIn firstSignIn(ResultSet row) throws SQLException {
    var used = row.getObject("used_at", OffsetDateTime.class);
    return new FirstSignIn(
        new AccountId(row.getObject("account_id", UUID.class)),
        row.getObject("sent_at", OffsetDateTime.class).toInstant(),
        used == null ? null : used.toInstant());
  }
}
