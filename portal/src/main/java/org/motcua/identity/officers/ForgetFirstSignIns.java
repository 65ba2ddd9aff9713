package org.motcua.identity.officers;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import java.time.Clock;
import java.time.Duration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Removes links that nobody has used in time. */
@Configuration(proxyBeanMethods = false)
class ForgetFirstSignIns {

  @Bean
  RecurringTask<Void> forgetFirstSignInsTask(FirstSignIns firstSignIns, Clock clock) {
    return Tasks.recurring("identity.forget-first-sign-ins", FixedDelay.of(Duration.ofHours(1)))
        .execute((task, context) -> firstSignIns.forgetPast(clock.instant()));
  }
}
