package org.motcua.identity.attempts;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.motcua.identity.AccountId;
import org.motcua.identity.Factor;
import org.motcua.identity.LevelOfAssurance;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The attempts under way. */
@Repository
class AttemptStore {

  private final JdbcClient jdbc;
  private final Clock clock;

  AttemptStore(JdbcClient jdbc, Clock clock) {
    this.jdbc = jdbc;
    this.clock = clock;
  }

  Optional<Attempt> find(byte[] key) {
    return select(key, "");
  }

  /** Whoever goes on at the same moment waits here, and then sees what the first has done. */
  Optional<Attempt> findForUpdate(byte[] key) {
    return select(key, " for update");
  }

  /** False when another request has added one under this key meanwhile. */
  boolean add(Attempt attempt) {
    return jdbc.sql(
                """
                insert into identity.attempt
                  (token_hash, account_id, registration, factors, wanted, trusting, resetting,
                   forget_after)
                values
                  (:key, :account, :registration, :factors, :wanted, :trusting, :resetting,
                   :forgetAfter)
                on conflict (token_hash) do nothing
                """)
            .param("key", attempt.key())
            .param("account", attempt.account() == null ? null : attempt.account().value())
            .param("registration", attempt.registration())
            .param("factors", names(attempt.factors()))
            .param("wanted", attempt.wanted().name())
            .param("trusting", attempt.trusting())
            .param("resetting", attempt.resetting())
            .param("forgetAfter", forgetAfter())
            .update()
        == 1;
  }

  void save(Attempt attempt) {
    jdbc.sql(
            """
            update identity.attempt
            set account_id = :account, registration = :registration, factors = :factors,
                wanted = :wanted, trusting = :trusting, resetting = :resetting,
                finished_at = :finishedAt, session_id = :sessionId, destination = :destination, forget_after = :forgetAfter
            where token_hash = :key
            """)
        .param("key", attempt.key())
        .param("account", attempt.account() == null ? null : attempt.account().value())
        .param("registration", attempt.registration())
        .param("factors", names(attempt.factors()))
        .param("wanted", attempt.wanted().name())
        .param("trusting", attempt.trusting())
        .param("resetting", attempt.resetting())
        .param("finishedAt", at(attempt.finishedAt()))
        .param("sessionId", attempt.sessionId())
        .param("destination", attempt.destination())
        .param("forgetAfter", forgetAfter())
        .update();
  }

  void remove(byte[] key) {
    jdbc.sql("delete from identity.attempt where token_hash = :key").param("key", key).update();
  }

  int forgetPast() {
    return jdbc.sql("delete from identity.attempt where forget_after <= :now")
        .param("now", at(clock.instant()))
        .update();
  }

  private Optional<Attempt> select(byte[] key, String locking) {
    return jdbc.sql(
            """
            select token_hash, account_id, registration, factors, wanted, trusting, resetting,
                   finished_at, session_id, destination
            from identity.attempt where token_hash = :key and forget_after > :now
            """
                + locking)
        .param("key", key)
        .param("now", at(clock.instant()))
        .query((row, number) -> attempt(row))
        .optional();
  }

  private static Attempt attempt(ResultSet row) throws SQLException {
    var account = row.getObject("account_id", UUID.class);
    var finished = row.getObject("finished_at", OffsetDateTime.class);
    return new Attempt(
        row.getBytes("token_hash"),
        account == null ? null : new AccountId(account),
        row.getBytes("registration"),
        factors((String[]) row.getArray("factors").getArray()),
        LevelOfAssurance.valueOf(row.getString("wanted")),
        row.getBoolean("trusting"),
        row.getBoolean("resetting"),
        finished == null ? null : finished.toInstant(),
        row.getString("session_id"),
        row.getString("destination"));
  }

  private static Set<Factor> factors(String[] names) {
    var factors = new LinkedHashSet<Factor>();
    Arrays.stream(names).map(Factor::valueOf).forEach(factors::add);
    return factors;
  }

  private static String[] names(Set<Factor> factors) {
    return factors.stream().map(Factor::name).toArray(String[]::new);
  }

  private OffsetDateTime forgetAfter() {
    return clock.instant().plus(Attempt.KEPT).atOffset(ZoneOffset.UTC);
  }

  private static @Nullable OffsetDateTime at(@Nullable Instant instant) {
    return instant == null ? null : instant.atOffset(ZoneOffset.UTC);
  }
}
