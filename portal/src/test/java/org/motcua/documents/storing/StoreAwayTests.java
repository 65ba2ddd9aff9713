package org.motcua.documents.storing;

import static org.assertj.core.api.Assertions.assertThat;

import com.github.kagkarlsson.scheduler.SchedulerClient;
import java.time.Clock;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.motcua.documents.Examined;
import org.motcua.documents.Files;
import org.motcua.documents.StoringOutcome.Reason;
import org.motcua.documents.StoringOutcome.Refused;
import org.motcua.documents.scanning.VirusScan;
import org.motcua.documents.storing.S3BlobStore.S3Settings;
import org.motcua.testing.S3Server;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.util.unit.DataSize;

/** A portal whose files lie in an S3 store, which is there, away, and there again. */
@SpringBootTest
@AutoConfigureMockMvc
class StoreAwayTests {

  @Autowired Intake intake;
  @Autowired ContentCheck check;
  @Autowired VirusScan scan;
  @Autowired Infections infections;
  @Autowired StraightenPictures pictures;
  @Autowired JdbcContents rows;
  @Autowired StoreKeys keys;
  @Autowired JdbcStoredDocuments documents;
  @Autowired SchedulerClient jobs;
  @Autowired PlatformTransactionManager transactions;
  @Autowired TransactionTemplate transaction;
  @Autowired Clock clock;

  @Test
  void nothingIsTakenWhileItIsAwayAndTheSameFileAfterwards() throws Exception {
    var file = Files.upload("a.pdf", Files.pdf(1_000));
    try (var away = store("http://localhost:1")) {
      assertThat(portalOver(away).examine(file)).isEqualTo(new Refused(Reason.NO_SPACE, List.of()));
    }
    try (var server = S3Server.start();
        var there = store(server.endpoint())) {
      var portal = portalOver(there);
      var kept = portal.store((Examined) portal.examine(file));
      assertThat(portal.open(kept.id()).getContentAsByteArray())
          .isEqualTo(file.content().getInputStream().readAllBytes());
    }
  }

  private static S3BlobStore store(String endpoint) {
    return new S3BlobStore(new S3Settings(endpoint, S3Server.BUCKET, "us-east-1", "key", "secret"));
  }

  private KeepDocuments portalOver(BlobStore store) {
    var blobs = new SealedBlobs(store, keys, intake);
    return new KeepDocuments(
        intake,
        check,
        scan,
        infections,
        pictures,
        new Contents(rows, blobs, keys, jobs, clock, transactions),
        documents,
        transaction,
        clock,
        DataSize.ofMegabytes(20));
  }
}
