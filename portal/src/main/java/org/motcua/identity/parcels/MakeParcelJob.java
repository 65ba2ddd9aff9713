package org.motcua.identity.parcels;

import com.github.kagkarlsson.scheduler.task.FailureHandler.ExponentialBackoffFailureHandler;
import com.github.kagkarlsson.scheduler.task.FailureHandler.MaxRetriesFailureHandler;
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

/** The durable job, which begins anew when a node has died over it; and the end of old parcels. */
@Configuration(proxyBeanMethods = false)
class MakeParcelJob {

  private static final int TRIES = 5;

  @Bean
  OneTimeTask<Void> makeParcelTask(ObjectProvider<MakeParcel> makeParcel) {
    return Tasks.oneTime(MakeParcel.NAME)
        .onFailure(
            new MaxRetriesFailureHandler<>(
                TRIES,
                new ExponentialBackoffFailureHandler<>(Duration.ofSeconds(10), 3.0),
                (failed, operations) ->
                    makeParcel
                        .getObject()
                        .giveUp(UUID.fromString(failed.getExecution().taskInstance.getId()))))
        .execute((job, context) -> makeParcel.getObject().make(UUID.fromString(job.getId())));
  }

  @Bean
  RecurringTask<Void> forgetParcelsTask(Parcels parcels, Clock clock) {
    return Tasks.recurring("identity.forget-parcels", FixedDelay.of(Duration.ofHours(1)))
        .execute((task, context) -> parcels.forgetPast(clock.instant()));
  }
}
