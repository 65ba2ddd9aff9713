package org.motcua.identity.resetting;

import com.github.kagkarlsson.scheduler.task.helper.OneTimeTask;
import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import java.time.Clock;
import java.time.Duration;
import java.util.UUID;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The durable job that looks for the account; and the end of what was asked. */
@Configuration(proxyBeanMethods = false)
class SendResetCodeJob {

  static final String NAME = "identity.send-reset-code";

  @Bean
  OneTimeTask<Void> sendResetCodeTask(ObjectProvider<SendResetCode> sendCode) {
    return Tasks.oneTime(NAME)
        .execute((job, context) -> sendCode.getObject().send(UUID.fromString(job.getId())));
  }

  @Bean
  RecurringTask<Void> forgetResetsTask(Resets resets, Clock clock) {
    return Tasks.recurring("identity.forget-resets", FixedDelay.of(Duration.ofMinutes(10)))
        .execute((task, context) -> resets.forgetPast(clock.instant()));
  }
}
