package org.motcua.documents;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import org.junit.jupiter.api.Test;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;

/**
 * How many certificates one core makes in a second of its own time (other work on the machine does
 * not count), printed, signed, kept and registered. Not among the tests: {@code mvn -pl portal test
 * -Dtest=CertificateBenchmark}.
 */
@SpringBootTest
@AutoConfigureMockMvc
class CertificateBenchmark {

  private static final Logger log = LoggerFactory.getLogger(CertificateBenchmark.class);
  private static final ThreadMXBean threads = ManagementFactory.getThreadMXBean();
  private static final int ROUNDS = 3;
  private static final int CERTIFICATES = 50;

  @Autowired Certificates certificates;
  @Autowired Printing printing;

  @Test
  void certificatesPerSecond() {
    for (var round = 1; round <= ROUNDS; round++) {
      var began = threads.getCurrentThreadCpuTime();
      for (var i = 0; i < CERTIFICATES; i++) certificates.issue(BirthCertificate.order(printing));
      report("issued", round, began);
      began = threads.getCurrentThreadCpuTime();
      for (var i = 0; i < CERTIFICATES; i++) {
        printing.pdf(BirthCertificate.html(printing, BirthCertificate.mark()));
      }
      report("printed only", round, began);
    }
  }

  private static void report(String what, int round, long began) {
    var seconds = (threads.getCurrentThreadCpuTime() - began) / 1e9;
    log.info("Round {}: {} {} a second", round, what, "%.1f".formatted(CERTIFICATES / seconds));
  }
}
