package org.motcua.dossiers.clock;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import java.time.Duration;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Looks every few minutes what has become late. */
@Configuration(proxyBeanMethods = false)
class WatchTerms {

  @Bean
  RecurringTask<Void> watchTermsTask(
      ApologiseForLate apologies,
      @Value("${motcua.dossiers.watch-terms-every:5m}") Duration every) {
    return Tasks.recurring("dossiers.watch-terms", FixedDelay.of(every))
        .execute((task, context) -> apologies.apologise());
  }
}
