package org.motcua.identity.codes;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import java.time.Clock;
import java.time.Duration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Removes codes that nobody can use any more, with the sealed facts beside them. */
@Configuration(proxyBeanMethods = false)
class ForgetCodes {

  @Bean
  RecurringTask<Void> forgetCodesTask(OneTimeCodeStore codes, Clock clock) {
    return Tasks.recurring("identity.forget-codes", FixedDelay.of(Duration.ofMinutes(10)))
        .execute((task, context) -> codes.forgetPast(clock.instant()));
  }
}
