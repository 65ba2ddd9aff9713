package org.motcua.documents.storing;

import com.github.kagkarlsson.scheduler.SchedulerClient;
import com.github.kagkarlsson.scheduler.task.TaskInstance;
import com.github.kagkarlsson.scheduler.task.helper.OneTimeTask;
import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.motcua.documents.storing.JdbcContents.Content;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Seals what was kept in clear, one content after the other, while everything goes on. Stopped in
 * the middle it goes on where it was; sealed twice is sealed once.
 */
@Component
class SealContents {

  private static final Logger log = LoggerFactory.getLogger(SealContents.class);
  private static final String REMOVAL = "documents.remove-clear-file";
  private static final int BATCH = 100;

  /** How long nodes of two versions may run beside each other. */
  private static final Duration OVERLAP = Duration.ofDays(2);

  private static final int TIME_BEGINS_AT = 16;

  private final JdbcContents contents;
  private final SealedBlobs blobs;
  private final StoreKeys keys;
  private final Intake intake;
  private final SchedulerClient jobs;
  private final TransactionTemplate transaction;
  private final Clock clock;

  SealContents(
      JdbcContents contents,
      SealedBlobs blobs,
      StoreKeys keys,
      Intake intake,
      SchedulerClient jobs,
      TransactionTemplate transaction,
      Clock clock) {
    this.contents = contents;
    this.blobs = blobs;
    this.keys = keys;
    this.intake = intake;
    this.jobs = jobs;
    this.transaction = transaction;
    this.clock = clock;
  }

  void sealAll() {
    contents.addUnknown(firstIdSince(clock.instant().minus(OVERLAP)));
    var after = "";
    for (var some = contents.listInClear(after, BATCH); !some.isEmpty(); ) {
      some.forEach(this::seal);
      after = some.getLast().sha256();
      some = contents.listInClear(after, BATCH);
    }
  }

  private void seal(Content inClear) {
    try {
      transaction.executeWithoutResult(
          status ->
              contents
                  .lockToRemove(inClear.sha256())
                  .filter(content -> content.keyId() == null)
                  .ifPresent(this::sealLocked));
    } catch (UncheckedIOException e) {
      log.error("A content cannot be sealed: {}", inClear.place(), e);
    }
  }

  /** Locked, so that it is not removed meanwhile and its sealed file left behind. */
  private void sealLocked(Content content) {
    try (var clear = blobs.open(content.place(), null);
        var file = intake.receive(clear, Long.MAX_VALUE - 1)) {
      if (!file.sha256().equals(content.sha256())) {
        log.error("A content is damaged and stays as it is: {}", content.place());
        return;
      }
      var key = keys.inUse();
      var place = key.place(content.sha256());
      blobs.put(place, key, file.file());
      contents.move(content.sha256(), place, key.id());
      jobs.schedule(new TaskInstance<>(REMOVAL, content.place()), clock.instant());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Ids are UUIDs of version 7: they begin with the time at which they were made. */
  private static UUID firstIdSince(Instant time) {
    return new UUID(time.toEpochMilli() << TIME_BEGINS_AT, 0);
  }

  private void removeClear(String place) {
    try {
      blobs.remove(place);
    } catch (IOException e) {
      throw new UncheckedIOException("A file that was sealed cannot be removed", e);
    }
  }

  @Configuration(proxyBeanMethods = false)
  static class Jobs {

    @Bean
    RecurringTask<Void> sealContentsTask(ObjectProvider<SealContents> sealing) {
      return Tasks.recurring("documents.seal-contents", FixedDelay.of(Duration.ofHours(12)))
          .execute((task, context) -> sealing.getObject().sealAll());
    }

    @Bean
    OneTimeTask<Void> removeClearFileTask(ObjectProvider<SealContents> sealing) {
      return Tasks.oneTime(REMOVAL)
          .execute((job, context) -> sealing.getObject().removeClear(job.getId()));
    }
  }
}
