package org.motcua.dossiers.webhooks;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import java.time.Clock;
import java.time.Duration;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Removes messages that are too old to be sent again. */
@Configuration(proxyBeanMethods = false)
class ForgetWebhookMessages {

  private static final int BATCH = 1_000;

  @Bean
  RecurringTask<Void> forgetWebhookMessagesTask(
      ObjectProvider<MessageStore> messages, Clock clock) {
    return Tasks.recurring("dossiers.forget-webhook-messages", FixedDelay.of(Duration.ofHours(1)))
        .execute(
            (task, context) -> {
              var before = clock.instant().minus(Subscriptions.KEPT);
              while (messages.getObject().forget(before, BATCH) == BATCH) {
                // another full batch is waiting
              }
            });
  }
}
