package org.motcua.connect.keys;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.JWSAlgorithm;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.motcua.testing.MovableClock;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.jdbc.core.simple.JdbcClient;

@SpringBootTest
@AutoConfigureMockMvc
class RotateKeysTest {

  @Autowired RotateKeys rotateKeys;
  @Autowired SigningKeyStore store;
  @Autowired SigningKeys keys;
  @Autowired JdbcClient jdbc;
  @Autowired MovableClock clock;

  /** Those of another day are gone, so that the other tests find keys that sign now. */
  @AfterEach
  void asItWas() {
    clock.reset();
    jdbc.sql("delete from connect.signing_key where signs_from > now()").update();
    jdbc.sql("update connect.signing_key set published_until = null").update();
    keys.heard(List.of());
  }

  @Test
  void aFreshInstallationHasOneOfEachKind() {
    assertThat(algorithms()).containsExactlyInAnyOrderElementsOf(RotateKeys.ALGORITHMS);
  }

  @Test
  void onMostDaysNothingIsExchanged() {
    var before = ids();
    clock.advance(Duration.ofDays(89));
    rotateKeys.rotateWhereDue();
    assertThat(ids()).isEqualTo(before);
  }

  @Test
  void theNextKeyIsPublishedADayBeforeItSignsAndTheFormerADayAfter() {
    var before = ids();
    clock.advance(Duration.ofDays(91));
    rotateKeys.rotateWhereDue();
    rotateKeys.rotateWhereDue();
    keys.heard(List.of());
    assertThat(ids()).hasSize(4).containsAll(before);
    assertThat(signing()).isIn(before);

    clock.advance(Duration.ofHours(25));
    rotateKeys.rotateWhereDue();
    keys.heard(List.of());
    assertThat(signing()).isNotIn(before);
    assertThat(ids()).containsAll(before);

    clock.advance(Duration.ofHours(25));
    keys.heard(List.of());
    assertThat(published()).doesNotContainAnyElementsOf(before);
  }

  private String signing() {
    var rsa =
        store.list().stream()
            .filter(key -> key.algorithm().equals(JWSAlgorithm.RS256))
            .map(SigningKey::key)
            .toList();
    return keys.inUse(rsa).getKeyID();
  }

  private List<String> published() {
    return store.list().stream()
        .filter(key -> key.published(clock.instant()))
        .map(SigningKey::id)
        .toList();
  }

  private List<String> ids() {
    return store.list().stream().map(SigningKey::id).toList();
  }

  private List<JWSAlgorithm> algorithms() {
    return store.list().stream().map(SigningKey::algorithm).toList();
  }
}
