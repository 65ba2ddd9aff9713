package org.motcua.dossiers.webhooks;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.motcua.dossiers.webhooks.Webhook.Concerns;
import org.motcua.dossiers.webhooks.Webhook.Why;
import org.motcua.organisation.AgencyId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The table {@code dossiers.webhook}. */
@Repository
class WebhookStore {

  /** On which every node is told that one has changed. */
  static final String CHANNEL = "dossiers_webhook";

  private final JdbcClient jdbc;

  WebhookStore(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** False where the client has one with this address already. */
  boolean add(Webhook webhook, byte[] secret) {
    var added =
        jdbc.sql(
                """
                insert into dossiers.webhook
                  (id, client, concerns, agency, address, events, secret, created_at)
                values (:id, :client, :concerns, :agency, :address, :events, :secret, :now)
                on conflict (client, concerns, address) do nothing
                """)
            .param("id", webhook.id())
            .param("client", webhook.client())
            .param("concerns", webhook.concerns().name())
            .param("agency", webhook.agency().value())
            .param("address", webhook.address())
            .param("events", webhook.events().stream().map(Enum::name).toArray(String[]::new))
            .param("secret", secret)
            .param("now", utc(webhook.createdAt()))
            .update();
    if (added == 1) tellNodes();
    return added == 1;
  }

  List<Webhook> list(String client) {
    return jdbc.sql("select * from dossiers.webhook where client = :client order by id")
        .param("client", client)
        .query((row, number) -> webhook(row))
        .list();
  }

  /** Those that messages are written for: whoever was disabled long ago will not come back. */
  List<Webhook> listAll(Instant disabledAfter) {
    return jdbc.sql(
            """
            select * from dossiers.webhook where disabled_at is null or disabled_at > :after
            """)
        .param("after", utc(disabledAfter))
        .query((row, number) -> webhook(row))
        .list();
  }

  /** Of this client, and of no other. */
  Optional<Webhook> find(UUID id, String client) {
    return jdbc.sql("select * from dossiers.webhook where id = :id and client = :client")
        .param("id", id)
        .param("client", client)
        .query((row, number) -> webhook(row))
        .optional();
  }

  /** Until the transaction ends nobody else changes it; messages may still be added. */
  Optional<Webhook> lock(UUID id) {
    return jdbc.sql("select * from dossiers.webhook where id = :id for no key update")
        .param("id", id)
        .query((row, number) -> webhook(row))
        .optional();
  }

  /** With all its messages. */
  void remove(UUID id) {
    jdbc.sql("delete from dossiers.webhook where id = :id").param("id", id).update();
    tellNodes();
  }

  /**
   * The former one is good until then. One that is exchanged again before stays the former: its
   * receiver is sure to have that one.
   */
  void exchangeSecret(UUID id, byte[] fresh, Instant now, Instant formerUntil) {
    jdbc.sql(
            """
            update dossiers.webhook
               set former_secret = case when former_until > :now then former_secret else secret end,
                   former_until = :until, secret = :fresh
             where id = :id
            """)
        .param("id", id)
        .param("fresh", fresh)
        .param("now", utc(now))
        .param("until", utc(formerUntil))
        .update();
  }

  void fail(UUID id, int failures, Instant since, Instant pausedUntil) {
    jdbc.sql(
            """
            update dossiers.webhook
               set failures = :failures, failing_since = :since, paused_until = :until
             where id = :id
            """)
        .param("id", id)
        .param("failures", failures)
        .param("since", utc(since))
        .param("until", utc(pausedUntil))
        .update();
  }

  /** Mostly there is nothing to forget, and nothing is written. */
  void succeed(UUID id) {
    jdbc.sql(
            """
            update dossiers.webhook
               set failures = 0, failing_since = null, paused_until = null
             where id = :id and failing_since is not null
            """)
        .param("id", id)
        .update();
  }

  void disable(UUID id, Why why, Instant now) {
    jdbc.sql(
            """
            update dossiers.webhook set disabled_at = :now, disabled_why = :why where id = :id
            """)
        .param("id", id)
        .param("now", utc(now))
        .param("why", why.name())
        .update();
    tellNodes();
  }

  void activate(UUID id) {
    jdbc.sql(
            """
            update dossiers.webhook
               set disabled_at = null, disabled_why = null, failures = 0, failing_since = null,
                   paused_until = null
             where id = :id
            """)
        .param("id", id)
        .update();
    tellNodes();
  }

  private void tellNodes() {
    jdbc.sql("select pg_notify('%s', '')".formatted(CHANNEL)).query((row, number) -> true).list();
  }

  private static Webhook webhook(ResultSet row) throws SQLException {
    var why = row.getString("disabled_why");
    return new Webhook(
        row.getObject("id", UUID.class),
        row.getString("client"),
        Concerns.valueOf(row.getString("concerns")),
        new AgencyId(row.getString("agency")),
        row.getString("address"),
        events((String[]) Objects.requireNonNull(row.getArray("events")).getArray()),
        Objects.requireNonNull(instant(row, "created_at")),
        instant(row, "former_until"),
        row.getInt("failures"),
        instant(row, "failing_since"),
        instant(row, "paused_until"),
        instant(row, "disabled_at"),
        why == null ? null : Why.valueOf(why));
  }

  private static Set<EventType> events(String[] names) {
    return Arrays.stream(names).map(EventType::valueOf).collect(Collectors.toUnmodifiableSet());
  }

  static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
    var at = row.getObject(column, OffsetDateTime.class);
    return at == null ? null : at.toInstant();
  }

  static OffsetDateTime utc(Instant instant) {
    return instant.atOffset(ZoneOffset.UTC);
  }
}
