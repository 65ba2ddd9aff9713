package org.motcua.simulators.outside.electricity;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.HexFormat;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.motcua.simulators.outside.OutsideTest;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import tools.jackson.databind.json.JsonMapper;

@OutsideTest
class ElectricityTests {

  private static final byte[] LEASE = "Hợp đồng thuê nhà".getBytes(StandardCharsets.UTF_8);

  @Autowired MockMvcTester mvc;
  @Autowired JsonMapper json;

  @AfterEach
  void endFaults() throws Exception {
    suffer("NONE");
  }

  @Test
  void anApplicationGetsADocumentCodeAndTheSameOneWhenItComesAgain() throws Exception {
    var first = handOver("H49.30-261122-0001");
    assertThat(first).matches("PC09-\\d{4}-\\d{6}");
    assertThat(handOver("H49.30-261122-0001")).isEqualTo(first);
    assertThat(handOver("H49.30-261122-0002")).isNotEqualTo(first);
  }

  @Test
  void thePapersAreSentAfterwardsAndMustBeWhatTheirHashSays() throws Exception {
    var code = handOver("H49.30-261122-0003");
    var paper = "/electricity/requests/" + code + "/papers/" + sha256(LEASE);
    assertThat(mvc.put().uri(paper).content("Giấy khác")).hasStatus(400);
    assertThat(mvc.put().uri(paper).content(LEASE)).hasStatus(204);
    assertThat(mvc.put().uri(paper).content(LEASE)).hasStatus(204);
    assertThat(send(application("H49.30-261122-0003")))
        .bodyJson()
        .extractingPath("$.missingPapers")
        .asArray()
        .isEmpty();
    assertThat(mvc.put().uri("/electricity/requests/" + code + "/papers/" + sha256(new byte[1])))
        .hasStatus(404);
    assertThat(mvc.get().uri("/electricity/desk/" + code + "/papers/" + sha256(LEASE)))
        .hasStatusOk()
        .body()
        .isEqualTo(LEASE);
  }

  @Test
  void theCompanyMovesARequestOnAndEverybodyWithTheCodeCanFollow() throws Exception {
    var code = handOver("H49.30-261122-0004");
    for (var stage : new String[] {"SURVEYED", "OFFERED", "CONTRACTED", "ENERGISED"}) {
      assertThat(move(code, stage, "")).hasStatus(302);
    }
    assertThat(mvc.get().uri("/electricity/requests/" + code))
        .bodyJson()
        .isLenientlyEqualTo(
            """
            {"documentCode": "%s", "dossier": "H49.30-261122-0004", "stage": "ENERGISED",
             "ended": true}
            """
                .formatted(code))
        .extractingPath("$.history[*].en")
        .asArray()
        .containsExactly(
            "Request received",
            "Premises surveyed",
            "Offer of supply made",
            "Contract signed",
            "Meter fitted, power on");
    assertThat(mvc.get().uri("/electricity/follow?code=" + code))
        .bodyText()
        .contains("Đã lắp công tơ và đóng điện")
        .doesNotContain("Nguyễn Thị Mai");
    assertThat(mvc.get().uri("/electricity/desk/" + code))
        .bodyText()
        .contains("Nguyễn Thị Mai", "Điều hòa", "4.900 W");
  }

  @Test
  void stepsComeInTheirOrderAndTwoClicksAreOne() throws Exception {
    var code = handOver("H49.30-261122-0005");
    move(code, "CONTRACTED", "");
    move(code, "SURVEYED", "Hẹn sáng thứ Năm");
    move(code, "SURVEYED", "Hẹn sáng thứ Năm");
    assertThat(mvc.get().uri("/electricity/requests/" + code))
        .bodyJson()
        .extractingPath("$.history[*].stage")
        .asArray()
        .containsExactly("RECEIVED", "SURVEYED");
  }

  @Test
  void aRefusalNeedsAReasonAndEndsTheRequest() throws Exception {
    var code = handOver("H49.30-261122-0006");
    assertThat(move(code, "REFUSED", " "))
        .hasStatusOk()
        .bodyText()
        .contains("Hãy nêu lý do từ chối");
    move(code, "REFUSED", "Nhà nằm trong hành lang an toàn lưới điện");
    move(code, "SURVEYED", "");
    assertThat(mvc.get().uri("/electricity/requests/" + code))
        .bodyJson()
        .isLenientlyEqualTo("{\"stage\": \"REFUSED\", \"ended\": true}")
        .extractingPath("$.history[1].note")
        .isEqualTo("Nhà nằm trong hành lang an toàn lưới điện");
  }

  @Test
  void aLostReplyHasTakenTheRequestIn() throws Exception {
    suffer("REPLY_LOST");
    assertThat(send(application("H49.30-261122-0007"))).hasStatus(503);
    suffer("NONE");
    var code = handOver("H49.30-261122-0007");
    assertThat(mvc.get().uri("/electricity"))
        .bodyText()
        .containsOnlyOnce("href=\"/electricity/desk/" + code + "\"");
  }

  @Test
  void aCompanyThatIsOutOfOrderIsNoted() throws Exception {
    var code = handOver("H49.30-261122-0008");
    suffer("UNAVAILABLE");
    assertThat(mvc.get().uri("/electricity/requests/" + code)).hasStatus(503);
    suffer("GARBLED");
    assertThat(mvc.get().uri("/electricity/requests/" + code)).bodyText().startsWith("<html>");
    suffer("WRONG");
    assertThat(send(application("H49.30-261122-0008")))
        .bodyJson()
        .extractingPath("$.dossier")
        .isNotEqualTo("H49.30-261122-0008");
  }

  @Test
  void badInputAndUnknownCodesAreTold() {
    assertThat(send("{\"dossier\": \"H49.30-261122-0009\"}"))
        .hasStatus(400)
        .bodyText()
        .contains("'applicant' is missing");
    assertThat(mvc.get().uri("/electricity/requests/PC09-2611-999999")).hasStatus(404);
    assertThat(mvc.get().uri("/electricity/desk/PC09-2611-999999")).hasStatus(404);
    assertThat(mvc.get().uri("/electricity/follow?code=PC09-2611-999999"))
        .hasStatusOk()
        .bodyText()
        .contains("Không có yêu cầu mang mã này");
  }

  private String handOver(String dossier) throws Exception {
    var answer = send(application(dossier));
    assertThat(answer).hasStatusOk();
    return json.readTree(answer.getResponse().getContentAsByteArray())
        .path("documentCode")
        .asString();
  }

  private MvcTestResult send(String body) {
    return mvc.post()
        .uri("/electricity/requests")
        .contentType(MediaType.APPLICATION_JSON)
        .content(body)
        .exchange();
  }

  private MvcTestResult move(String code, String to, String note) {
    return mvc.post()
        .uri("/electricity/desk/" + code)
        .param("to", to)
        .param("note", note)
        .exchange();
  }

  private void suffer(String fault) {
    assertThat(
            mvc.put()
                .uri("/faults/electricity")
                .contentType(MediaType.APPLICATION_JSON)
                .content("{\"fault\": \"%s\"}".formatted(fault)))
        .hasStatus(204);
  }

  private static String application(String dossier) throws Exception {
    return """
    {"dossier": "%s", "service": "power-supply-low-voltage",
     "serviceName": "Cấp điện mới từ lưới điện hạ áp", "company": "Công ty Điện lực Quảng Ninh",
     "applicant": {"name": "Nguyễn Thị Mai", "phone": "+84912000001"},
     "answers": [{"title": "Mục đích và thiết bị",
       "rows": [{"name": "Mục đích dùng điện", "value": "Sinh hoạt"}],
       "tables": [{"name": "Thiết bị", "columns": ["Tên", "Công suất"],
                   "rows": [["Điều hòa", "1.200"]]}]}],
     "computed": {"load.watts": "4.900"},
     "papers": [{"paper": "Giấy tờ về địa điểm", "name": "hop-dong.pdf",
       "mediaType": "application/pdf", "size": 20, "sha256": "%s"}]}
    """
        .formatted(dossier, sha256(LEASE));
  }

  private static String sha256(byte[] content) throws Exception {
    return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(content));
  }
}
