package org.motcua.catalogue.exchanging;

import com.github.kagkarlsson.scheduler.task.FailureHandler.ExponentialBackoffFailureHandler;
import com.github.kagkarlsson.scheduler.task.TaskInstance;
import com.github.kagkarlsson.scheduler.task.helper.OneTimeTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import java.time.Duration;
import java.util.UUID;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/**
 * Reads a received file to its end, on whichever node; goes on where the last one stopped, however
 * often it is interrupted.
 */
@Configuration(proxyBeanMethods = false)
class ImportJob {

  private static final String NAME = "catalogue.import";

  static TaskInstance<Void> of(ImportId id) {
    return new TaskInstance<>(NAME, id.toString());
  }

  @Bean
  OneTimeTask<Void> importTask(ObjectProvider<ImportProcedures> imports) {
    return Tasks.oneTime(NAME)
        .onFailure(new ExponentialBackoffFailureHandler<>(Duration.ofSeconds(2), 1.5))
        .execute(
            (job, context) -> imports.getObject().run(new ImportId(UUID.fromString(job.getId()))));
  }
}
