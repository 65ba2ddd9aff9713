package org.motcua.identity.sessions;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import java.time.Clock;
import java.time.Duration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Removes what the page of sign-ins no longer shows. */
@Configuration(proxyBeanMethods = false)
class ForgetSignIns {

  static final Duration SHOWN = Duration.ofDays(90);

  @Bean
  RecurringTask<Void> forgetSignInsTask(SignIns signIns, Clock clock) {
    return Tasks.recurring("identity.forget-sign-ins", FixedDelay.of(Duration.ofHours(6)))
        .execute((task, context) -> signIns.forgetBefore(clock.instant().minus(SHOWN)));
  }
}
