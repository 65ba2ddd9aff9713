package org.motcua.dossiers.webhooks;

import static org.motcua.dossiers.webhooks.WebhookStore.instant;
import static org.motcua.dossiers.webhooks.WebhookStore.utc;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.motcua.dossiers.webhooks.WebhookMessage.State;
import org.motcua.platform.ids.NewId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The table {@code dossiers.webhook_message}. */
@Repository
class MessageStore {

  /** For how long a message is tried. */
  static final Duration TRIED_FOR = Duration.ofDays(3);

  /** Longer than any call lasts. */
  static final Duration TAKEN_FOR = Duration.ofMinutes(1);

  /** One receiver gets no more than these at a time, from all nodes. */
  private static final int AT_ONCE = 4;

  private final JdbcClient jdbc;

  MessageStore(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /**
   * @param dossier or payment; one's messages go out in their order. Null, as its code: a test
   * @param code of a payment the asker's reference
   */
  record New(
      UUID id,
      UUID webhook,
      @Nullable UUID dossier,
      @Nullable String code,
      String event,
      String body,
      Instant at,
      State state) {}

  void add(New message) {
    jdbc.sql(
            """
            insert into dossiers.webhook_message
              (id, webhook, dossier, code, event, body, at, state, due_at, give_up_at)
            values (:id, :webhook, :dossier, :code, :event, :body, :at, :state, :at, :giveUpAt)
            """)
        .param("id", message.id())
        .param("webhook", message.webhook())
        .param("dossier", message.dossier())
        .param("code", message.code())
        .param("event", message.event())
        .param("body", message.body())
        .param("at", utc(message.at()))
        .param("state", message.state().name())
        .param("giveUpAt", utc(message.at().plus(TRIED_FOR)))
        .update();
  }

  /** A message that this node has to send. */
  record Claimed(
      UUID id,
      UUID webhook,
      String client,
      String address,
      byte[] secret,
      byte @Nullable [] formerSecret,
      String body,
      int tries,
      Instant giveUpAt) {}

  /**
   * Those that are due, a few of each receiver; of one that fails, one. Of a dossier's, the first
   * that was not taken: the next waits for it. Nobody else gets them until the node that has them
   * is given up for dead.
   */
  List<Claimed> claim(Instant now, int most) {
    return jdbc.sql(
            """
            with busy as (
              select webhook, count(*) messages from dossiers.webhook_message
               where state = 'WAITING' and taken_until is not null and taken_until > :now
               group by webhook
            ), due as (
              select each.id
                from dossiers.webhook w
                left join busy on busy.webhook = w.id
                cross join lateral (
                  select m.id from dossiers.webhook_message m
                   where m.webhook = w.id and m.state = 'WAITING' and m.due_at <= :now
                     and (m.taken_until is null or m.taken_until <= :now)
                     and not exists (
                       select from dossiers.webhook_message former
                        where former.webhook = m.webhook and former.dossier = m.dossier
                          and former.state = 'WAITING' and former.id < m.id)
                   order by m.due_at, m.id
                   limit greatest(0, case when w.failures > 0 then 1 else :atOnce end
                                     - coalesce(busy.messages, 0))
                     for update of m skip locked) each
               where w.disabled_at is null and (w.paused_until is null or w.paused_until <= :now)
               limit :most
            )
            update dossiers.webhook_message m
               set taken_until = :until, tries = m.tries + 1
              from due, dossiers.webhook w
             where due.id = m.id and w.id = m.webhook
            returning m.id, m.webhook, w.client, w.address, w.secret,
                      case when w.former_until > :now then w.former_secret end former_secret,
                      m.body, m.tries, m.give_up_at
            """)
        .param("now", utc(now))
        .param("atOnce", AT_ONCE)
        .param("most", most)
        .param("until", utc(now.plus(TAKEN_FOR)))
        .query(
            (row, number) ->
                new Claimed(
                    row.getObject("id", UUID.class),
                    row.getObject("webhook", UUID.class),
                    row.getString("client"),
                    row.getString("address"),
                    Objects.requireNonNull(row.getBytes("secret")),
                    row.getBytes("former_secret"),
                    row.getString("body"),
                    row.getInt("tries"),
                    Objects.requireNonNull(instant(row, "give_up_at"))))
        .list();
  }

  /**
   * What became of a call.
   *
   * @param dueAt when the next is due, of one that waits
   */
  record Noted(
      UUID id,
      State state,
      Instant answeredAt,
      Instant dueAt,
      @Nullable Integer answer,
      String excerpt) {}

  void note(Noted noted) {
    jdbc.sql(
            """
            update dossiers.webhook_message
               set state = :state, answered_at = :now, answer = :answer, excerpt = :excerpt,
                   due_at = :dueAt, taken_until = null
             where id = :id and state = 'WAITING'
            """)
        .param("id", noted.id())
        .param("state", noted.state().name())
        .param("now", utc(noted.answeredAt()))
        .param("answer", noted.answer())
        .param("excerpt", noted.excerpt())
        .param("dueAt", utc(noted.dueAt()))
        .update();
  }

  void giveUpAll(UUID webhook) {
    jdbc.sql(
            """
            update dossiers.webhook_message set state = 'GIVEN_UP', taken_until = null
             where webhook = :webhook and state = 'WAITING'
            """)
        .param("webhook", webhook)
        .update();
  }

  /** The latest first. */
  List<WebhookMessage> list(UUID webhook, @Nullable State state, @Nullable UUID before, int limit) {
    return jdbc.sql(
            """
            select * from dossiers.webhook_message
             where webhook = :webhook and (:before::uuid is null or id < :before)
               and (:state::text is null or state = :state)
             order by id desc limit :limit
            """)
        .param("webhook", webhook)
        .param("before", before)
        .param("state", state == null ? null : state.name())
        .param("limit", limit)
        .query((row, number) -> message(row))
        .list();
  }

  Optional<WebhookMessage> find(UUID webhook, UUID id) {
    return jdbc.sql("select * from dossiers.webhook_message where id = :id and webhook = :webhook")
        .param("id", id)
        .param("webhook", webhook)
        .query((row, number) -> message(row))
        .optional();
  }

  /** Sent again, under its id. One that waits goes at once. */
  void replay(UUID id, Instant now) {
    jdbc.sql(
            """
            update dossiers.webhook_message
               set state = 'WAITING', tries = 0, due_at = :now, give_up_at = :giveUpAt,
                   taken_until = case when state = 'WAITING' then taken_until end
             where id = :id
            """)
        .param("id", id)
        .param("now", utc(now))
        .param("giveUpAt", utc(now.plus(TRIED_FOR)))
        .update();
  }

  /**
   * @param untakenAlone not those that were delivered
   * @return how many wait now that did not
   */
  int replayAll(UUID webhook, Instant since, boolean untakenAlone, Instant now, int most) {
    return jdbc.sql(
            """
            update dossiers.webhook_message
               set state = 'WAITING', tries = 0, due_at = :now, give_up_at = :giveUpAt
             where id in (
               select id from dossiers.webhook_message
                where webhook = :webhook and at >= :since and state <> 'WAITING'
                  and (not :untaken or state <> 'DELIVERED')
                order by id limit :most)
            """)
        .param("webhook", webhook)
        .param("since", utc(since))
        .param("untaken", untakenAlone)
        .param("now", utc(now))
        .param("giveUpAt", utc(now.plus(TRIED_FOR)))
        .param("most", most)
        .update();
  }

  int forget(Instant before, int most) {
    return jdbc.sql(
            """
            delete from dossiers.webhook_message where id in (
              select id from dossiers.webhook_message
               where id < :first and state <> 'WAITING' order by id limit :most)
            """)
        .param("first", NewId.firstAt(before))
        .param("most", most)
        .update();
  }

  private static WebhookMessage message(ResultSet row) throws SQLException {
    return new WebhookMessage(
        row.getObject("id", UUID.class),
        row.getString("event"),
        row.getString("code"),
        Objects.requireNonNull(instant(row, "at")),
        State.valueOf(row.getString("state")),
        row.getInt("tries"),
        Objects.requireNonNull(instant(row, "due_at")),
        instant(row, "answered_at"),
        row.getObject("answer", Integer.class),
        row.getString("excerpt"));
  }
}
