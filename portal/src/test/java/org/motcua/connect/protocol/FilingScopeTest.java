package org.motcua.connect.protocol;

import static org.assertj.core.api.Assertions.assertThat;
import static org.motcua.connect.model.PersonalData.FILING;
import static org.motcua.connect.model.PersonalData.NAME;

import com.nimbusds.oauth2.sdk.token.AccessToken;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** A program files for whoever has let it, and for nobody else. */
class FilingScopeTest extends ProtocolTest {

  private static final String SCOPES = "openid services.read dossiers.file";

  @Test
  void whoDoesNotSignsInAllTheSame() {
    var office = agencies.system().needing(NAME).likingToKnow(FILING).registered(wire);
    var token = office.signsIn(mai(), office.request(SCOPES).build()).access();

    assertThat(token.getScope().toStringList())
        .contains("openid", "services.read")
        .doesNotContain("dossiers.file");
    assertThat(begins(token)).isEqualTo(403);
  }

  @Test
  void aSystemThatIsNotRegisteredForItIsRefused() {
    var office = agencies.system().needing(NAME).registered(wire);
    assertThat(office.isRefused(mai(), office.request(SCOPES).build()).getCode())
        .isEqualTo("invalid_scope");
  }

  private int begins(AccessToken token) {
    var request =
        HttpRequest.newBuilder()
            .POST(BodyPublishers.ofString("{\"service\": \"birth-registration\"}"))
            .header("Content-Type", "application/json")
            .header("Idempotency-Key", UUID.randomUUID().toString())
            .header("Authorization", token.toAuthorizationHeader());
    return wire.send(request, wire.portal("/api/dossiers")).statusCode();
  }
}
