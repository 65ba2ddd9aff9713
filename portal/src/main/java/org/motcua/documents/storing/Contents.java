package org.motcua.documents.storing;

import com.github.kagkarlsson.scheduler.SchedulerClient;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.NoSuchFileException;
import java.time.Clock;
import java.time.Duration;
import java.util.UUID;
import org.motcua.documents.storing.Intake.Arrived;
import org.motcua.documents.storing.JdbcContents.Content;
import org.motcua.platform.ids.NewId;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Contents, each kept once. A store does not roll back, so the database knows of a content before
 * it is written: whoever dies on the way leaves a hold that ends, and then the content goes.
 */
@Component
class Contents {

  private static final Duration HELD = Duration.ofHours(1);

  private final JdbcContents contents;
  private final SealedBlobs blobs;
  private final StoreKeys keys;
  private final SchedulerClient jobs;
  private final Clock clock;
  private final TransactionTemplate ownTransaction;

  Contents(
      JdbcContents contents,
      SealedBlobs blobs,
      StoreKeys keys,
      SchedulerClient jobs,
      Clock clock,
      PlatformTransactionManager transactions) {
    this.contents = contents;
    this.blobs = blobs;
    this.keys = keys;
    this.jobs = jobs;
    this.clock = clock;
    this.ownTransaction = new TransactionTemplate(transactions);
    this.ownTransaction.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
  }

  /** Writes it into the store if it is not there, and holds it for an hour. */
  UUID hold(Arrived file) throws IOException {
    var hold = NewId.next();
    var key = keys.inUse();
    var fresh = new Content(file.sha256(), key.place(file.sha256()), key.id(), false);
    var content =
        ownTransaction.execute(
            status -> {
              var known = contents.begin(fresh);
              contents.hold(hold, file.sha256(), clock.instant().plus(HELD));
              return known;
            });
    if (!content.kept()) {
      var sealing = content.keyId() == null ? key : keys.get(content.keyId());
      blobs.put(content.place(), sealing, file.file());
      ownTransaction.executeWithoutResult(status -> contents.setKept(file.sha256()));
    }
    return hold;
  }

  /** In the transaction that makes another document of it; false if it is gone. */
  boolean keep(String sha256) {
    return contents.lockToKeep(sha256);
  }

  /** In the transaction that makes a document of it. */
  void claim(UUID hold, String sha256) {
    if (!contents.lockToKeep(sha256)) {
      throw new IllegalStateException("The content was held for too long: " + sha256);
    }
    contents.release(hold);
  }

  /** A hold that is not needed after all. */
  void release(UUID hold, String sha256) {
    if (contents.release(hold)) removeIfUnneeded(sha256, hold);
  }

  /** By a job, since a store does not roll back. */
  void removeIfUnneeded(String sha256, UUID after) {
    jobs.scheduleIfNotExists(RemoveContent.of(sha256, after), clock.instant());
  }

  /** It may be sealed, and so move to another place, between looking for it and opening it. */
  InputStream open(String sha256) throws IOException {
    try {
      return openNow(sha256);
    } catch (NoSuchFileException | FileNotFoundException moved) {
      return openNow(sha256);
    }
  }

  /** A node of the version before keeps contents in clear under their hashes, and tells nobody. */
  private InputStream openNow(String sha256) throws IOException {
    var content = contents.find(sha256).orElseGet(() -> new Content(sha256, sha256, null, true));
    return blobs.open(content.place(), content.keyId());
  }
}
