package org.motcua.documents.storing;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.Duration;
import org.motcua.platform.ids.NewId;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Removes what processes left behind that died between two steps. */
@Component
class ClearStore {

  private static final Duration LONGEST_UPLOAD = Duration.ofHours(6);

  private final JdbcContents known;
  private final Contents contents;
  private final Intake intake;
  private final Clock clock;

  ClearStore(JdbcContents known, Contents contents, Intake intake, Clock clock) {
    this.known = known;
    this.contents = contents;
    this.intake = intake;
    this.clock = clock;
  }

  @Transactional
  public void clear() {
    try {
      intake.removeOlderThan(LONGEST_UPLOAD);
    } catch (IOException e) {
      throw new UncheckedIOException("What was left half arrived cannot be removed", e);
    }
    known
        .releasePast(clock.instant())
        .forEach(sha256 -> contents.removeIfUnneeded(sha256, NewId.next()));
  }

  @Configuration(proxyBeanMethods = false)
  static class Job {

    @Bean
    RecurringTask<Void> clearStoreTask(ObjectProvider<ClearStore> store) {
      return Tasks.recurring("documents.clear-store", FixedDelay.of(Duration.ofMinutes(10)))
          .execute((task, context) -> store.getObject().clear());
    }
  }
}
