package org.motcua.platform.idempotency;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/**
 * Does a call once, however often it comes. Key, effect and answer are one transaction: either all
 * of them are there or none, whenever the machine stops. A second one that comes while the first
 * still runs waits for it at the key's lock, and gets its answer; or does it, if the first came to
 * nothing.
 *
 * <p>Every answer that the effect gives is kept, be it a refusal. What it throws is not: then
 * nothing has happened, and the same key may come again.
 */
@Component
public class OnlyOnce {

  private static final TypeReference<Map<String, String>> HEADERS = new TypeReference<>() {};

  /** How long an answer is kept. */
  static final Duration KEPT = Duration.ofHours(24);

  private final JdbcClient jdbc;
  private final JsonMapper json;
  private final TransactionTemplate transaction;
  private final Clock clock;

  OnlyOnce(JdbcClient jdbc, JsonMapper json, TransactionTemplate transaction, Clock clock) {
    this.jdbc = jdbc;
    this.json = json;
    this.transaction = transaction;
    this.clock = clock;
  }

  /**
   * @throws BadCallKey when the key was another call's
   */
  public Reply answer(CallKey call, Supplier<Reply> effect) {
    return transaction.execute(
        status -> {
          var key = call.key();
          if (key == null) return effect.get();
          var earlier = begin(call, key);
          if (earlier.isPresent()) return earlier.get().replyTo(call);
          var reply = effect.get();
          keep(call, key, reply);
          return reply;
        });
  }

  /** Waits while another transaction has begun the same; what that has done is here then. */
  private Optional<Done> begin(CallKey call, String key) {
    return jdbc.sql("select * from platform.begin_call(:caller, :key)")
        .param("caller", call.caller())
        .param("key", key)
        .query((row, number) -> done(row))
        .optional();
  }

  private void keep(CallKey call, String key, Reply reply) {
    jdbc.sql(
            """
            insert into platform.call_done (caller, key, request, at, status, headers, body)
            values (:caller, :key, :request, :now, :status, :headers::jsonb, :body)
            """)
        .param("caller", call.caller())
        .param("key", key)
        .param("request", call.request())
        .param("now", clock.instant().atOffset(ZoneOffset.UTC))
        .param("status", reply.status())
        .param("headers", json.writeValueAsString(reply.headers()))
        .param("body", reply.body())
        .update();
  }

  private record Done(byte[] request, Reply reply) {

    Reply replyTo(CallKey call) {
      if (!Arrays.equals(request, call.request())) throw new BadCallKey(BadCallKey.Why.USED);
      return reply;
    }
  }

  private Done done(ResultSet row) throws SQLException {
    return new Done(
        row.getBytes("request"),
        new Reply(
            row.getInt("status"),
            json.readValue(row.getString("headers"), HEADERS),
            row.getBytes("body")));
  }

  /**
   * @return how many are gone; fewer than the limit when no more are left
   */
  int forget(int most) {
    return jdbc.sql(
            """
            delete from platform.call_done
             where (caller, key) in
               (select caller, key from platform.call_done where at < :until limit :most)
            """)
        .param("until", clock.instant().minus(KEPT).atOffset(ZoneOffset.UTC))
        .param("most", most)
        .update();
  }
}
