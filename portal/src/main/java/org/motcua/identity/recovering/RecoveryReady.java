package org.motcua.identity.recovering;

import com.github.kagkarlsson.scheduler.task.helper.OneTimeTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import java.util.UUID;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The durable job at the end of the delay. */
@Configuration(proxyBeanMethods = false)
class RecoveryReady {

  static final String NAME = "identity.recovery-ready";

  /** What it does is asked for late: the scheduler has to know its jobs before it stands itself. */
  @Bean
  OneTimeTask<Void> recoveryReadyTask(ObjectProvider<SendRecoveryLink> sendLink) {
    return Tasks.oneTime(NAME)
        .execute((job, context) -> sendLink.getObject().send(UUID.fromString(job.getId())));
  }
}
