package org.motcua.payments.reconciling;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import java.time.Duration;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** One node at a time brings the files of the days. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(DayFileSource.class)
class ReconcilingJobs {

  @Bean
  RecurringTask<Void> fetchDayFilesTask(ObjectProvider<FetchDayFiles> fetch) {
    return Tasks.recurring("payments.day-files", FixedDelay.of(Duration.ofHours(1)))
        .execute((job, context) -> fetch.getObject().fetchAll());
  }

  @Bean
  RecurringTask<Void> hearTransfersTask(ObjectProvider<FetchDayFiles> fetch) {
    return Tasks.recurring("payments.transfers", FixedDelay.of(Duration.ofMinutes(1)))
        .execute((job, context) -> fetch.getObject().hearAwaitedTransfers());
  }
}
