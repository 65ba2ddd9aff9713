package org.motcua.identity.recovering;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import java.time.Clock;
import java.time.Duration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Removes requests that came to an end, or to nothing; the audit trail keeps what was done. */
@Configuration(proxyBeanMethods = false)
class ForgetRecoveries {

  @Bean
  RecurringTask<Void> forgetRecoveriesTask(Recoveries recoveries, Clock clock) {
    return Tasks.recurring("identity.forget-recoveries", FixedDelay.of(Duration.ofHours(1)))
        .execute((task, context) -> recoveries.forgetPast(clock.instant()));
  }
}
