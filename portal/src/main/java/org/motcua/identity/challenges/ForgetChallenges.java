package org.motcua.identity.challenges;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import java.time.Duration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Removes what nobody has answered. */
@Configuration(proxyBeanMethods = false)
class ForgetChallenges {

  @Bean
  RecurringTask<Void> forgetChallengesTask(Challenges challenges) {
    return Tasks.recurring("identity.forget-challenges", FixedDelay.of(Duration.ofMinutes(10)))
        .execute((task, context) -> challenges.forgetPast());
  }
}
