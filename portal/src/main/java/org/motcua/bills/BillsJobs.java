package org.motcua.bills;

import com.github.kagkarlsson.scheduler.task.helper.OneTimeTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import java.util.UUID;
import org.motcua.platform.calling.NeverGivesUp;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class BillsJobs {

  static final String TELL = "bills.tell";

  /** For ever, until the creditor has heard. */
  @Bean
  OneTimeTask<String> tellCreditorTask(ObjectProvider<TellCreditor> tell) {
    return Tasks.oneTime(TELL, String.class)
        .onFailure(new NeverGivesUp<>())
        .execute((job, context) -> tell.getObject().tell(UUID.fromString(job.getData())));
  }
}
