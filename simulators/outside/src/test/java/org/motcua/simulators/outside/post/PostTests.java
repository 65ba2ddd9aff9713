package org.motcua.simulators.outside.post;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.motcua.simulators.outside.OutsideTest;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import tools.jackson.databind.json.JsonMapper;

@OutsideTest
class PostTests {

  @Autowired MockMvcTester mvc;
  @Autowired JsonMapper json;
  @Autowired Consignments consignments;

  @Test
  void aLetterGetsANumberAndTheSameOneWhenItComesAgain() throws Exception {
    var first = number("letter-1");
    assertThat(first).matches("RG\\d{9}VN");
    assertThat(number("letter-1")).isEqualTo(first);
    assertThat(number("letter-2")).isNotEqualTo(first);
  }

  @Test
  void theStaffMovesALetterOnAndEverybodyWithTheNumberCanFollow() throws Exception {
    var number = number("letter-3");
    move(number, "DELIVERED", "Nguyễn Thị Mai");
    for (var stage : new String[] {"ON_THE_WAY", "OUT_FOR_DELIVERY", "OUT_FOR_DELIVERY"}) {
      assertThat(move(number, stage, "")).hasStatus(302);
    }
    move(number, "DELIVERED", "Nguyễn Thị Mai");
    assertThat(mvc.get().uri("/post/consignments/" + number))
        .bodyJson()
        .extractingPath("$.history[*].stage")
        .asArray()
        .containsExactly("TAKEN_IN", "ON_THE_WAY", "OUT_FOR_DELIVERY", "DELIVERED");
    assertThat(mvc.get().uri("/post/follow?code=" + number))
        .bodyText()
        .contains("Đã phát")
        .doesNotContain("Nguyễn Thị Mai");
    assertThat(mvc.get().uri("/post/desk/" + number)).bodyText().contains("Nguyễn Thị Mai");
  }

  @Test
  void lettersMoveByThemselvesToTheirReceivers() throws Exception {
    var number = number("letter-4");
    for (var times = 0; times < 4; times++) consignments.moveAll();
    assertThat(consignments.find(number).orElseThrow().stage()).isEqualTo(Stage.DELIVERED);
  }

  @Test
  void whatIsMissingIsTold() {
    assertThat(send("{\"reference\": \"letter-5\"}"))
        .hasStatus(400)
        .bodyText()
        .contains("'dossier' is missing");
    assertThat(mvc.get().uri("/post/consignments/RG999999999VN")).hasStatus(404);
  }

  private String number(String reference) throws Exception {
    var answer =
        send(
            """
            {"reference": "%s", "dossier": "H49.12.03-201122-0001",
             "sender": "Ủy ban nhân dân phường Hồng Hà", "recipient": "Nguyễn Thị Mai",
             "phone": "0912000001", "unit": "06697", "address": "Số 5, Phường Hồng Hà"}
            """
                .formatted(reference));
    assertThat(answer).hasStatusOk();
    return json.readTree(answer.getResponse().getContentAsByteArray())
        .path("trackingNumber")
        .asString();
  }

  private MvcTestResult send(String body) {
    return mvc.post()
        .uri("/post/consignments")
        .contentType(MediaType.APPLICATION_JSON)
        .content(body)
        .exchange();
  }

  private MvcTestResult move(String number, String to, String note) {
    return mvc.post().uri("/post/desk/" + number).param("to", to).param("note", note).exchange();
  }
}
