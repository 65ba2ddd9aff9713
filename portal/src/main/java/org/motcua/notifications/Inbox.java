package org.motcua.notifications;

import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
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

/** Everybody's messages, newest first. */
@Repository
class Inbox {

  private static final String SELECT =
      "select id, notice_key, arguments, link, sent_at, read_at from notifications.message ";

  private final JdbcClient jdbc;
  private final Clock clock;

  Inbox(JdbcClient jdbc, Clock clock) {
    this.jdbc = jdbc;
    this.clock = clock;
  }

  /** How else its reader wants to be told; empty when this was sent before. */
  Optional<Preferences> add(UUID id, AccountId account, Notice notice, @Nullable String onceKey) {
    return jdbc.sql(
            """
            with added as (
              insert into notifications.message (id, account_id, notice_key, arguments, link, once_key, sent_at)
              values (:id, :account, :key, :arguments, :link, :onceKey, :now)
              on conflict (account_id, once_key) where once_key is not null do nothing
              returning account_id)
            select by_sms, by_mail, quiet_from, quiet_until
              from added left join notifications.preference using (account_id)
            """)
        .param("id", id)
        .param("account", account.value())
        .param("key", notice.key())
        .param("arguments", notice.arguments().toArray(String[]::new))
        .param("link", notice.link())
        .param("onceKey", onceKey)
        .param("now", now())
        .query((row, number) -> PreferenceStore.preferences(row))
        .optional();
  }

  /** Those older than the given one; with none given, the newest. */
  List<Message> list(AccountId account, @Nullable UUID olderThan, int limit) {
    return jdbc.sql(
            SELECT
                + """
                where account_id = :account and (:olderThan::uuid is null or id < :olderThan::uuid)
                order by id desc limit :limit
                """)
        .param("account", account.value())
        .param("olderThan", olderThan)
        .param("limit", limit)
        .query((row, number) -> message(row))
        .list();
  }

  Optional<Message> find(AccountId account, UUID id) {
    return jdbc.sql(SELECT + "where account_id = :account and id = :id")
        .param("account", account.value())
        .param("id", id)
        .query((row, number) -> message(row))
        .optional();
  }

  void markRead(AccountId account, UUID id) {
    jdbc.sql(
            """
            update notifications.message set read_at = :now
            where account_id = :account and id = :id and read_at is null
            """)
        .param("now", now())
        .param("account", account.value())
        .param("id", id)
        .update();
  }

  void markAllRead(AccountId account) {
    jdbc.sql(
            """
            update notifications.message set read_at = :now
            where account_id = :account and read_at is null
            """)
        .param("now", now())
        .param("account", account.value())
        .update();
  }

  /** Counts no further than a header can show. */
  int countUnread(AccountId account, int atMost) {
    return jdbc.sql(
            """
            select count(*) from (
              select 1 from notifications.message where account_id = :account and read_at is null limit :atMost
            ) unread
            """)
        .param("account", account.value())
        .param("atMost", atMost)
        .query(Integer.class)
        .single();
  }

  /** Returns what is gone. */
  List<UUID> removeAll(AccountId account) {
    return jdbc.sql("delete from notifications.message where account_id = :account returning id")
        .param("account", account.value())
        .query((row, number) -> row.getObject("id", UUID.class))
        .list();
  }

  private OffsetDateTime now() {
    return clock.instant().atOffset(ZoneOffset.UTC);
  }

  private static Message message(ResultSet row) throws SQLException {
    return new Message(
        row.getObject("id", UUID.class),
        new Notice(
            row.getString("notice_key"), strings(row.getArray("arguments")), row.getString("link")),
        instant(row, "sent_at"),
        row.getObject("read_at") != null);
  }

  private static List<String> strings(Array array) throws SQLException {
    return List.of((String[]) array.getArray());
  }

  private static Instant instant(ResultSet row, String column) throws SQLException {
    return row.getObject(column, OffsetDateTime.class).toInstant();
  }
}
