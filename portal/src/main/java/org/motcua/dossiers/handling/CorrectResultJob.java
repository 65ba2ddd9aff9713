package org.motcua.dossiers.handling;

import com.github.kagkarlsson.scheduler.task.FailureHandler.ExponentialBackoffFailureHandler;
import com.github.kagkarlsson.scheduler.task.helper.OneTimeTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import java.time.Duration;
import java.util.UUID;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/**
 * Runs until the right result is made, however often that fails; until then the faulty one holds.
 */
@Configuration(proxyBeanMethods = false)
class CorrectResultJob {

  static final String NAME = "correct-result";

  @Bean
  OneTimeTask<String> correctionTask(ObjectProvider<CorrectResult> correctResult) {
    return Tasks.oneTime(NAME, String.class)
        .onFailure(new ExponentialBackoffFailureHandler<>(Duration.ofSeconds(2), 1.5))
        .execute((job, context) -> correctResult.getObject().make(UUID.fromString(job.getData())));
  }
}
