package org.motcua.payments.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.motcua.dossiers.api.Programs.json;

import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.motcua.dossiers.api.Programs;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;

/** A program has somebody pay. */
@SpringBootTest
@AutoConfigureMockMvc
class PaymentsApiTests {

  private static final String PAYMENTS = "/api/payments";

  @Autowired Programs programs;

  private Programs.Program quangNinh() {
    return programs.ofClient("quangninh-portal", Programs.QUANG_NINH, "payments");
  }

  private static String asking(String reference, long dong) {
    return """
    {"reference": "%s", "purpose": "FEE", "title": {"vi": "Lệ phí", "en": "Fee"},
     "items": [{"code": "2716", "name": {"vi": "Lệ phí"}, "dong": %d,
       "to": {"owner": "000.00.00.H49", "name": "UBND tỉnh", "account": "3511.0.1012345",
              "bank": "970436"}}],
     "payer": {"name": "Nguyễn Thị Mai", "email": "mai@example.vn"}, "minutes": 60}
    """
        .formatted(reference, dong);
  }

  @Test
  void whatIsAskedForTwiceIsOnePaymentThatOnlyTheAskerSees() {
    var reference = UUID.randomUUID().toString();
    var first = quangNinh().post(PAYMENTS, asking(reference, 135_000));
    assertThat(first).hasStatus(201);
    var payment = json(first);
    assertThat(payment.get("page").asString()).contains("/pay/");
    assertThat(payment.get("status").asString()).isEqualTo("OPEN");

    var again = quangNinh().post(PAYMENTS, asking(reference, 135_000));
    assertThat(again).hasStatus(200);
    assertThat(json(again).get("id")).isEqualTo(payment.get("id"));

    var href = payment.get("href").asString();
    assertThat(quangNinh().get(href)).hasStatus(200);
    assertThat(programs.ofClient("hue-portal", "000.00.00.H57", "payments").get(href))
        .hasStatus(404);
    assertThat(programs.ofClient("quangninh-portal", Programs.QUANG_NINH, "x").get(href))
        .hasStatus(403);
    assertThat(json(quangNinh().get(PAYMENTS + "?reference=" + reference)).get("items").size())
        .isEqualTo(1);
  }

  @Test
  void theSameKeyIsAnsweredAlikeAndAnotherBodyIsRefused() {
    var key = UUID.randomUUID().toString();
    var body = asking(UUID.randomUUID().toString(), 1_000);
    var first = json(quangNinh().post(PAYMENTS, body, key));
    var second = quangNinh().post(PAYMENTS, body, key);
    assertThat(second).hasStatus(201);
    assertThat(json(second)).isEqualTo(first);
    assertThat(quangNinh().post(PAYMENTS, asking("other", 1_000), key)).hasStatus(422);
    assertThat(quangNinh().post(PAYMENTS, body, null)).hasStatus(400);
  }

  @Test
  void itIsCancelledOnceAndNothingUnpaidIsGivenBack() {
    var href =
        json(quangNinh().post(PAYMENTS, asking(UUID.randomUUID().toString(), 5_000)))
            .get("href")
            .asString();
    assertThat(quangNinh().post(href + "/refunds", "{\"reason\": \"x\"}")).hasStatus(409);
    assertThat(json(quangNinh().post(href + "/cancellation", "{}")).get("status").asString())
        .isEqualTo("CANCELLED");
    assertThat(quangNinh().post(href + "/cancellation", "{}")).hasStatus(200);
  }

  @Test
  void everythingWrongIsNamed() {
    var answer =
        quangNinh()
            .post(
                PAYMENTS,
                """
                {"reference": " ", "items": [{"dong": 0, "to": {"owner": "000.00.00.H57"}}],
                 "returnTo": "https://evil.example/", "minutes": 1}
                """);
    assertThat(answer).hasStatus(422);
    assertThat(json(answer).get("errors").findValuesAsString("pointer"))
        .contains(
            "/reference",
            "/purpose",
            "/title/vi",
            "/items/0/dong",
            "/items/0/to/owner",
            "/payer/name",
            "/returnTo",
            "/minutes");
  }
}
