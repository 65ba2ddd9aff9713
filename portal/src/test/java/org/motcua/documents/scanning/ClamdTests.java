package org.motcua.documents.scanning;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.motcua.documents.OfficeFiles;
import org.motcua.documents.scanning.VirusScan.Clean;
import org.motcua.documents.scanning.VirusScan.Infected;
import org.motcua.documents.scanning.VirusScan.NotScanned;
import org.motcua.testing.VirusScanner;

class ClamdTests {

  private static final Duration PATIENCE = Duration.ofSeconds(20);
  private static final Duration LITTLE_PATIENCE = Duration.ofMillis(300);

  @TempDir Path folder;

  @Test
  void aRealScannerTellsTheCleanFromTheInfected() throws IOException {
    var scan = VirusScan.byClamd(VirusScanner.address(), PATIENCE);
    assertThat(scan.trouble()).isEmpty();
    assertThat(scan.of(file(OfficeFiles.docx()))).isEqualTo(new Clean());
    assertThat(scan.of(file(VirusScanner.eicar())))
        .isInstanceOfSatisfying(
            Infected.class,
            infected -> assertThat(infected.signature()).contains(VirusScanner.SIGNATURE));
  }

  @Test
  void aRealScannerLooksIntoArchivesAndAtTheEndOfLargeFiles() throws IOException {
    var scan = VirusScan.byClamd(VirusScanner.address(), PATIENCE);
    assertThat(scan.of(file(OfficeFiles.docxWithPart("word/media/a.png", VirusScanner.eicar()))))
        .isInstanceOf(Infected.class);
    assertThat(scan.of(file(new byte[20 << 20]))).isEqualTo(new Clean());
  }

  @Test
  void oneThatIsAwayScansNothing() throws IOException {
    int port;
    try (var taken = new ServerSocket(0)) {
      port = taken.getLocalPort();
    }
    for (var address : new String[] {"localhost:" + port, folder.resolve("none").toString()}) {
      var scan = VirusScan.byClamd(address, PATIENCE);
      assertThat(scan.of(file(new byte[10]))).isInstanceOf(NotScanned.class);
      assertThat(Scanning.health(scan).getStatus().getCode()).isEqualTo("DEGRADED");
    }
  }

  @Test
  void oneThatSaysNothingIsNotWaitedForLongerThanItMayTake() throws IOException {
    try (var hanging = FaultyClamd.hanging()) {
      var scan = VirusScan.byClamd(hanging.address(), LITTLE_PATIENCE);
      assertThat(scan.of(file(new byte[5 << 20]))).isInstanceOf(NotScanned.class);
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "HTTP/1.1 400 Bad Request\r\n\r\n\0",
        "stream: \0",
        "\0",
        "INSTREAM size limit exceeded. ERROR\0",
        "stream: OK",
        "no end of words"
      })
  void oneThatTalksNonsenseScansNothing(String nonsense) throws IOException {
    try (var garbling = FaultyClamd.saying(nonsense)) {
      var scan = VirusScan.byClamd(garbling.address(), LITTLE_PATIENCE);
      assertThat(scan.of(file(new byte[10]))).isInstanceOf(NotScanned.class);
      assertThat(scan.trouble()).isNotEmpty();
    }
  }

  @Test
  void anAddressThatIsNoneIsToldAtTheStart() {
    assertThatThrownBy(() -> VirusScan.byClamd("clamd", PATIENCE))
        .hasMessageContainingAll("/run/clamav/clamd.ctl", "localhost:3310");
  }

  private Path file(byte[] content) throws IOException {
    return Files.write(Files.createTempFile(folder, "file", null), content);
  }
}
