package org.motcua.simulators.outside.bank;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.motcua.simulators.outside.OutsideTest;
import org.motcua.simulators.outside.Page;
import org.motcua.simulators.outside.PortalStub;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import tools.jackson.databind.json.JsonMapper;

@OutsideTest
class BankTests {

  private static final PortalStub portal = new PortalStub();

  private static final String CODE =
      "00020101021238540010A00000072701240006970499011037001002000208QRIBFTTA"
          + "53037045406135000"
          + "5802VN62180814MC0123456789AB";

  @Autowired MockMvcTester mvc;
  @Autowired Movements movements;
  @Autowired Signature signature;
  @Autowired JsonMapper json;

  @DynamicPropertySource
  static void portal(DynamicPropertyRegistry registry) {
    registry.add("outside.portal-url", portal::url);
    registry.add("outside.bank.retry-every", () -> "50ms");
  }

  @BeforeEach
  void mend() {
    portal.answers(200, "{}");
    portal.told().clear();
    put("bank_notices", "NONE");
    put("bank", "NONE");
  }

  @Test
  void aCodeFillsTheForm() {
    assertThat(
            mvc.get()
                .uri("/bank/pay")
                .param("qr", CODE + "6304" + QrTextTest.checksum(CODE + "6304")))
        .hasStatusOk()
        .bodyText()
        .contains("value=\"135000\"", "value=\"MC0123456789AB\"", "value=\"3700100200\"");
    assertThat(mvc.get().uri("/bank")).bodyText().contains("MC0123456789AB");
    assertThat(mvc.get().uri("/bank/pay").param("qr", CODE + "63040000"))
        .bodyText()
        .contains("Đây không phải mã VietQR");
  }

  @Test
  void aCreditIsToldSignedUntilItIsTakenIn() {
    portal.answers(503, "{}");
    var id = pay("20000", "MC0123456789AB");
    await().atMost(Duration.ofSeconds(5)).until(() -> portal.told().size() >= 2);
    assertThat(movements.find(id).orElseThrow().told()).isFalse();
    portal.answers(200, "{}");
    await().atMost(Duration.ofSeconds(5)).until(() -> movements.find(id).orElseThrow().told());
    var told = portal.told().getLast();
    assertThat(told.path()).isEqualTo("/payments/bank/credits");
    assertThat(told.signature()).isEqualTo(signature.of(told.time(), told.body()));
    var credit = json.readTree(told.body());
    assertThat(credit.path("id").asString()).isEqualTo(id);
    assertThat(credit.path("dong").asLong()).isEqualTo(20_000);
    assertThat(credit.path("text").asString()).isEqualTo("MC0123456789AB");
    assertThat(credit.path("from").path("name").asString()).isEqualTo("TRAN VAN HUNG");
  }

  @Test
  void noticesAreLostAndDoubledOnDemand() {
    put("bank_notices", "NOTICE_LOST");
    pay("20000", "LOST");
    put("bank_notices", "NOTICE_TWICE");
    pay("20000", "TWICE");
    await().atMost(Duration.ofSeconds(5)).until(() -> portal.told().size() == 2);
    assertThat(portal.told()).allSatisfy(told -> assertThat(told.body()).contains("TWICE"));
  }

  @Test
  void whatIsTypedWronglyIsSaid() {
    assertThat(
            mvc.post().uri("/bank/pay").param("account", "1").param("dong", "-5").param("text", ""))
        .hasStatusOk()
        .bodyText()
        .contains("không có tài khoản đó", "Nhập số đồng lớn hơn 0");
  }

  @Test
  void theSameOrderIsCarriedOutOnce() {
    var id = UUID.randomUUID().toString();
    var first = order(id, "3700100200");
    assertThat(first.get("state")).isEqualTo("DONE");
    assertThat(order(id, "3700100200")).isEqualTo(first);
    assertThat(order(UUID.randomUUID().toString(), "999").get("state")).isEqualTo("REFUSED");
    put("bank", "REPLY_LOST");
    var lost = UUID.randomUUID().toString();
    assertThat(order(lost, "3700100200")).isEmpty();
    put("bank", "NONE");
    assertThat(order(lost, "3700100200").get("state")).isEqualTo("DONE");
    assertThat(movements.latest()).filteredOn(it -> it.order().equals(lost)).hasSize(1);
  }

  @Test
  void anOrderWithAWrongSignatureIsRefused() {
    assertThat(
            mvc.post()
                .uri("/bank/api/transfers")
                .contentType(MediaType.APPLICATION_JSON)
                .header("Bank-Timestamp", "1")
                .header("Bank-Signature", "0")
                .content("{}"))
        .hasStatus(401);
  }

  @Test
  void theStatementHasEveryMovementOfTheDay() {
    var id = pay("20000", "le phi, \"MC0123456789AB\"");
    var today = LocalDate.ofInstant(Instant.now(), Page.COUNTRY_TIME);
    assertThat(mvc.get().uri("/bank/statements/3700100200/" + today + ".csv"))
        .hasStatusOk()
        .bodyText()
        .startsWith("id,account,kind,dong,text,at\n")
        .contains(id + ",3700100200,CREDIT,20000,le phi   MC0123456789AB ,");
    assertThat(mvc.get().uri("/bank/statements/1/" + today + ".csv")).hasStatus(404);
  }

  private String pay(String dong, String text) {
    var paid =
        mvc.post()
            .uri("/bank/pay")
            .param("account", "3700100200")
            .param("dong", dong)
            .param("text", text)
            .param("from", "HUNG")
            .exchange();
    assertThat(paid).hasStatus3xxRedirection();
    var page = String.valueOf(paid.getResponse().getRedirectedUrl());
    return page.substring(page.lastIndexOf('/') + 1);
  }

  private Map<?, ?> order(String id, String account) {
    var body =
        json.writeValueAsString(
            Map.of(
                "id",
                id,
                "bank",
                "970499",
                "account",
                account,
                "to",
                new Party("970498", "0912000002", "TRAN VAN HUNG"),
                "dong",
                5_000,
                "text",
                "HOAN TIEN"));
    var answer =
        mvc.post()
            .uri("/bank/api/transfers")
            .contentType(MediaType.APPLICATION_JSON)
            .header("Bank-Timestamp", "1")
            .header("Bank-Signature", signature.of("1", body))
            .content(body)
            .exchange();
    if (answer.getResponse().getStatus() != 200) return Map.of();
    return json.readValue(answer.getResponse().getContentAsByteArray(), Map.class);
  }

  private void put(String service, String fault) {
    assertThat(
            mvc.put()
                .uri("/faults/" + service)
                .contentType(MediaType.APPLICATION_JSON)
                .content("{\"fault\": \"" + fault + "\"}"))
        .hasStatus(204);
  }
}
