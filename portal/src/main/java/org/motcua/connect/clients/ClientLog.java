package org.motcua.connect.clients;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.motcua.connect.ClientId;
import org.motcua.connect.model.ClientEvent;
import org.motcua.platform.ids.NewId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What has happened at a client and needs its administrators' eye. */
@Repository
public class ClientLog {

  /** What others send is shortened before it is kept. */
  private static final int LONGEST = 500;

  /** Anybody can make us refuse something in a client's name; enough is enough. */
  private static final int REFUSALS_AN_HOUR = 200;

  private final Cache<ClientId, AtomicInteger> refusals =
      Caffeine.newBuilder().expireAfterWrite(Duration.ofHours(1)).maximumSize(10_000).build();
  private final JdbcClient jdbc;
  private final Clock clock;

  ClientLog(JdbcClient jdbc, Clock clock) {
    this.jdbc = jdbc;
    this.clock = clock;
  }

  /** Something that was not granted; of very many, the first. */
  public void writeRefusal(
      ClientId client, ClientEvent.Kind kind, @Nullable String reason, @Nullable String detail) {
    if (refusals.get(client, id -> new AtomicInteger()).incrementAndGet() <= REFUSALS_AN_HOUR) {
      write(client, kind, reason, detail);
    }
  }

  public void write(
      ClientId client, ClientEvent.Kind kind, @Nullable String reason, @Nullable String detail) {
    jdbc.sql(
            """
            insert into connect.client_event (id, client_id, at, kind, reason, detail)
            values (:id, :client, :at, :kind, :reason, :detail)
            """)
        .param("id", NewId.next())
        .param("client", client.value())
        .param("at", clock.instant().atOffset(ZoneOffset.UTC))
        .param("kind", kind.name())
        .param("reason", shortened(reason))
        .param("detail", shortened(detail))
        .update();
  }

  /** The latest first. */
  public List<ClientEvent> list(ClientId client, @Nullable UUID before, int limit) {
    return jdbc.sql(
            """
            select * from connect.client_event
            where client_id = :client and (:before::uuid is null or id < :before)
            order by id desc
            limit :limit
            """)
        .param("client", client.value())
        .param("before", before)
        .param("limit", limit)
        .query(
            (row, number) ->
                new ClientEvent(
                    row.getObject("id", UUID.class),
                    new ClientId(row.getString("client_id")),
                    row.getObject("at", OffsetDateTime.class).toInstant(),
                    ClientEvent.Kind.valueOf(row.getString("kind")),
                    row.getString("reason"),
                    row.getString("detail")))
        .list();
  }

  public int forgetBefore(Instant time, int limit) {
    return jdbc.sql(
            """
            delete from connect.client_event where id in (
              select id from connect.client_event where at < :time order by at limit :limit)
            """)
        .param("time", time.atOffset(ZoneOffset.UTC))
        .param("limit", limit)
        .update();
  }

  private static @Nullable String shortened(@Nullable String text) {
    if (text == null) return null;
    var readable = text.replaceAll("\\p{Cntrl}", " ");
    return readable.length() <= LONGEST ? readable : readable.substring(0, LONGEST) + "…";
  }
}
