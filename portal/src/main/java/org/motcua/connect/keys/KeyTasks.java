package org.motcua.connect.keys;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import java.time.Duration;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class KeyTasks {

  @Bean
  RecurringTask<Void> rotateKeysTask(ObjectProvider<RotateKeys> rotateKeys) {
    return Tasks.recurring("connect.rotate-keys", FixedDelay.of(Duration.ofHours(1)))
        .execute((task, context) -> rotateKeys.getObject().rotateWhereDue());
  }
}
