package org.motcua.payments.gateway;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import java.time.Duration;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** One node at a time asks gateways and ends what nobody has paid. */
@Configuration(proxyBeanMethods = false)
class GatewayJobs {

  @Bean
  RecurringTask<Void> askGatewaysTask(
      ObjectProvider<AskGateways> ask, @Value("${motcua.payments.asked-every}") Duration interval) {
    return Tasks.recurring("payments.ask", FixedDelay.of(interval))
        .execute((job, context) -> ask.getObject().askAll());
  }

  @Bean
  RecurringTask<Void> expirePaymentsTask(ObjectProvider<ExpirePayments> expire) {
    return Tasks.recurring("payments.expire", FixedDelay.of(Duration.ofMinutes(1)))
        .execute((job, context) -> expire.getObject().expireAll());
  }
}
