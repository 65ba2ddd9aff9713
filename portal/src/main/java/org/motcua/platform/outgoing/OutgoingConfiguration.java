package org.motcua.platform.outgoing;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import java.time.Duration;
import java.time.Instant;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.boot.health.contributor.Status;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** How the lines are, and what is forgotten of messages that have gone. */
@Configuration(proxyBeanMethods = false)
class OutgoingConfiguration {

  /** Messages wait, all else goes on: no reason to take a node from the others. */
  private static final Status DEGRADED =
      new Status("DEGRADED", "Messages wait until somebody takes them");

  /** A code, or a warning: who sent it has forgotten it, too. */
  private static final Duration ABOUT_NOTHING_KEPT = Duration.ofDays(7);

  private static final Duration KEPT = Duration.ofDays(400);
  private static final int BATCH = 1_000;

  @Bean
  HealthIndicator outgoingHealthIndicator(Dispatch dispatch) {
    return () -> {
      var troubles = dispatch.troubles();
      return troubles.isEmpty()
          ? Health.up().build()
          : Health.status(DEGRADED).withDetail("troubles", troubles).build();
    };
  }

  @Bean
  RecurringTask<Void> forgetOutgoingTask(OutgoingStore store) {
    return Tasks.recurring("platform.forget-outgoing", FixedDelay.of(Duration.ofHours(1)))
        .execute(
            (task, context) -> {
              var now = Instant.now();
              while (store.removeEnded(now.minus(ABOUT_NOTHING_KEPT), now.minus(KEPT), BATCH)
                  >= BATCH) {
                // another full batch is waiting
              }
            });
  }
}
