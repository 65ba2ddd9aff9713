package org.motcua.simulators.outside.gateways;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DayFilesTest {

  @TempDir Path folder;

  @Test
  void timesHaveSecondsAndDaysAreTheCountrys() throws Exception {
    var files = new DayFiles(folder);
    var midnight = Instant.parse("2026-11-22T17:00:00Z");
    files.add("MC1", "14000001", DayFiles.Kind.PAYMENT, 20_000, midnight);
    files.add("MC1", "14000002", DayFiles.Kind.REFUND, 5_000, midnight.plusMillis(61_250));
    assertThat(Files.readString(files.find(LocalDate.of(2026, 11, 23)).orElseThrow()))
        .isEqualTo(
            """
            ref,transaction,kind,dong,at
            MC1,14000001,payment,20000,2026-11-23T00:00:00+07:00
            MC1,14000002,refund,5000,2026-11-23T00:01:01+07:00
            """);
  }
}
