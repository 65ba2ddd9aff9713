package org.motcua.connect.leaving;

import com.github.kagkarlsson.scheduler.task.FailureHandler;
import com.github.kagkarlsson.scheduler.task.helper.OneTimeTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import java.time.Duration;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** A client that is away is told later: after 10, 15, 22 … seconds, and given up after an hour. */
@Configuration(proxyBeanMethods = false)
class LogoutNoticeJob {

  private static final int TRIES = 9;

  @Bean
  OneTimeTask<LogoutNotice> logoutNoticeTask(ObjectProvider<SendLogoutNotice> send) {
    return Tasks.oneTime("connect.logout-notice", LogoutNotice.class)
        .onFailure(
            new FailureHandler.MaxRetriesFailureHandler<>(
                TRIES,
                new FailureHandler.ExponentialBackoffFailureHandler<>(Duration.ofSeconds(10), 1.9)))
        .execute((task, context) -> send.getObject().send(task.getData()));
  }
}
