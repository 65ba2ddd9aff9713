package org.motcua.identity.profile;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import java.time.Clock;
import java.time.Duration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Removes what was before a change once that cannot be stopped any more. */
@Configuration(proxyBeanMethods = false)
class ForgetChanges {

  @Bean
  RecurringTask<Void> forgetChangesTask(Changes changes, Clock clock) {
    return Tasks.recurring("identity.forget-changes", FixedDelay.of(Duration.ofHours(1)))
        .execute((task, context) -> changes.forgetPast(clock.instant()));
  }
}
