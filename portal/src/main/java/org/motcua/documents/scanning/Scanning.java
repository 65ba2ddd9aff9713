package org.motcua.documents.scanning;

import java.nio.file.Path;
import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.boot.health.contributor.Status;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The scanner that {@code motcua.clamd} names, and how it is. */
@Configuration(proxyBeanMethods = false)
class Scanning {

  private static final Logger log = LoggerFactory.getLogger(Scanning.class);

  /** Uploads wait, all else goes on: no reason to take a node from the others. */
  private static final Status DEGRADED =
      new Status("DEGRADED", "Uploads are refused until the virus scanner answers");

  @Bean
  VirusScan virusScan(
      @Value("${motcua.clamd}") String clamd,
      @Value("${motcua.clamd-patience}") Duration patience) {
    if (!clamd.isBlank()) return VirusScan.byClamd(clamd.strip(), patience);
    log.warn(
        "Uploads are not scanned for viruses: motcua.clamd is not set, see"
            + " docs/guides/keep-files.md");
    return new NoScanner();
  }

  @Bean
  HealthIndicator virusScanHealthIndicator(VirusScan scan) {
    return () -> health(scan);
  }

  static Health health(VirusScan scan) {
    if (scan instanceof NoScanner) {
      return Health.unknown().withDetail("scanner", "motcua.clamd is not set").build();
    }
    var trouble = scan.trouble();
    return trouble.isEmpty()
        ? Health.up().build()
        : Health.status(DEGRADED).withDetail("trouble", trouble).build();
  }

  /** Without a scanner nothing is known of any file. */
  private static final class NoScanner implements VirusScan {

    @Override
    public Verdict of(Path file) {
      return new Clean();
    }

    @Override
    public String trouble() {
      return "";
    }
  }
}
