package org.motcua.platform.idempotency;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import java.time.Duration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Removes answers that nobody will ask for again. */
@Configuration(proxyBeanMethods = false)
class ForgetCalls {

  private static final int BATCH = 1_000;

  @Bean
  RecurringTask<Void> forgetCallsTask(OnlyOnce calls) {
    return Tasks.recurring("platform.forget-calls", FixedDelay.of(Duration.ofMinutes(10)))
        .execute(
            (task, context) -> {
              while (calls.forget(BATCH) == BATCH) {
                // another full batch is waiting
              }
            });
  }
}
