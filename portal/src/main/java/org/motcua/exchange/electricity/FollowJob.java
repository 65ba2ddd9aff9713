package org.motcua.exchange.electricity;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import java.time.Duration;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Lets one node at a time follow the company's requests. */
@Configuration(proxyBeanMethods = false)
class FollowJob {

  @Bean
  RecurringTask<Void> followElectricity(
      ObjectProvider<FollowRequests> follow,
      @Value("${motcua.exchange.electricity.interval}") Duration interval) {
    return Tasks.recurring("exchange.electricity.follow", FixedDelay.of(interval))
        .execute((job, context) -> follow.getObject().follow());
  }
}
