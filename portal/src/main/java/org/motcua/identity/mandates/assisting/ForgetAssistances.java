package org.motcua.identity.mandates.assisting;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import java.time.Clock;
import java.time.Duration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What was typed at a counter and came to nothing is not kept. */
@Configuration(proxyBeanMethods = false)
class ForgetAssistances {

  @Bean
  RecurringTask<Void> forgetAssistancesTask(Assistances assistances, Clock clock) {
    return Tasks.recurring("identity.forget-assistances", FixedDelay.of(Duration.ofMinutes(10)))
        .execute((task, context) -> assistances.forgetPast(clock.instant()));
  }
}
