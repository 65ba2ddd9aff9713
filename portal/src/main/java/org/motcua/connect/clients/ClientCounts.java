package org.motcua.connect.clients;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.EnumMap;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.LongAdder;
import org.motcua.connect.ClientId;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.EnableScheduling;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * How often a client does what, by the hour. Counted in memory and written every few seconds: a row
 * that all requests share would make them wait for one another.
 */
@Component
public class ClientCounts implements DisposableBean {

  public enum Kind {
    SIGN_ONS,
    REFRESHES,
    TOKENS
  }

  private record Key(ClientId client, Instant hour, Kind kind) {}

  @Configuration(proxyBeanMethods = false)
  @EnableScheduling
  static class Writing {}

  private final Map<Key, LongAdder> counted = new ConcurrentHashMap<>();
  private final JdbcClient jdbc;
  private final Clock clock;

  ClientCounts(JdbcClient jdbc, Clock clock) {
    this.jdbc = jdbc;
    this.clock = clock;
  }

  public void count(ClientId client, Kind kind) {
    var hour = clock.instant().truncatedTo(ChronoUnit.HOURS);
    counted.computeIfAbsent(new Key(client, hour, kind), key -> new LongAdder()).increment();
  }

  /** Of that day and later, by kind. */
  public Map<Kind, Long> since(ClientId client, Instant hour) {
    var sums = new EnumMap<Kind, Long>(Kind.class);
    jdbc.sql(
            """
            select kind, sum(count) as sum from connect.client_count
            where client_id = :client and hour >= :hour
            group by kind
            """)
        .param("client", client.value())
        .param("hour", hour.atOffset(ZoneOffset.UTC))
        .query((row, number) -> sums.put(Kind.valueOf(row.getString("kind")), row.getLong("sum")))
        .list();
    return sums;
  }

  @Scheduled(fixedDelayString = "PT10S")
  public void write() {
    counted.forEach(
        (key, adder) -> {
          var count = adder.sumThenReset();
          if (count > 0) add(key, count);
          else counted.remove(key, adder);
        });
  }

  private void add(Key key, long count) {
    jdbc.sql(
            """
            insert into connect.client_count (client_id, hour, kind, count)
            values (:client, :hour, :kind, :count)
            on conflict (client_id, hour, kind)
            do update set count = connect.client_count.count + excluded.count
            """)
        .param("client", key.client().value())
        .param("hour", key.hour().atOffset(ZoneOffset.UTC))
        .param("kind", key.kind().name())
        .param("count", count)
        .update();
  }

  @Override
  public void destroy() {
    write();
  }
}
