package org.motcua.dossiers.papers;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.motcua.dossiers.DossierId;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Puts results into stores that were returned before there were any; then it finds nothing more.
 */
@Component
class EarlierResults {

  private static final int BATCH = 100;

  private final JdbcClient jdbc;
  private final KeepResults keepResults;
  private final TransactionTemplate transaction;

  EarlierResults(JdbcClient jdbc, KeepResults keepResults, TransactionTemplate transaction) {
    this.jdbc = jdbc;
    this.keepResults = keepResults;
    this.transaction = transaction;
  }

  void keepAll() {
    for (var some = waiting(); !some.isEmpty(); some = waiting()) some.forEach(this::keep);
  }

  private List<UUID> waiting() {
    return jdbc.sql("select dossier from dossiers.result_to_keep limit :batch")
        .param("batch", BATCH)
        .query((row, number) -> row.getObject("dossier", UUID.class))
        .list();
  }

  private void keep(UUID dossier) {
    transaction.executeWithoutResult(
        status -> {
          keepResults.keep(new DossierId(dossier));
          jdbc.sql("delete from dossiers.result_to_keep where dossier = :dossier")
              .param("dossier", dossier)
              .update();
        });
  }

  @Configuration(proxyBeanMethods = false)
  static class Jobs {

    @Bean
    RecurringTask<Void> keepEarlierResultsTask(ObjectProvider<EarlierResults> results) {
      return Tasks.recurring("dossiers.keep-earlier-results", FixedDelay.of(Duration.ofHours(12)))
          .execute((task, context) -> results.getObject().keepAll());
    }
  }
}
