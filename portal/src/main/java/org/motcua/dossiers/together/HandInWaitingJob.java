package org.motcua.dossiers.together;

import com.github.kagkarlsson.scheduler.task.FailureHandler.ExponentialBackoffFailureHandler;
import com.github.kagkarlsson.scheduler.task.helper.OneTimeTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import java.time.Duration;
import java.util.UUID;
import org.motcua.dossiers.DossierId;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Runs until all that waited for a result is handed in or given back, however often it fails. */
@Configuration(proxyBeanMethods = false)
class HandInWaitingJob {

  static final String NAME = "hand-in-waiting";

  /** Named by the dossier whose result is there. */
  @Bean
  OneTimeTask<Void> handInWaitingTask(ObjectProvider<HandInWaiting> handInWaiting) {
    return Tasks.oneTime(NAME)
        .onFailure(new ExponentialBackoffFailureHandler<>(Duration.ofSeconds(2), 1.5))
        .execute(
            (job, context) ->
                handInWaiting.getObject().after(new DossierId(UUID.fromString(job.getId()))));
  }
}
