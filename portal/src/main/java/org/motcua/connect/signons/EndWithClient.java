package org.motcua.connect.signons;

import com.github.kagkarlsson.scheduler.SchedulerClient;
import com.github.kagkarlsson.scheduler.task.helper.OneTimeTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import java.time.Clock;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.motcua.connect.ClientId;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.stereotype.Component;

/**
 * Ends the sign-ons at a client that is closed. Their tokens are worth nothing from the closing on;
 * of the sessions the client is told one by one, and there may be a million, so a durable job does
 * it.
 */
@Component
public class EndWithClient {

  private final EndSignOns endSignOns;
  private final SchedulerClient scheduler;
  private final OneTimeTask<Void> task;
  private final Clock clock;

  EndWithClient(
      EndSignOns endSignOns,
      SchedulerClient scheduler,
      OneTimeTask<Void> endWithClientTask,
      Clock clock) {
    this.endSignOns = endSignOns;
    this.scheduler = scheduler;
    this.task = endWithClientTask;
    this.clock = clock;
  }

  /** In the transaction that closes it. */
  public void begin(ClientId client) {
    scheduler.scheduleIfNotExists(task.instance(client.value()), clock.instant());
  }

  private void end(ClientId client) {
    @Nullable UUID last = null;
    do {
      last = endSignOns.endSomeAt(client, last).orElse(null);
    } while (last != null);
  }

  @Configuration(proxyBeanMethods = false)
  static class Job {

    @Bean
    OneTimeTask<Void> endWithClientTask(ObjectProvider<EndWithClient> ending) {
      return Tasks.oneTime("connect.end-with-client")
          .execute((task, context) -> ending.getObject().end(new ClientId(task.getId())));
    }
  }
}
