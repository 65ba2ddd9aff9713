package org.motcua.exchange.post;

import com.github.kagkarlsson.scheduler.SchedulerClient;
import com.github.kagkarlsson.scheduler.task.TaskInstance;
import java.time.Instant;
import org.motcua.dossiers.GivenToPost;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * Given to the post means that its operator will be told: the job is made in the act's own
 * transaction.
 */
@Component
class OrderRegistration {

  private final SchedulerClient jobs;

  OrderRegistration(SchedulerClient jobs) {
    this.jobs = jobs;
  }

  @EventListener
  void on(GivenToPost event) {
    var id = event.consignment().toString();
    // At once by the scheduler's own clock, which is not ours.
    jobs.schedule(new TaskInstance<>(PostJobs.REGISTER, id, id), Instant.now());
  }
}
