package org.motcua.identity.authenticator;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import org.motcua.identity.AccountId;
import org.motcua.platform.secrets.Vault;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Secrets that are shown to be put into an app, until a code of it confirms that they are. */
@Repository
class Enrolments {

  private static final Duration KEPT = Duration.ofMinutes(30);

  private final JdbcClient jdbc;
  private final Vault vault;
  private final Clock clock;

  Enrolments(JdbcClient jdbc, Vault vault, Clock clock) {
    this.jdbc = jdbc;
    this.vault = vault;
    this.clock = clock;
  }

  /** Begun twice, the first secret stays: it may be in the app already. */
  void begin(AccountId account) {
    jdbc.sql(
            """
            insert into identity.authenticator_enrolment as begun
              (account_id, sealed_secret, expires_at)
            values (:account, :secret, :expiresAt)
            on conflict (account_id) do update set
              sealed_secret = :secret, expires_at = :expiresAt
            where begun.expires_at <= :now
            """)
        .param("account", account.value())
        .param("secret", vault.seal(Secret.fresh().bytes()))
        .param("expiresAt", at(clock.instant().plus(KEPT)))
        .param("now", at(clock.instant()))
        .update();
  }

  Optional<Secret> find(AccountId account) {
    return select(account, "");
  }

  Optional<Secret> findForUpdate(AccountId account) {
    return select(account, " for update");
  }

  void end(AccountId account) {
    jdbc.sql("delete from identity.authenticator_enrolment where account_id = :account")
        .param("account", account.value())
        .update();
  }

  int forgetPast() {
    return jdbc.sql("delete from identity.authenticator_enrolment where expires_at <= :now")
        .param("now", at(clock.instant()))
        .update();
  }

  private Optional<Secret> select(AccountId account, String locking) {
    return jdbc.sql(
            """
            select sealed_secret from identity.authenticator_enrolment
            where account_id = :account and expires_at > :now
            """
                + locking)
        .param("account", account.value())
        .param("now", at(clock.instant()))
        .query(byte[].class)
        .optional()
        .map(secret -> new Secret(vault.open(secret)));
  }

  private static OffsetDateTime at(Instant instant) {
    return instant.atOffset(ZoneOffset.UTC);
  }
}
