package org.motcua.identity.authenticator;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import java.time.Duration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Removes secrets that were shown and never confirmed. */
@Configuration(proxyBeanMethods = false)
class ForgetEnrolments {

  @Bean
  RecurringTask<Void> forgetEnrolmentsTask(Enrolments enrolments) {
    return Tasks.recurring("identity.forget-enrolments", FixedDelay.of(Duration.ofMinutes(10)))
        .execute((task, context) -> enrolments.forgetPast());
  }
}
