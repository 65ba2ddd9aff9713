package org.motcua.exchange.electricity;

import com.github.kagkarlsson.scheduler.SchedulerClient;
import com.github.kagkarlsson.scheduler.task.TaskInstance;
import java.time.Instant;
import org.motcua.dossiers.DossierSubmitted;
import org.motcua.eservices.OutsideBody;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Submitted means that it will be handed over: the job is made in the submission's transaction. */
@Component
class OrderHandOver {

  private final SchedulerClient jobs;

  OrderHandOver(SchedulerClient jobs) {
    this.jobs = jobs;
  }

  @EventListener
  void on(DossierSubmitted event) {
    if (event.handedTo() != OutsideBody.ELECTRICITY_COMPANY) return;
    var id = event.id().toString();
    // At once by the scheduler's own clock, which is not ours.
    jobs.schedule(new TaskInstance<>(HandOverJob.NAME, id, id), Instant.now());
  }
}
