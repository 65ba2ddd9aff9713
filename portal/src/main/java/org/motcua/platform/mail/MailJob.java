package org.motcua.platform.mail;

import com.github.kagkarlsson.scheduler.task.FailureHandler.ExponentialBackoffFailureHandler;
import com.github.kagkarlsson.scheduler.task.FailureHandler.MaxRetriesFailureHandler;
import com.github.kagkarlsson.scheduler.task.helper.OneTimeTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.motcua.platform.secrets.Vault;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import tools.jackson.databind.json.JsonMapper;

/** Opens a sealed message and hands it to the mail server, again and again until that takes it. */
@Configuration(proxyBeanMethods = false)
class MailJob {

  static final String NAME = "send-mail";

  private static final Logger log = LoggerFactory.getLogger(MailJob.class);

  /** Three seconds, six, twelve …: about seven hours in all. */
  private static final int TRIES = 13;

  @Bean
  OneTimeTask<byte[]> sendMail(ObjectProvider<MailServer> server, Vault vault, JsonMapper json) {
    return Tasks.oneTime(NAME, byte[].class)
        .onFailure(
            new MaxRetriesFailureHandler<>(
                TRIES,
                new ExponentialBackoffFailureHandler<>(Duration.ofSeconds(3), 2.0),
                (failed, operations) ->
                    log.error(
                        "Mail {} given up after {} tries",
                        failed.getExecution().taskInstance.getId(),
                        TRIES)))
        .execute(
            (job, context) -> {
              var text = new String(vault.open(job.getData()), StandardCharsets.UTF_8);
              server.getObject().take(json.readValue(text, Mail.class));
            });
  }
}
