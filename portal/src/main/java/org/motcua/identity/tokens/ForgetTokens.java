package org.motcua.identity.tokens;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import java.time.Clock;
import java.time.Duration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Removes tokens that have expired. */
@Configuration(proxyBeanMethods = false)
class ForgetTokens {

  @Bean
  RecurringTask<Void> forgetTokensTask(IssuedTokens tokens, Clock clock) {
    return Tasks.recurring("identity.forget-tokens", FixedDelay.of(Duration.ofMinutes(10)))
        .execute((task, context) -> tokens.forgetExpiredBefore(clock.instant()));
  }
}
