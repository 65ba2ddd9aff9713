package org.motcua.payments.gateway.platform;

import com.github.kagkarlsson.scheduler.SchedulerClient;
import com.github.kagkarlsson.scheduler.task.TaskInstance;
import com.github.kagkarlsson.scheduler.task.helper.OneTimeTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import java.time.Instant;
import java.util.UUID;
import org.motcua.payments.PaymentSettled;
import org.motcua.platform.calling.NeverGivesUp;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Each payment that came by the platform has its receipt fetched, however often that fails. */
@Configuration(proxyBeanMethods = false)
class PlatformBillJobs {

  private static final String FETCH = "payments.platform.bill";

  @Bean
  OneTimeTask<String> fetchPlatformBillTask(ObjectProvider<FetchPlatformBill> fetch) {
    return Tasks.oneTime(FETCH, String.class)
        .onFailure(new NeverGivesUp<>())
        .execute((job, context) -> fetch.getObject().fetch(UUID.fromString(job.getData())));
  }

  /** The job is made in the transaction that settles. */
  @Component
  static class OrderPlatformBill {

    private final PlatformBills bills;
    private final SchedulerClient jobs;

    OrderPlatformBill(PlatformBills bills, SchedulerClient jobs) {
      this.bills = bills;
      this.jobs = jobs;
    }

    @EventListener
    void on(PaymentSettled event) {
      bills
          .want(event.id(), event.at())
          .map(UUID::toString)
          // At once by the scheduler's own clock, which is not ours.
          .ifPresent(id -> jobs.schedule(new TaskInstance<>(FETCH, id, id), Instant.now()));
    }
  }
}
