package org.motcua.exchange.post;

import com.github.kagkarlsson.scheduler.task.helper.OneTimeTask;
import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import java.time.Duration;
import java.util.UUID;
import org.motcua.platform.calling.NeverGivesUp;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/**
 * Each letter is registered, however often that fails; one node at a time follows them.
 *
 * <p>Looks up who does it when it runs: that one may need the scheduler, which needs these jobs.
 */
@Configuration(proxyBeanMethods = false)
class PostJobs {

  static final String REGISTER = "exchange.post.register";

  @Bean
  OneTimeTask<String> registerLetterTask(ObjectProvider<RegisterLetter> register) {
    return Tasks.oneTime(REGISTER, String.class)
        .onFailure(new NeverGivesUp<>())
        .execute((job, context) -> register.getObject().register(UUID.fromString(job.getData())));
  }

  @Bean
  RecurringTask<Void> followLettersTask(
      ObjectProvider<FollowLetters> follow,
      @Value("${motcua.exchange.post.interval}") Duration interval) {
    return Tasks.recurring("exchange.post.follow", FixedDelay.of(interval))
        .execute((job, context) -> follow.getObject().follow());
  }
}
