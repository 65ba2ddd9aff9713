package org.motcua.documents.signing;

import static org.assertj.core.api.Assertions.assertThat;

import java.security.cert.X509Certificate;
import java.time.Clock;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.motcua.organisation.AgencyId;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;

@SpringBootTest
@AutoConfigureMockMvc
class SharedKeysTests {

  @Autowired JdbcSigningKeys keys;
  @Autowired PlatformTransactionManager transactions;
  @Autowired JdbcClient jdbc;

  @Test
  void nodesThatSignForTheFirstTimeTogetherShareOneRootAndOneKey() throws Exception {
    var agency = new AgencyId("009.09.09.H49");
    var start = new CountDownLatch(1);
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      var certificates =
          IntStream.range(0, 4)
              .mapToObj(node -> threads.submit(() -> certificateOfNode(agency, start)))
              .toList();
      start.countDown();
      var first = certificates.getFirst().get();
      for (var certificate : certificates) assertThat(certificate.get()).isEqualTo(first);
    }
    assertThat(count("agency is null")).isOne();
    assertThat(count("agency = '009.09.09.H49'")).isOne();
  }

  /** A node of its own has an authority of its own, with nothing in its memory. */
  private X509Certificate certificateOfNode(AgencyId agency, CountDownLatch start)
      throws InterruptedException {
    var node = new DemoAuthority(keys, Clock.systemUTC(), transactions);
    start.await();
    return node.keyOf(agency, "Cơ quan thử").certificate();
  }

  private long count(String condition) {
    return jdbc.sql("select count(*) from documents.signing_key where " + condition)
        .query(Long.class)
        .single();
  }
}
