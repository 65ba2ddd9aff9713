package org.motcua.documents.storing;

import com.github.kagkarlsson.scheduler.task.TaskInstance;
import com.github.kagkarlsson.scheduler.task.helper.OneTimeTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import java.io.IOException;
import java.io.UncheckedIOException;
import org.motcua.documents.StoredDocument;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Takes a file from the disk after its last document is gone: a job, since a disk does not roll
 * back. Nobody keeps the same content meanwhile.
 */
@Configuration(proxyBeanMethods = false)
class RemoveContent {

  private static final String NAME = "documents.remove-content";

  /** Named after the document, too: the same content may be kept and removed again. */
  static TaskInstance<Void> of(StoredDocument removed) {
    return new TaskInstance<>(NAME, removed.sha256() + ":" + removed.id(), null);
  }

  @Bean
  OneTimeTask<Void> removeContentTask(
      ObjectProvider<JdbcStoredDocuments> documents,
      ObjectProvider<BlobStore> blobs,
      ObjectProvider<TransactionTemplate> transaction) {
    return Tasks.oneTime(NAME)
        .execute(
            (job, context) ->
                transaction
                    .getObject()
                    .executeWithoutResult(
                        status ->
                            remove(
                                job.getId().substring(0, job.getId().indexOf(':')),
                                documents.getObject(),
                                blobs.getObject())));
  }

  private static void remove(String sha256, JdbcStoredDocuments documents, BlobStore blobs) {
    documents.lockToRemove(sha256);
    if (documents.hasContent(sha256)) return;
    try {
      blobs.remove(sha256);
    } catch (IOException e) {
      throw new UncheckedIOException("A file that nobody has any more cannot be removed", e);
    }
  }
}
