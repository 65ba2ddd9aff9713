package org.motcua.payments.receipts;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import java.time.Duration;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class ReceiptJobs {

  /** One node at a time. */
  @Bean
  RecurringTask<Void> issueReceiptsTask(
      ObjectProvider<IssueReceipts> issue,
      @Value("${motcua.payments.receipts.every}") Duration every) {
    return Tasks.recurring("payments.receipts", FixedDelay.of(every))
        .execute((job, context) -> issue.getObject().issueSome());
  }
}
