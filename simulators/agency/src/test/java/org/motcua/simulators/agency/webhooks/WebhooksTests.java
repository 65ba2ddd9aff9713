package org.motcua.simulators.agency.webhooks;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Base64;
import java.util.UUID;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.motcua.simulators.agency.FakePortal;
import org.motcua.simulators.agency.ProvinceTest;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

class WebhooksTests extends ProvinceTest {

  private static final String BODY =
      """
      {"type":"%s","timestamp":"2026-11-21T02:00:00Z","data":{"id":"x",\
      "code":"%s","status":2,"agency":"000.12.03.H49","href":"http://localhost/x"}}\
      """;

  @Autowired Subscription subscription;

  @BeforeEach
  void registered() {
    subscription.subscribe();
    assertThat(subscription.secret()).hasValue(FakePortal.SECRET);
  }

  @Test
  void aMessageIsShownOnceHoweverOftenItComes() throws Exception {
    var id = UUID.randomUUID().toString();
    var body = BODY.formatted("dossier.accepted", "H49.12.03-261121-0001");
    assertThat(send(id, Instant.now(), body, FakePortal.SECRET)).hasStatus(204);
    assertThat(send(id, Instant.now(), body, FakePortal.SECRET)).hasStatus(204);
    assertThat(mvc.get().uri("/webhooks?lang=en"))
        .hasStatusOk()
        .bodyText()
        .containsOnlyOnce(">H49.12.03-261121-0001<")
        .contains("Accepted", "Registered for messages", ">2</td>");
  }

  @Test
  void whatIsBadlySignedOrOldIsRefused() throws Exception {
    var body = BODY.formatted("dossier.accepted", "H49.12.03-261121-0666");
    var other = "whsec_" + Base64.getEncoder().encodeToString(new byte[32]);
    var id = UUID.randomUUID().toString();
    assertThat(send(id, Instant.now(), body, other)).hasStatus(401);
    assertThat(send(id, Instant.now().minusSeconds(900), body, FakePortal.SECRET)).hasStatus(401);
    assertThat(mvc.post().uri("/webhooks").contentType(MediaType.APPLICATION_JSON).content(body))
        .hasStatus(401);
    assertThat(mvc.get().uri("/webhooks")).bodyText().doesNotContain("0666");
  }

  private MvcTestResult send(String id, Instant at, String body, String secret) throws Exception {
    var timestamp = String.valueOf(at.getEpochSecond());
    var mac = Mac.getInstance("HmacSHA256");
    var key = Base64.getDecoder().decode(secret.substring("whsec_".length()));
    mac.init(new SecretKeySpec(key, "HmacSHA256"));
    var signed = mac.doFinal((id + "." + timestamp + "." + body).getBytes(UTF_8));
    return mvc.post()
        .uri("/webhooks")
        .contentType(MediaType.APPLICATION_JSON)
        .content(body)
        .header("webhook-id", id)
        .header("webhook-timestamp", timestamp)
        .header("webhook-signature", "v1,AAAA v1," + Base64.getEncoder().encodeToString(signed))
        .exchange();
  }
}
