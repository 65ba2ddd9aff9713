package org.motcua.identity.attempts;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import java.time.Duration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Removes attempts that nobody can finish any more, with the sealed facts beside them. */
@Configuration(proxyBeanMethods = false)
class ForgetAttempts {

  @Bean
  RecurringTask<Void> forgetAttemptsTask(AttemptStore attempts) {
    return Tasks.recurring("identity.forget-attempts", FixedDelay.of(Duration.ofMinutes(10)))
        .execute((task, context) -> attempts.forgetPast());
  }
}
