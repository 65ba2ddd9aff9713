package org.motcua.dossiers.together;

import com.github.kagkarlsson.scheduler.SchedulerClient;
import com.github.kagkarlsson.scheduler.task.TaskInstance;
import java.time.Instant;
import org.motcua.dossiers.DossierRefused;
import org.motcua.dossiers.DossierStopped;
import org.motcua.dossiers.ResultReturned;
import org.motcua.dossiers.model.Bundle;
import org.motcua.dossiers.model.BundleStore;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * What became of a dossier decides about those that wait for it, in the transaction of the act
 * itself: with a result they are handed in, soon and surely; without one they are given back.
 */
@Component
class WhatWaits {

  private final BundleStore bundles;
  private final LetGo letGo;
  private final SchedulerClient jobs;

  WhatWaits(BundleStore bundles, LetGo letGo, SchedulerClient jobs) {
    this.bundles = bundles;
    this.letGo = letGo;
    this.jobs = jobs;
  }

  @EventListener
  void on(ResultReturned event) {
    if (bundles.listWaitingFor(event.id()).isEmpty()) return;
    // At once by the scheduler's own clock, which is not ours.
    jobs.scheduleIfNotExists(
        new TaskInstance<>(HandInWaitingJob.NAME, event.id().toString()), Instant.now());
  }

  @EventListener
  void on(DossierRefused event) {
    letGo.allWaitingFor(event.id(), Bundle.Reason.REFUSED);
  }

  @EventListener
  void on(DossierStopped event) {
    letGo.allWaitingFor(event.id(), Bundle.Reason.STOPPED);
  }
}
