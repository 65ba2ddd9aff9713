package org.motcua.documents.storing;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.motcua.documents.Examined;
import org.motcua.documents.Files;
import org.motcua.documents.OfficeFiles;
import org.motcua.documents.StoringOutcome.Reason;
import org.motcua.documents.StoringOutcome.Refused;
import org.motcua.documents.scanning.FaultyClamd;
import org.motcua.documents.scanning.VirusScan;
import org.motcua.testing.VirusScanner;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.util.unit.DataSize;

/** Uploads to a portal that has a scanner, in good health or bad. */
@SpringBootTest
@AutoConfigureMockMvc
class ScannedUploadTests {

  @Autowired Intake intake;
  @Autowired ContentCheck check;
  @Autowired Infections infections;
  @Autowired StraightenPictures pictures;
  @Autowired Contents contents;
  @Autowired JdbcStoredDocuments documents;
  @Autowired TransactionTemplate transaction;
  @Autowired Clock clock;
  @Autowired JdbcClient jdbc;

  @Value("${motcua.data-folder}")
  Path data;

  @Test
  void anInfectedFileIsRefusedAndGoneAndWrittenDown() {
    var sender = "account:" + UUID.randomUUID();
    var infected = OfficeFiles.docxWithPart("word/media/a.png", VirusScanner.eicar());
    var outcome =
        portalWith(VirusScanner.address()).examine(Files.upload("a.docx", infected).by(sender));
    assertThat(outcome).isEqualTo(new Refused(Reason.INFECTED, List.of()));
    assertThat(data.resolve("documents/arriving")).isEmptyDirectory();
    var entry =
        jdbc.sql("select action || details from platform.audit_entry where actor = :sender")
            .param("sender", sender)
            .query(String.class)
            .single();
    assertThat(entry).contains("documents.infected_upload_refused", VirusScanner.SIGNATURE);
  }

  @Test
  void aCleanFileIsTaken() {
    var portal = portalWith(VirusScanner.address());
    assertThat(portal.examine(Files.upload("a.pdf", Files.pdf()))).isInstanceOf(Examined.class);
  }

  @Test
  void withoutAnAnswerFromTheScannerNothingIsTakenForNow() {
    try (var hanging = FaultyClamd.hanging();
        var garbling = FaultyClamd.saying("What?\0")) {
      for (var scanner : List.of(hanging.address(), garbling.address(), "/run/no/clamd")) {
        assertThat(portalWith(scanner).examine(Files.upload("a.pdf", Files.pdf())))
            .isEqualTo(new Refused(Reason.NOT_SCANNED, List.of()));
      }
    }
    assertThat(Reason.NOT_SCANNED.passes()).isTrue();
    assertThat(data.resolve("documents/arriving")).isEmptyDirectory();
  }

  private KeepDocuments portalWith(String clamd) {
    return new KeepDocuments(
        intake,
        check,
        VirusScan.byClamd(clamd, Duration.ofSeconds(clamd.startsWith("/") ? 20 : 1)),
        infections,
        pictures,
        contents,
        documents,
        transaction,
        clock,
        DataSize.ofMegabytes(20));
  }
}
