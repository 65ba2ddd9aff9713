package org.motcua.identity.signingin;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import org.motcua.identity.model.TypedName;
import org.motcua.platform.secrets.Vault;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * Counts wrong passwords by account and address together: five, then a pause of fifteen minutes.
 * Counted alike whether the account exists or not.
 *
 * <p>Since the address is part of it, nobody can lock another person out from elsewhere.
 */
@Repository
class FailedSignIns {

  static final int ALLOWED = 5;
  private static final Duration PAUSE = Duration.ofMinutes(15);

  private final JdbcClient jdbc;
  private final Vault vault;
  private final Clock clock;

  FailedSignIns(JdbcClient jdbc, Vault vault, Clock clock) {
    this.jdbc = jdbc;
    this.vault = vault;
    this.clock = clock;
  }

  /**
   * @param left how many more are allowed if this one fails
   */
  record Try(int left, Instant pauseEnds) {
    boolean allowed() {
      return left >= 0;
    }
  }

  /** Counts the try before it is made, so that a hundred at once are still no more than five. */
  Try begin(TypedName name, String address) {
    var now = clock.instant().atOffset(ZoneOffset.UTC);
    return jdbc.sql(
            """
            insert into identity.failed_sign_in as known (guard, failures, forget_after)
            values (:guard, 1, :pauseEnds)
            on conflict (guard) do update set
              failures = case when known.forget_after <= :now then 1 else known.failures + 1 end,
              forget_after = case when known.forget_after > :now and known.failures >= :allowed
                             then known.forget_after else :pauseEnds end
            returning failures, forget_after
            """)
        .param("guard", guard(name, address))
        .param("now", now)
        .param("pauseEnds", now.plus(PAUSE))
        .param("allowed", ALLOWED)
        .query(
            (row, number) ->
                new Try(
                    ALLOWED - row.getInt("failures"),
                    row.getObject("forget_after", OffsetDateTime.class).toInstant()))
        .single();
  }

  void forget(TypedName name, String address) {
    jdbc.sql("delete from identity.failed_sign_in where guard = :guard")
        .param("guard", guard(name, address))
        .update();
  }

  int forgetPast() {
    return jdbc.sql("delete from identity.failed_sign_in where forget_after <= :now")
        .param("now", clock.instant().atOffset(ZoneOffset.UTC))
        .update();
  }

  private byte[] guard(TypedName name, String address) {
    return vault.mac("identity.failed-sign-in", name.value() + "|" + address);
  }
}
