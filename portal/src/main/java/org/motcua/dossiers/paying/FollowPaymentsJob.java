package org.motcua.dossiers.paying;

import com.github.kagkarlsson.scheduler.SchedulerClient;
import com.github.kagkarlsson.scheduler.task.FailureHandler.ExponentialBackoffFailureHandler;
import com.github.kagkarlsson.scheduler.task.TaskInstance;
import com.github.kagkarlsson.scheduler.task.helper.OneTimeTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.motcua.dossiers.DossierId;
import org.motcua.payments.PaymentEvent;
import org.motcua.platform.ids.NewId;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Runs until the dossier agrees with what was paid, however often it fails. */
@Configuration(proxyBeanMethods = false)
class FollowPaymentsJob {

  static final String NAME = "follow-payments";
  private static final int UUID_LENGTH = 36;

  /** Named by the dossier, and by something else each time: none of them is left out. */
  @Bean
  OneTimeTask<Void> followPaymentsTask(ObjectProvider<FollowPayments> follow) {
    return Tasks.oneTime(NAME)
        .onFailure(new ExponentialBackoffFailureHandler<>(Duration.ofSeconds(2), 1.5))
        .execute(
            (job, context) ->
                follow
                    .getObject()
                    .after(new DossierId(UUID.fromString(job.getId().substring(0, UUID_LENGTH)))));
  }

  /** Writes the job down with what it tells of: no fault of ours refuses a bank's notice. */
  @Component
  static class Hear {

    private final SchedulerClient jobs;

    Hear(SchedulerClient jobs) {
      this.jobs = jobs;
    }

    @EventListener
    void on(PaymentEvent event) {
      if (!event.reference().startsWith(FeePayments.PREFIX)) return;
      var id = event.reference().substring(FeePayments.PREFIX.length());
      // At once by the scheduler's own clock, which is not ours.
      jobs.scheduleIfNotExists(
          new TaskInstance<>(NAME, id.substring(0, UUID_LENGTH) + ":" + NewId.next()),
          Instant.now());
    }
  }
}
