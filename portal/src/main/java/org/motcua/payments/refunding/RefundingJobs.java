package org.motcua.payments.refunding;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import java.time.Duration;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class RefundingJobs {

  /** One node at a time. */
  @Bean
  RecurringTask<Void> sendRefundsTask(
      ObjectProvider<SendRefunds> send, @Value("${motcua.payments.asked-every}") Duration every) {
    return Tasks.recurring("payments.refund", FixedDelay.of(every))
        .execute((job, context) -> send.getObject().sendAll());
  }
}
