package org.motcua.identity.profile;

import java.nio.charset.StandardCharsets;
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
import org.motcua.platform.secrets.Vault;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The changes that may still be stopped. */
@Repository
class Changes {

  private final JdbcClient jdbc;
  private final Vault vault;

  Changes(JdbcClient jdbc, Vault vault) {
    this.jdbc = jdbc;
    this.vault = vault;
  }

  void add(Change change, boolean byPhoneAlone, String stopToken) {
    jdbc.sql(
            """
            insert into identity.account_change
              (id, account_id, kind, before, after, changed_at, stop_hash, stoppable_until,
               by_phone_alone)
            values (:id, :account, :kind, :before, :after, :at, :hash, :until, :byPhoneAlone)
            """)
        .param("id", change.id())
        .param("account", change.account().value())
        .param("kind", change.kind().name())
        .param("before", seal(change.before()))
        .param("after", seal(change.after()))
        .param("at", at(change.at()))
        .param("hash", SecretLink.hash(stopToken))
        .param("until", at(change.stoppableUntil()))
        .param("byPhoneAlone", byPhoneAlone)
        .update();
  }

  Optional<Change> find(String stopToken) {
    return select(stopToken, "");
  }

  /** Locked, so that two clicks come one after the other. */
  Optional<Change> findForUpdate(String stopToken) {
    return select(stopToken, " for update");
  }

  private Optional<Change> select(String stopToken, String locking) {
    return jdbc.sql("select * from identity.account_change where stop_hash = :hash" + locking)
        .param("hash", SecretLink.hash(stopToken))
        .query((row, number) -> change(row))
        .optional();
  }

  /** What has been changed from that moment on and not stopped, the latest first. */
  List<Change> listSince(AccountId account, Instant since) {
    return jdbc.sql(
            """
            select * from identity.account_change
            where account_id = :account and changed_at >= :since and stopped_at is null
            order by changed_at desc, id desc for update
            """)
        .param("account", account.value())
        .param("since", at(since))
        .query((row, number) -> change(row))
        .list();
  }

  void stopped(UUID id, Instant now) {
    jdbc.sql("update identity.account_change set stopped_at = :now where id = :id")
        .param("now", at(now))
        .param("id", id)
        .update();
  }

  void forgetAll(AccountId account) {
    jdbc.sql("delete from identity.account_change where account_id = :account")
        .param("account", account.value())
        .update();
  }

  int forgetPast(Instant now) {
    return jdbc.sql("delete from identity.account_change where stoppable_until <= :now")
        .param("now", at(now))
        .update();
  }

  private Change change(ResultSet row) throws SQLException {
    var stopped = row.getObject("stopped_at", OffsetDateTime.class);
    return new Change(
        row.getObject("id", UUID.class),
        new AccountId(row.getObject("account_id", UUID.class)),
        ChangeKind.valueOf(row.getString("kind")),
        open(row.getBytes("before")),
        open(row.getBytes("after")),
        row.getObject("changed_at", OffsetDateTime.class).toInstant(),
        row.getObject("stoppable_until", OffsetDateTime.class).toInstant(),
        stopped == null ? null : stopped.toInstant());
  }

  private byte @Nullable [] seal(@Nullable String text) {
    return text == null ? null : vault.seal(text.getBytes(StandardCharsets.UTF_8));
  }

  private @Nullable String open(byte @Nullable [] sealed) {
    return sealed == null ? null : new String(vault.open(sealed), StandardCharsets.UTF_8);
  }

  private static OffsetDateTime at(Instant instant) {
    return instant.atOffset(ZoneOffset.UTC);
  }
}
