package org.motcua.dossiers.handling;

import com.github.kagkarlsson.scheduler.task.FailureHandler.ExponentialBackoffFailureHandler;
import com.github.kagkarlsson.scheduler.task.helper.OneTimeTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import java.time.Duration;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import tools.jackson.databind.json.JsonMapper;

/**
 * Runs until the result is made, however often that fails: a decided dossier must have one.
 *
 * <p>Looks up who makes it when it runs: that one needs the scheduler, which needs this job.
 */
@Configuration(proxyBeanMethods = false)
class MakeResultJob {

  static final String NAME = "make-result";

  @Bean
  OneTimeTask<String> resultTask(ObjectProvider<MakeResult> makeResult, JsonMapper json) {
    return Tasks.oneTime(NAME, String.class)
        .onFailure(new ExponentialBackoffFailureHandler<>(Duration.ofSeconds(2), 1.5))
        .execute(
            (job, context) ->
                makeResult.getObject().make(json.readValue(job.getData(), ResultOrder.class)));
  }
}
