package org.motcua.documents.resuming;

import com.github.kagkarlsson.scheduler.task.TaskInstance;
import com.github.kagkarlsson.scheduler.task.helper.OneTimeTask;
import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.Duration;
import org.motcua.documents.UploadId;
import org.motcua.documents.storing.PartStore;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Takes away the parts of uploads that were ended or forgotten, or of which something was made; and
 * then the uploads, but for these last: they are known for their day, since the last step may come
 * twice.
 */
@Component
class RemoveUploads {

  private static final String NAME = "documents.remove-upload";
  private static final int BATCH = 100;

  /** A part that is being written is left until its writer is done or dead for certain. */
  private static final Duration WRITTEN_WITHIN = Duration.ofHours(1);

  private final JdbcUploads uploads;
  private final PartStore store;
  private final Clock clock;

  RemoveUploads(JdbcUploads uploads, PartStore store, Clock clock) {
    this.uploads = uploads;
    this.store = store;
    this.clock = clock;
  }

  static TaskInstance<Void> of(UploadId id) {
    return new TaskInstance<>(NAME, id.toString());
  }

  @Transactional
  public void remove(UploadId id) {
    var now = clock.instant();
    if (!uploads.lock(id) || !uploads.isDone(id, now)) return;
    for (var part : uploads.listPartsAtRest(id, now.minus(WRITTEN_WITHIN))) {
      try {
        store.remove(part);
      } catch (IOException e) {
        throw new UncheckedIOException("A part of an upload cannot be removed", e);
      }
      uploads.removePart(part.place());
    }
    if (uploads.countParts(id) == 0) uploads.removePast(id, now);
  }

  @Configuration(proxyBeanMethods = false)
  static class Jobs {

    @Bean
    OneTimeTask<Void> removeUploadTask(ObjectProvider<RemoveUploads> removing) {
      return Tasks.oneTime(NAME)
          .execute(
              (job, context) ->
                  removing
                      .getObject()
                      .remove(new UploadId(java.util.UUID.fromString(job.getId()))));
    }

    @Bean
    RecurringTask<Void> forgetUploadsTask(
        ObjectProvider<RemoveUploads> removing, JdbcUploads uploads, Clock clock) {
      return Tasks.recurring("documents.forget-uploads", FixedDelay.of(Duration.ofMinutes(10)))
          .execute(
              (task, context) ->
                  uploads.listPast(clock.instant(), BATCH).forEach(removing.getObject()::remove));
    }
  }
}
