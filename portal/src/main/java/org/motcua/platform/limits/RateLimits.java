package org.motcua.platform.limits;

import io.github.bucket4j.BucketConfiguration;
import io.github.bucket4j.distributed.ExpirationAfterWriteStrategy;
import io.github.bucket4j.distributed.jdbc.PrimaryKeyMapper;
import io.github.bucket4j.postgresql.Bucket4jPostgreSQL;
import io.github.bucket4j.postgresql.PostgreSQLSelectForUpdateBasedProxyManager;
import java.time.Duration;
import javax.sql.DataSource;
import org.springframework.stereotype.Component;

/**
 * Allowances that all nodes share, kept in {@code platform.rate_limit}.
 *
 * <p>Not part of the caller's transaction: a refused sign-in rolls back, its try still counts. So
 * call it before the transaction begins; inside one it would take a second connection.
 */
@Component
public class RateLimits {

  private static final Duration KEPT_AFTER_REFILL = Duration.ofMinutes(10);

  private final PostgreSQLSelectForUpdateBasedProxyManager<String> buckets;

  RateLimits(DataSource database) {
    buckets =
        Bucket4jPostgreSQL.selectForUpdateBasedBuilder(database)
            .table("platform.rate_limit")
            .primaryKeyMapper(PrimaryKeyMapper.STRING)
            .expirationAfterWrite(
                ExpirationAfterWriteStrategy.basedOnTimeForRefillingBucketUpToMax(
                    KEPT_AFTER_REFILL))
            .build();
  }

  /**
   * Takes one try of {@code key}'s allowance; false when there is none left. A key begins with the
   * module and the act: {@code dossiers.track:203.0.113.7}.
   */
  public boolean tryConsume(String key, Limit limit) {
    return buckets.builder().build(key, () -> configuration(limit)).tryConsume(1);
  }

  int removeExpired(int most) {
    return buckets.removeExpired(most);
  }

  private static BucketConfiguration configuration(Limit limit) {
    return BucketConfiguration.builder()
        .addLimit(
            bandwidth -> bandwidth.capacity(limit.times()).refillGreedy(limit.times(), limit.in()))
        .build();
  }
}
