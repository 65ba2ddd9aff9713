package org.motcua.platform.limits;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import java.time.Duration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Removes allowances that are full again, so that the table does not grow with every visitor. */
@Configuration(proxyBeanMethods = false)
class ForgetAllowances {

  private static final int BATCH = 1_000;

  @Bean
  RecurringTask<Void> forgetAllowancesTask(RateLimits limits) {
    return Tasks.recurring("platform.forget-allowances", FixedDelay.of(Duration.ofMinutes(10)))
        .execute(
            (task, context) -> {
              while (limits.removeExpired(BATCH) == BATCH) {
                // another full batch is waiting
              }
            });
  }
}
