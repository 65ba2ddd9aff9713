package org.motcua.identity.codes;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The codes under way. */
@Repository
class OneTimeCodeStore {

  private final JdbcClient jdbc;

  OneTimeCodeStore(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  Optional<OneTimeCode> find(byte[] key) {
    return select(key, "");
  }

  /** Whoever tries at the same moment waits here, and then sees what the first has done. */
  Optional<OneTimeCode> findForUpdate(byte[] key) {
    return select(key, " for update");
  }

  /** In place of an earlier one. */
  void put(OneTimeCode code) {
    jdbc.sql(
            """
            insert into identity.one_time_code
              (key, recipient, code_hash, sent_at, tries, resends, used_at, forget_after)
            values (:key, :recipient, :codeHash, :sentAt, 0, :resends, null, :forgetAfter)
            on conflict (key) do update set
              recipient = excluded.recipient, code_hash = excluded.code_hash,
              sent_at = excluded.sent_at, tries = 0, resends = excluded.resends, used_at = null,
              forget_after = excluded.forget_after
            """)
        .param("key", code.key())
        .param("recipient", code.sealedRecipient())
        .param("codeHash", code.codeHash())
        .param("sentAt", at(code.sentAt()))
        .param("resends", code.resends())
        .param("forgetAfter", at(code.sentAt().plus(OneTimeCode.REMEMBERED)))
        .update();
  }

  void tried(byte[] key) {
    jdbc.sql("update identity.one_time_code set tries = tries + 1 where key = :key")
        .param("key", key)
        .update();
  }

  void used(byte[] key, Instant now) {
    jdbc.sql("update identity.one_time_code set used_at = :now where key = :key")
        .param("now", at(now))
        .param("key", key)
        .update();
  }

  void remove(byte[] key) {
    jdbc.sql("delete from identity.one_time_code where key = :key").param("key", key).update();
  }

  int forgetPast(Instant now) {
    return jdbc.sql("delete from identity.one_time_code where forget_after <= :now")
        .param("now", at(now))
        .update();
  }

  private Optional<OneTimeCode> select(byte[] key, String locking) {
    return jdbc.sql("select * from identity.one_time_code where key = :key" + locking)
        .param("key", key)
        .query((row, number) -> code(row))
        .optional();
  }

  private static OneTimeCode code(ResultSet row) throws SQLException {
    return new OneTimeCode(
        row.getBytes("key"),
        row.getBytes("recipient"),
        row.getBytes("code_hash"),
        row.getObject("sent_at", OffsetDateTime.class).toInstant(),
        row.getInt("tries"),
        row.getInt("resends"),
        instant(row.getObject("used_at", OffsetDateTime.class)));
  }

  private static @Nullable Instant instant(@Nullable OffsetDateTime at) {
    return at == null ? null : at.toInstant();
  }

  private static OffsetDateTime at(Instant instant) {
    return instant.atOffset(ZoneOffset.UTC);
  }
}
