package org.motcua.documents.storing;

import com.github.kagkarlsson.scheduler.task.TaskInstance;
import com.github.kagkarlsson.scheduler.task.helper.OneTimeTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.util.UUID;
import org.motcua.documents.storing.JdbcContents.Content;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Takes a content from the store after its last document is gone: a job, since a store does not
 * roll back. Nobody begins to need the same content meanwhile: its row is locked.
 */
@Configuration(proxyBeanMethods = false)
class RemoveContent {

  private static final String NAME = "documents.remove-content";

  /** Named after what went before, too: the same content may be kept and removed again. */
  static TaskInstance<Void> of(String sha256, UUID after) {
    return new TaskInstance<>(NAME, sha256 + ":" + after, null);
  }

  @Bean
  OneTimeTask<Void> removeContentTask(
      ObjectProvider<JdbcContents> contents,
      ObjectProvider<SealedBlobs> blobs,
      ObjectProvider<TransactionTemplate> transaction,
      Clock clock) {
    return Tasks.oneTime(NAME)
        .execute(
            (job, context) -> {
              var sha256 = job.getId().substring(0, job.getId().indexOf(':'));
              transaction
                  .getObject()
                  .executeWithoutResult(
                      status -> remove(sha256, contents.getObject(), blobs.getObject(), clock));
            });
  }

  private static void remove(String sha256, JdbcContents contents, SealedBlobs blobs, Clock clock) {
    var content = contents.lockToRemove(sha256);
    if (contents.isNeeded(sha256, clock.instant())) return;
    try {
      // The last documents of some contents went before contents had rows of their own.
      blobs.remove(content.map(Content::place).orElse(sha256));
    } catch (IOException e) {
      throw new UncheckedIOException("A content that nobody has any more cannot be removed", e);
    }
    contents.remove(sha256);
  }
}
