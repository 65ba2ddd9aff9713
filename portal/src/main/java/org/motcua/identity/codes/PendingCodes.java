package org.motcua.identity.codes;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.motcua.identity.AccountId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class PendingCodes {

  private final JdbcClient jdbc;

  PendingCodes(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  Optional<PendingCode> find(byte[] key) {
    return select(key, "");
  }

  /** Whoever confirms at the same moment waits here, and then sees what the first has done. */
  Optional<PendingCode> findForUpdate(byte[] key) {
    return select(key, " for update");
  }

  /** False when another request has added one under this key meanwhile. */
  boolean add(PendingCode code) {
    return jdbc.sql(
                """
                insert into identity.pending_code
                  (token_hash, account_id, registration, phone, code_hash, sent_at, forget_after)
                values (:key, :account, :registration, :phone, :codeHash, :sentAt, :forgetAfter)
                on conflict (token_hash) do nothing
                """)
            .param("key", code.key())
            .param("account", code.account() == null ? null : code.account().value())
            .param("registration", code.sealedRegistration())
            .param("phone", code.sealedPhone())
            .param("codeHash", code.codeHash())
            .param("sentAt", at(code.sentAt()))
            .param("forgetAfter", at(code.sentAt().plus(PendingCode.REMEMBERED)))
            .update()
        == 1;
  }

  /** Whoever goes back and mends what he registers with keeps the code that is on its way. */
  void replaceRegistration(byte[] key, byte @Nullable [] registration) {
    jdbc.sql(
            """
            update identity.pending_code set registration = :registration
            where token_hash = :key and confirmed_at is null
            """)
        .param("registration", registration)
        .param("key", key)
        .update();
  }

  void sentAgain(byte[] key, byte[] codeHash, Instant now) {
    jdbc.sql(
            """
            update identity.pending_code
            set code_hash = :codeHash, sent_at = :now, tries = 0, resends = resends + 1,
                forget_after = :forgetAfter
            where token_hash = :key
            """)
        .param("codeHash", codeHash)
        .param("now", at(now))
        .param("forgetAfter", at(now.plus(PendingCode.REMEMBERED)))
        .param("key", key)
        .update();
  }

  void tried(byte[] key) {
    jdbc.sql("update identity.pending_code set tries = tries + 1 where token_hash = :key")
        .param("key", key)
        .update();
  }

  void confirmed(byte[] key, Instant now, String sessionId, String destination) {
    jdbc.sql(
            """
            update identity.pending_code
            set confirmed_at = :now, session_id = :sessionId, destination = :destination,
                registration = null
            where token_hash = :key
            """)
        .param("now", at(now))
        .param("sessionId", sessionId)
        .param("destination", destination)
        .param("key", key)
        .update();
  }

  void remove(byte[] key) {
    jdbc.sql("delete from identity.pending_code where token_hash = :key")
        .param("key", key)
        .update();
  }

  int forgetPast(Instant now) {
    return jdbc.sql("delete from identity.pending_code where forget_after <= :now")
        .param("now", at(now))
        .update();
  }

  private Optional<PendingCode> select(byte[] key, String locking) {
    return jdbc.sql("select * from identity.pending_code where token_hash = :key" + locking)
        .param("key", key)
        .query((row, number) -> code(row))
        .optional();
  }

  private static PendingCode code(ResultSet row) throws SQLException {
    var account = row.getObject("account_id", UUID.class);
    return new PendingCode(
        row.getBytes("token_hash"),
        account == null ? null : new AccountId(account),
        row.getBytes("registration"),
        row.getBytes("phone"),
        row.getBytes("code_hash"),
        row.getObject("sent_at", OffsetDateTime.class).toInstant(),
        row.getInt("tries"),
        row.getInt("resends"),
        instant(row.getObject("confirmed_at", OffsetDateTime.class)),
        row.getString("session_id"),
        row.getString("destination"));
  }

  private static @Nullable Instant instant(@Nullable OffsetDateTime at) {
    return at == null ? null : at.toInstant();
  }

  private static OffsetDateTime at(Instant instant) {
    return instant.atOffset(ZoneOffset.UTC);
  }
}
