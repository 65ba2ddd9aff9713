package org.motcua.identity.authenticator;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.motcua.identity.AccountId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class AuthenticatorApps {

  private final JdbcClient jdbc;

  AuthenticatorApps(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  Optional<AuthenticatorApp> find(AccountId account) {
    return select(account, "");
  }

  /** Codes typed at the same moment, at whichever node, are looked at one after the other. */
  Optional<AuthenticatorApp> findForUpdate(AccountId account) {
    return select(account, " for update");
  }

  /** In place of the app before, if there was one. */
  void put(AccountId account, byte[] sealedSecret, long lastStep, Instant now) {
    jdbc.sql(
            """
            insert into identity.authenticator (account_id, sealed_secret, last_step, added_at)
            values (:account, :secret, :step, :now)
            on conflict (account_id) do update set
              sealed_secret = :secret, last_step = :step, failures = 0, paused_until = null,
              added_at = :now, last_used_at = null
            """)
        .param("account", account.value())
        .param("secret", sealedSecret)
        .param("step", lastStep)
        .param("now", at(now))
        .update();
  }

  void used(AccountId account, long step, Instant now) {
    jdbc.sql(
            """
            update identity.authenticator
            set last_step = :step, failures = 0, paused_until = null, last_used_at = :now
            where account_id = :account
            """)
        .param("step", step)
        .param("now", at(now))
        .param("account", account.value())
        .update();
  }

  void failed(AccountId account, int failures, @Nullable Instant pausedUntil) {
    jdbc.sql(
            """
            update identity.authenticator
            set failures = :failures, paused_until = :pausedUntil
            where account_id = :account
            """)
        .param("failures", failures)
        .param("pausedUntil", pausedUntil == null ? null : at(pausedUntil))
        .param("account", account.value())
        .update();
  }

  boolean remove(AccountId account) {
    return jdbc.sql("delete from identity.authenticator where account_id = :account")
            .param("account", account.value())
            .update()
        == 1;
  }

  private Optional<AuthenticatorApp> select(AccountId account, String locking) {
    return jdbc.sql("select * from identity.authenticator where account_id = :account" + locking)
        .param("account", account.value())
        .query((row, number) -> app(row))
        .optional();
  }

  private static AuthenticatorApp app(ResultSet row) throws SQLException {
    return new AuthenticatorApp(
        row.getBytes("sealed_secret"),
        row.getLong("last_step"),
        row.getInt("failures"),
        instant(row.getObject("paused_until", OffsetDateTime.class)),
        row.getObject("added_at", OffsetDateTime.class).toInstant(),
        instant(row.getObject("last_used_at", OffsetDateTime.class)));
  }

  private static @Nullable Instant instant(@Nullable OffsetDateTime at) {
    return at == null ? null : at.toInstant();
  }

  private static OffsetDateTime at(Instant instant) {
    return instant.atOffset(ZoneOffset.UTC);
  }
}
