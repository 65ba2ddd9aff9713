package org.motcua.exchange.electricity;

import com.github.kagkarlsson.scheduler.task.helper.OneTimeTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import java.util.UUID;
import org.motcua.dossiers.DossierId;
import org.motcua.platform.calling.NeverGivesUp;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/**
 * Runs until the company has the application and all its papers, however often that fails.
 *
 * <p>Looks up who hands over when it runs: that one needs the scheduler, which needs this job.
 */
@Configuration(proxyBeanMethods = false)
class HandOverJob {

  static final String NAME = "exchange.electricity.hand-over";

  @Bean
  OneTimeTask<String> handOverToElectricity(ObjectProvider<HandOver> handOver) {
    return Tasks.oneTime(NAME, String.class)
        .onFailure(new NeverGivesUp<>())
        .execute(
            (job, context) ->
                handOver.getObject().handOver(new DossierId(UUID.fromString(job.getData()))));
  }
}
