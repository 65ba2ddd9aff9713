package org.motcua.connect.clients;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.motcua.connect.model.Client;
import org.motcua.testing.MovableClock;

class ClientSecretsTest {

  private final MovableClock clock = new MovableClock();
  private final ClientSecrets secrets = new ClientSecrets(clock);

  @Test
  void whileAClientChangesBothOfItsSecretsServe() {
    var together = ClientSecrets.together(List.of(of("new", null), of("old", inOneHour())));
    assertThat(secrets.matches("new", together)).isTrue();
    assertThat(secrets.matches("old", together)).isTrue();
    assertThat(secrets.matches("neither", together)).isFalse();
  }

  @Test
  void theOldOneServesNoLongerThanItsTime() {
    var together = ClientSecrets.together(List.of(of("new", null), of("old", inOneHour())));
    clock.advance(Duration.ofHours(2));
    assertThat(secrets.matches("old", together)).isFalse();
    assertThat(secrets.matches("new", together)).isTrue();
  }

  @Test
  void aClientWithoutSecretsProvesNothingByOne() {
    assertThat(secrets.matches("", ClientSecrets.together(List.of()))).isFalse();
    assertThat(secrets.matches(null, null)).isFalse();
  }

  private Client.Secret of(String secret, @Nullable Instant end) {
    return new Client.Secret(UUID.randomUUID(), secrets.encode(secret), clock.instant(), end);
  }

  private Instant inOneHour() {
    return clock.instant().plus(Duration.ofHours(1));
  }
}
