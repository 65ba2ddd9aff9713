package org.motcua.connect.protocol;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.nimbusds.oauth2.sdk.ClientCredentialsGrant;
import com.nimbusds.oauth2.sdk.auth.ClientSecretBasic;
import com.nimbusds.oauth2.sdk.auth.Secret;
import java.time.Duration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.motcua.connect.ClientId;
import org.motcua.connect.model.Client;
import org.motcua.platform.ids.NewId;

/** A client changes from one secret to the next without a moment in which it has none. */
class SecretsTest extends ProtocolTest {

  private static final String NEXT = "the next secret";

  private AgencySystem withFormer;
  private AgencySystem withNext;
  private ClientId id;

  @BeforeEach
  void addTheNextSecret() {
    withFormer = agencies.system().callingApis("dossiers.read").registered(wire);
    withNext =
        withFormer.provingItselfBy(() -> new ClientSecretBasic(withFormer.id(), new Secret(NEXT)));
    id = new ClientId(withFormer.id().getValue());
    assertThat(lets(withNext)).isFalse();
    clients.addSecret(id, NewId.next(), secrets.encode(NEXT), clock.instant());
    await().until(() -> known.get(id).secrets().size() == 2);
  }

  @Test
  void bothLiveWhileTheClientChanges() {
    assertThat(lets(withFormer)).isTrue();
    assertThat(lets(withNext)).isTrue();
  }

  @Test
  void theFormerEndsWhenItIsTime() {
    var former = known.get(id).secrets().stream().min(this::byAge).orElseThrow();
    clients.endSecret(id, former.id(), clock.instant().plus(Duration.ofHours(1)));
    await().until(() -> known.get(id).secrets().stream().anyMatch(it -> it.expiresAt() != null));
    assertThat(lets(withFormer)).isTrue();
    clock.advance(Duration.ofMinutes(61));
    assertThat(lets(withFormer)).isFalse();
    assertThat(lets(withNext)).isTrue();
  }

  private int byAge(Client.Secret one, Client.Secret other) {
    return one.createdAt().compareTo(other.createdAt());
  }

  private static boolean lets(AgencySystem in) {
    return in.asksForTokens(new ClientCredentialsGrant()).indicatesSuccess();
  }
}
