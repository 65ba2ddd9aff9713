package org.motcua.identity.closing;

import com.github.kagkarlsson.scheduler.task.helper.OneTimeTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import org.motcua.identity.AccountId;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The durable job after two weeks. */
@Configuration(proxyBeanMethods = false)
class CloseAccountJob {

  static final String NAME = "identity.close-account";

  /** What it does is asked for late: the scheduler has to know its jobs before it stands itself. */
  @Bean
  OneTimeTask<Void> closeAccountTask(ObjectProvider<CloseAccount> closeAccount) {
    return Tasks.oneTime(NAME)
        .execute((job, context) -> closeAccount.getObject().close(AccountId.of(job.getId())));
  }
}
