package org.motcua.dossiers.handling;

import com.github.kagkarlsson.scheduler.task.FailureHandler.ExponentialBackoffFailureHandler;
import com.github.kagkarlsson.scheduler.task.helper.OneTimeTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import java.time.Duration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import tools.jackson.databind.json.JsonMapper;

/** Runs until the result is made, however often that fails: a decided dossier must have one. */
@Configuration(proxyBeanMethods = false)
class MakeResultJob {

  static final String NAME = "make-result";

  @Bean
  OneTimeTask<String> resultTask(MakeResult makeResult, JsonMapper json) {
    return Tasks.oneTime(NAME, String.class)
        .onFailure(new ExponentialBackoffFailureHandler<>(Duration.ofSeconds(2), 1.5))
        .execute(
            (job, context) -> makeResult.make(json.readValue(job.getData(), ResultOrder.class)));
  }
}
