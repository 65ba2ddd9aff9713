package org.motcua.identity.signingin;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import java.time.Duration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Removes counts of wrong passwords whose pause is over. */
@Configuration(proxyBeanMethods = false)
class ForgetFailures {

  @Bean
  RecurringTask<Void> forgetFailuresTask(FailedSignIns failures) {
    return Tasks.recurring("identity.forget-failed-sign-ins", FixedDelay.of(Duration.ofMinutes(10)))
        .execute((task, context) -> failures.forgetPast());
  }
}
