package org.motcua.simulators.outside.debts;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.motcua.simulators.outside.OutsideTest;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

@OutsideTest
class DebtsTests {

  @Autowired MockMvcTester mvc;
  @Autowired JsonMapper json;
  @Autowired Debts debts;

  @Test
  void aFineIsToldToWhoeverKnowsItsNumberAndItsName() throws Exception {
    var found = ask("fines", "2600101", "nguyễn thị  MAI");
    assertThat(found.path("result").asString()).isEqualTo("FOUND");
    assertThat(found.at("/debts/0/items/0/dong").asLong()).isEqualTo(5_000_000);
    assertThat(found.at("/debts/0/to/account").asString()).isNotBlank();
    assertThat(ask("fines", "2600101", "Ai Đó").path("result").asString())
        .isEqualTo("ANOTHER_NAME");
    assertThat(ask("fines", "2600100", "Ai Đó").path("result").asString())
        .isEqualTo("UNKNOWN_NUMBER");
  }

  @Test
  void whoeverIsNamedFirstForAnyOtherNumberIsTheOne() throws Exception {
    assertThat(ask("fines", "7654321", "Ngô Văn Tư").at("/debts/0/id").asString())
        .isEqualTo("7654321");
    assertThat(ask("fines", "7654321", "Ai Đó").path("result").asString())
        .isEqualTo("ANOTHER_NAME");
    assertThat(ask("fines", "7654320", "Ngô Văn Tư").path("debts")).isEmpty();
  }

  @Test
  void aPaymentToldTwiceIsOneAndASecondPaymentIsNotTaken() throws Exception {
    var first = pay("electricity", "PE01000654321", "bill-1", "p1", 1000);
    assertThat(first.path("result").asString()).isEqualTo("TAKEN");
    assertThat(pay("electricity", "PE01000654321", "bill-1", "p1", 1000)).isEqualTo(first);
    assertThat(pay("electricity", "PE01000654321", "bill-1", "p2", 1000).path("result").asString())
        .isEqualTo("PAID_BEFORE");
  }

  @Test
  void whatIsPaidIsNotOwedUntilAllOfItHasGoneBack() throws Exception {
    var bill = ask("water", "QNW0012345", "").at("/debts/0");
    var id = bill.path("id").asString();
    pay("water", "QNW0012345", id, "p3", 90_000);
    assertThat(ids(ask("water", "QNW0012345", ""))).doesNotContain(id);
    for (var times = 0; times < 2; times++) {
      send("water", "returns", told("QNW0012345", id, "p3", 90_000));
    }
    assertThat(ids(ask("water", "QNW0012345", ""))).contains(id);
  }

  @Test
  void theDeskChangesASumAndBooksAPayment() throws Exception {
    mvc.post()
        .uri("/debts/changes")
        .param("creditor", "FINES")
        .param("number", "2600102")
        .param("debt", "2600102")
        .param("dong", "950000")
        .exchange();
    assertThat(ask("fines", "2600102", "Trần Văn Hùng").at("/debts/0/items/0/dong").asLong())
        .isEqualTo(950_000);
    mvc.post()
        .uri("/debts/settlements")
        .param("creditor", "FINES")
        .param("number", "2600102")
        .param("debt", "2600102")
        .param("dong", "950000")
        .exchange();
    assertThat(ask("fines", "2600102", "Trần Văn Hùng").path("debts")).isEmpty();
  }

  @Test
  void monthsOfInsuranceThatWerePaidCount() throws Exception {
    var before = ask("insurance", "2213004567", "Lê Thị Hoa").path("insured");
    assertThat(before.path("household")).hasSize(5);
    pay("insurance", "2213004567", "2213004567:voluntary:2026-12:3", "p4", 1000);
    pay("insurance", "2213004567", "2213004567:household:2026-12:12:1+3", "p5", 1000);
    var after = ask("insurance", "2213004567", "Lê Thị Hoa").path("insured");
    assertThat(after.path("paidUntil").asString()).isEqualTo("2027-02");
    assertThat(after.at("/household/2/until").asString()).isEqualTo("2027-11");
  }

  private static String ids(JsonNode answer) {
    return answer.path("debts").toString();
  }

  private JsonNode ask(String creditor, String number, String name) throws Exception {
    return send(
        creditor,
        "enquiries",
        json.createObjectNode().put("number", number).put("name", name).toString());
  }

  private JsonNode pay(String creditor, String number, String debt, String reference, long dong)
      throws Exception {
    return send(creditor, "payments", told(number, debt, reference, dong));
  }

  private String told(String number, String debt, String reference, long dong) {
    return json.createObjectNode()
        .put("number", number)
        .put("debt", debt)
        .put("reference", reference)
        .put("dong", dong)
        .toString();
  }

  private JsonNode send(String creditor, String what, String body) throws Exception {
    MvcTestResult answer =
        mvc.post()
            .uri("/debts/" + creditor + "/" + what)
            .contentType(MediaType.APPLICATION_JSON)
            .content(body)
            .exchange();
    assertThat(answer).hasStatusOk();
    return json.readTree(answer.getResponse().getContentAsByteArray());
  }
}
