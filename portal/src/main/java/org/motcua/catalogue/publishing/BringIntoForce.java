package org.motcua.catalogue.publishing;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import org.motcua.catalogue.ProcedureCode;
import org.motcua.catalogue.model.VersionStore;
import org.motcua.platform.clock.CountryTime;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;

/** Lets versions that were published ahead begin on their day. */
@Service
class BringIntoForce {

  private static final int AT_ONCE = 500;

  private final VersionStore versions;
  private final TransactionTemplate transaction;
  private final Clock clock;

  BringIntoForce(VersionStore versions, TransactionTemplate transaction, Clock clock) {
    this.versions = versions;
    this.transaction = transaction;
    this.clock = clock;
  }

  /** One procedure at a time: publishing one of them meanwhile waits no longer than that. */
  void bring() {
    var today = LocalDate.now(clock.withZone(CountryTime.ZONE));
    for (var due = listDue(today); !due.isEmpty(); due = listDue(today)) {
      for (var code : due) bring(code, today);
    }
  }

  private List<ProcedureCode> listDue(LocalDate today) {
    return versions.listDue(today, AT_ONCE);
  }

  private void bring(ProcedureCode code, LocalDate today) {
    transaction.executeWithoutResult(
        status -> {
          versions.lock(code);
          versions.bringIntoForce(code, today);
        });
  }

  /** Often enough that nobody waits for the new day. */
  @Configuration(proxyBeanMethods = false)
  static class Often {

    @Bean
    RecurringTask<Void> bringIntoForceTask(ObjectProvider<BringIntoForce> versions) {
      return Tasks.recurring("catalogue.bring-into-force", FixedDelay.of(Duration.ofSeconds(15)))
          .execute((task, context) -> versions.getObject().bring());
    }
  }
}
