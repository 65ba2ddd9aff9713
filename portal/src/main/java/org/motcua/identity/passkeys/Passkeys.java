package org.motcua.identity.passkeys;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.motcua.identity.AccountId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class Passkeys {

  private final JdbcClient jdbc;

  Passkeys(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  List<Passkey> listOf(AccountId account) {
    return jdbc.sql(
            "select * from identity.passkey where account_id = :account order by added_at, id")
        .param("account", account.value())
        .query((row, number) -> passkey(row))
        .list();
  }

  Optional<Passkey> find(AccountId account, UUID id) {
    return jdbc.sql("select * from identity.passkey where id = :id and account_id = :account")
        .param("id", id)
        .param("account", account.value())
        .query((row, number) -> passkey(row))
        .optional();
  }

  Optional<Passkey> findByCredential(byte[] credentialId) {
    return jdbc.sql("select * from identity.passkey where credential_id = :credentialId")
        .param("credentialId", credentialId)
        .query((row, number) -> passkey(row))
        .optional();
  }

  boolean hasAny(AccountId account) {
    return jdbc.sql("select exists (select 1 from identity.passkey where account_id = :account)")
        .param("account", account.value())
        .query(Boolean.class)
        .single();
  }

  /** False when that credential is known already, to whichever account. */
  boolean add(Passkey passkey) {
    return jdbc.sql(
                """
                insert into identity.passkey
                  (id, account_id, credential_id, credential, name, sign_count, uv_initialized,
                   backup_eligible, backed_up, transports, added_at)
                values
                  (:id, :account, :credentialId, :credential, :name, :signCount, :uvInitialized,
                   :backupEligible, :backedUp, :transports, :addedAt)
                on conflict (credential_id) do nothing
                """)
            .param("id", passkey.id())
            .param("account", passkey.account().value())
            .param("credentialId", passkey.credentialId())
            .param("credential", passkey.credential())
            .param("name", passkey.name())
            .param("signCount", passkey.signCount())
            .param("uvInitialized", passkey.uvInitialized())
            .param("backupEligible", passkey.backupEligible())
            .param("backedUp", passkey.backedUp())
            .param("transports", passkey.transports().toArray(String[]::new))
            .param("addedAt", at(passkey.addedAt()))
            .update()
        == 1;
  }

  /**
   * False when another signature with this count or a later one has come meanwhile, perhaps at
   * another node: then one of the two is a copy.
   */
  boolean used(UUID id, long signCount, boolean uvInitialized, boolean backedUp, Instant now) {
    return jdbc.sql(
                """
                update identity.passkey
                set sign_count = :signCount, uv_initialized = :uvInitialized,
                    backed_up = :backedUp, last_used_at = :now
                where id = :id and (sign_count < :signCount or sign_count = 0 and :signCount = 0)
                """)
            .param("signCount", signCount)
            .param("uvInitialized", uvInitialized)
            .param("backedUp", backedUp)
            .param("now", at(now))
            .param("id", id)
            .update()
        == 1;
  }

  boolean remove(AccountId account, UUID id) {
    return jdbc.sql("delete from identity.passkey where id = :id and account_id = :account")
            .param("id", id)
            .param("account", account.value())
            .update()
        == 1;
  }

  private static Passkey passkey(ResultSet row) throws SQLException {
    return new Passkey(
        row.getObject("id", UUID.class),
        new AccountId(row.getObject("account_id", UUID.class)),
        row.getBytes("credential_id"),
        row.getBytes("credential"),
        row.getString("name"),
        row.getLong("sign_count"),
        row.getBoolean("uv_initialized"),
        row.getBoolean("backup_eligible"),
        row.getBoolean("backed_up"),
        List.of((String[]) row.getArray("transports").getArray()),
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
