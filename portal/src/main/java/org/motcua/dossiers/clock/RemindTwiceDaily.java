package org.motcua.dossiers.clock;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.Daily;
import com.github.kagkarlsson.scheduler.task.schedule.Schedule;
import org.motcua.platform.clock.CountryTime;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/**
 * When officers begin, and when they come back from lunch. A time at which no node ran is made up
 * for as soon as one does, unless the day is over.
 */
@Configuration(proxyBeanMethods = false)
class RemindTwiceDaily {

  static final Schedule SCHEDULE =
      new Daily(CountryTime.ZONE, RemindOfficers.MORNING, RemindOfficers.NOON);

  @Bean
  RecurringTask<Void> remindOfficersTask(ObjectProvider<RemindOfficers> reminders) {
    return Tasks.recurring("dossiers.remind-officers", SCHEDULE)
        .execute((task, context) -> reminders.getObject().remind());
  }
}
