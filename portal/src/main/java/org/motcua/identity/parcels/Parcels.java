package org.motcua.identity.parcels;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.motcua.identity.AccountId;
import org.motcua.platform.secrets.Vault;
import org.motcua.platform.web.Language;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Parcels and their content in sealed pieces: in the database, so that any node hands them out. */
@Repository
class Parcels {

  private final JdbcClient jdbc;
  private final Vault vault;

  Parcels(JdbcClient jdbc, Vault vault) {
    this.jdbc = jdbc;
    this.vault = vault;
  }

  void add(KeptParcel parcel) {
    jdbc.sql(
            """
            insert into identity.parcel
              (id, account_id, language, asked_at, done, holders, kept_until, failed)
            values (:id, :account, :language, :askedAt, 0, :holders, :keptUntil, false)
            """)
        .param("id", parcel.id())
        .param("account", parcel.account().value())
        .param("language", parcel.language().name())
        .param("askedAt", at(parcel.askedAt()))
        .param("holders", parcel.holders())
        .param("keptUntil", at(parcel.keptUntil()))
        .update();
  }

  Optional<KeptParcel> find(UUID id) {
    return jdbc.sql("select * from identity.parcel where id = :id")
        .param("id", id)
        .query((row, number) -> parcel(row))
        .optional();
  }

  /** The last one asked for that is still kept. */
  Optional<KeptParcel> findLatest(AccountId account, Instant now) {
    return jdbc.sql(
            """
            select * from identity.parcel where account_id = :account and kept_until > :now
            order by id desc limit 1
            """)
        .param("account", account.value())
        .param("now", at(now))
        .query((row, number) -> parcel(row))
        .optional();
  }

  /** Lets one request at a time ask for a parcel of this account. */
  void lock(AccountId account) {
    jdbc.sql("select 1 from identity.account where id = :id for update")
        .param("id", account.value())
        .query(Integer.class)
        .optional();
  }

  /** A job that runs a second time begins anew. */
  void beginAnew(UUID id) {
    jdbc.sql("delete from identity.parcel_piece where parcel_id = :id").param("id", id).update();
    progress(id, 0);
  }

  void progress(UUID id, int done) {
    jdbc.sql("update identity.parcel set done = :done where id = :id")
        .param("done", done)
        .param("id", id)
        .update();
  }

  void ready(UUID id, Instant now, Instant keptUntil, long bytes) {
    jdbc.sql(
            """
            update identity.parcel
            set ready_at = :now, kept_until = :keptUntil, bytes = :bytes, failed = false
            where id = :id
            """)
        .param("now", at(now))
        .param("keptUntil", at(keptUntil))
        .param("bytes", bytes)
        .param("id", id)
        .update();
  }

  void failed(UUID id) {
    jdbc.sql("update identity.parcel set failed = true where id = :id").param("id", id).update();
  }

  void addPiece(UUID id, int number, byte[] content) {
    jdbc.sql(
            """
            insert into identity.parcel_piece (parcel_id, number, sealed)
            values (:id, :number, :sealed)
            """)
        .param("id", id)
        .param("number", number)
        .param("sealed", vault.seal(content))
        .update();
  }

  /** Null behind the last one. */
  byte @Nullable [] findPiece(UUID id, int number) {
    return jdbc.sql(
            "select sealed from identity.parcel_piece where parcel_id = :id and number = :number")
        .param("id", id)
        .param("number", number)
        .query((row, count) -> vault.open(row.getBytes("sealed")))
        .optional()
        .orElse(null);
  }

  void forgetAll(AccountId account) {
    jdbc.sql("delete from identity.parcel where account_id = :account")
        .param("account", account.value())
        .update();
  }

  int forgetPast(Instant now) {
    return jdbc.sql("delete from identity.parcel where kept_until <= :now")
        .param("now", at(now))
        .update();
  }

  private static KeptParcel parcel(ResultSet row) throws SQLException {
    var readyAt = row.getObject("ready_at", OffsetDateTime.class);
    return new KeptParcel(
        row.getObject("id", UUID.class),
        new AccountId(row.getObject("account_id", UUID.class)),
        Language.valueOf(row.getString("language")),
        row.getObject("asked_at", OffsetDateTime.class).toInstant(),
        row.getInt("done"),
        row.getInt("holders"),
        readyAt == null ? null : readyAt.toInstant(),
        row.getObject("kept_until", OffsetDateTime.class).toInstant(),
        row.getObject("bytes", Long.class),
        row.getBoolean("failed"));
  }

  private static OffsetDateTime at(Instant instant) {
    return instant.atOffset(ZoneOffset.UTC);
  }
}
