package org.motcua.simulators.outside.registers;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.motcua.simulators.outside.OutsideTest;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

@OutsideTest
class RegistersTests {

  private static final String MAI =
      """
      {"number": "022190001234", "name": "Nguyễn Thị Mai", "dateOfBirth": "1990-03-27"}
      """;
  private static final String DEMO_ENTERPRISE =
      """
      {"taxCode": "5700123454"}
      """;

  @Autowired MockMvcTester mvc;

  @AfterEach
  void endFaults() {
    for (var register : new String[] {"population", "insurance", "phones", "enterprises"}) {
      suffer(register, "NONE");
    }
  }

  @Test
  void aPersonIsComparedAndNotTold() {
    assertThat(ask("population/person", MAI))
        .hasStatusOk()
        .bodyJson()
        .isStrictlyEqualTo(
            """
            {"found": true, "nameMatches": true, "dateOfBirthMatches": true,
             "number": "022190001234", "formerNumber": "101234567", "alive": true}
            """);
  }

  @Test
  void anotherNameOrDateDoesNotMatch() {
    assertThat(
            ask(
                "population/person",
                """
                {"number": "022190001234", "name": "Nguyễn Thị Mây", "dateOfBirth": "1990-03-28"}
                """))
        .bodyJson()
        .isLenientlyEqualTo(
            "{\"found\": true, \"nameMatches\": false, \"dateOfBirthMatches\": false}");
  }

  @Test
  void theFormerNumberFindsThePersonOfToday() {
    assertThat(
            ask(
                "population/person",
                """
                {"number": "100987654", "name": "Phạm Văn Đức", "dateOfBirth": "1992-07-14"}
                """))
        .bodyJson()
        .isLenientlyEqualTo("{\"nameMatches\": true, \"number\": \"022092004321\"}");
  }

  @Test
  void theDeadAreKnownAsDead() {
    assertThat(
            ask(
                "population/person",
                """
                {"number": "022055000111", "name": "Trần Văn Thành", "dateOfBirth": "1955-02-10"}
                """))
        .bodyJson()
        .isLenientlyEqualTo("{\"nameMatches\": true, \"alive\": false}");
  }

  @Test
  void anUnknownNumberIsNotFound() {
    assertThat(
            ask(
                "population/person",
                """
                {"number": "001190999999", "name": "Ai", "dateOfBirth": "1990-01-01"}
                """))
        .hasStatusOk()
        .bodyJson()
        .isLenientlyEqualTo("{\"found\": false}");
  }

  @Test
  void bothParentsHaveTheirChildren() {
    for (var parent : new String[] {"022190001234", "022088005678"}) {
      assertThat(ask("population/children", "{\"parent\": \"%s\"}".formatted(parent)))
          .bodyJson()
          .isStrictlyEqualTo(
              """
              {"children": [
                {"number": "022318000123", "name": "Trần Bảo An", "dateOfBirth": "2018-05-04",
                 "gender": "FEMALE"},
                {"number": "022221000456", "name": "Trần Minh Khôi", "dateOfBirth": "2021-09-12",
                 "gender": "MALE"}]}
              """);
    }
  }

  @Test
  void childrenOfAgeAreNotTold() {
    assertThat(ask("population/children", "{\"parent\": \"022170004444\"}"))
        .bodyJson()
        .extractingPath("$.children[*].name")
        .asArray()
        .containsExactly("Đinh Gia Hân");
  }

  @Test
  void theInsuranceRegisterNamesTheCitizen() {
    assertThat(
            ask(
                "insurance/person",
                """
                {"number": "2213004567", "name": "Lê Thị Hoa", "dateOfBirth": "1985-08-19"}
                """))
        .bodyJson()
        .isStrictlyEqualTo(
            """
            {"found": true, "nameMatches": true, "dateOfBirthMatches": true,
             "citizenId": "022185003456"}
            """);
  }

  @Test
  void anOperatorSaysWhetherNotWho() {
    assertThat(ask("phones/owner", phone("+84912000001", "022190001234")))
        .bodyJson()
        .isStrictlyEqualTo("{\"known\": true, \"owner\": true}");
    assertThat(ask("phones/owner", phone("+84912000007", "022099003333")))
        .bodyJson()
        .isStrictlyEqualTo("{\"known\": true, \"owner\": false}");
    assertThat(ask("phones/owner", phone("+84999999999", "022190001234")))
        .bodyJson()
        .isStrictlyEqualTo("{\"known\": false, \"owner\": false}");
  }

  @Test
  void aContractMadeWithTheFormerNumberIsThePersonsToo() {
    assertThat(ask("phones/owner", phone("0912000004", "022092004321")))
        .bodyJson()
        .isLenientlyEqualTo("{\"owner\": true}");
  }

  @Test
  void anEnterpriseComesWithItsHeads() {
    assertThat(ask("enterprises/enterprise", DEMO_ENTERPRISE))
        .bodyJson()
        .isLenientlyEqualTo(
            """
            {"found": true, "name": "Công ty TNHH Sao Vàng", "state": "ACTIVE",
             "representatives": [
               {"citizenId": "022088005678", "name": "Trần Văn Hùng", "position": "Giám đốc"}]}
            """);
  }

  @Test
  void whoeverAsksSaysWhyAndTheLogShowsIt() {
    var request = UUID.randomUUID().toString();
    ask("population/person", MAI, request, "verification");
    assertThat(mvc.get().uri("/api/enquiries?about=022190001234"))
        .bodyJson()
        .extractingPath("$[0]")
        .asMap()
        .containsEntry("register", "POPULATION")
        .containsEntry("purpose", "verification")
        .containsEntry("request", request)
        .containsEntry("answer", "MATCHES");
    assertThat(mvc.get().uri("/registers/log")).bodyText().contains("verification", request);
    assertThat(mvc.get().uri("/registers/citizens/022190001234"))
        .bodyText()
        .contains("Nguyễn Thị Mai", "Trần Bảo An", "0912 000 001", request);
  }

  @Test
  void whoeverDoesNotSayWhyGetsNoAnswer() {
    assertThat(ask("population/person", MAI, UUID.randomUUID().toString(), ""))
        .hasStatus(400)
        .bodyText()
        .contains("X-Purpose");
    assertThat(ask("population/person", MAI, "1", "verification"))
        .hasStatus(400)
        .bodyText()
        .contains("X-Request-Id");
  }

  @Test
  void badInputIsToldWhatIsWrong() {
    assertThat(ask("population/person", "{\"number\": \"022190001234\"}"))
        .hasStatus(400)
        .bodyText()
        .contains("'name' is missing");
    assertThat(
            ask(
                "insurance/person",
                "{\"number\": \"2213004567\", \"name\": \"A\", \"dateOfBirth\": \"19/8/1985\"}"))
        .hasStatus(400)
        .bodyText()
        .contains("'dateOfBirth' is no date");
    assertThat(ask("phones/owner", phone("nobody", "022190001234"))).hasStatus(400);
  }

  @Test
  void eachRegisterFailsByItself() {
    suffer("population", "UNAVAILABLE");
    assertThat(ask("population/person", MAI)).hasStatus(503);
    assertThat(ask("enterprises/enterprise", DEMO_ENTERPRISE)).hasStatusOk();
    suffer("population", "SLOW");
    assertThat(ask("population/person", MAI)).hasStatusOk();
    suffer("population", "GARBLED");
    assertThat(ask("population/person", MAI)).bodyText().startsWith("<html>");
  }

  @Test
  void aWrongRegisterContradictsEverybody() {
    for (var register : new String[] {"population", "phones", "enterprises"}) {
      suffer(register, "WRONG");
    }
    assertThat(ask("population/person", MAI))
        .bodyJson()
        .isLenientlyEqualTo("{\"found\": true, \"nameMatches\": false}");
    assertThat(ask("phones/owner", phone("0912000001", "022190001234")))
        .bodyJson()
        .isLenientlyEqualTo("{\"known\": true, \"owner\": false}");
    assertThat(ask("enterprises/enterprise", DEMO_ENTERPRISE))
        .bodyJson()
        .isLenientlyEqualTo("{\"state\": \"DISSOLVED\", \"representatives\": []}");
  }

  @Test
  void onlyFaultsThatAServiceHasCanBeChosen() {
    assertThat(putFault("population", "REPLY_LOST")).hasStatus(400);
    assertThat(putFault("weather", "NONE")).hasStatus(404);
  }

  @Test
  void anybodyCanBeEnteredAndCorrected() {
    assertThat(enter("Phan Văn Mới", "2000-02-29")).hasStatus(302);
    assertThat(enter("Phan Văn Mới", "2000-02-28")).hasStatus(302);
    assertThat(
            ask(
                "population/person",
                """
                {"number": "001200012345", "name": "Phan Văn Mới", "dateOfBirth": "2000-02-28"}
                """))
        .bodyJson()
        .isLenientlyEqualTo("{\"nameMatches\": true, \"dateOfBirthMatches\": true}");
    assertThat(ask("phones/owner", phone("0987654321", "001200012345")))
        .bodyJson()
        .isLenientlyEqualTo("{\"owner\": true}");
    assertThat(mvc.get().uri("/registers?q=phan văn mới"))
        .bodyText()
        .contains("/registers/citizens/001200012345");
  }

  @Test
  void aWrongEntryComesBackWithWhatWasTyped() {
    assertThat(enter("", "2000-02-30"))
        .hasStatus(422)
        .bodyText()
        .contains("Hãy nhập họ và tên", "Hãy chọn ngày sinh", "value=\"001200012345\"");
  }

  @Test
  void anEnterpriseCanBeEntered() {
    assertThat(
            mvc.post()
                .uri("/registers/enterprises")
                .param("taxCode", "0100109106")
                .param("name", "Công ty Thử Nghiệm")
                .param("state", "ACTIVE")
                .param("address", "Hà Nội")
                .param("citizenId", "022190001234")
                .param("representative", "Nguyễn Thị Mai")
                .param("position", "Giám đốc"))
        .hasStatus(302);
    assertThat(ask("enterprises/enterprise", "{\"taxCode\": \"0100109106\"}"))
        .bodyJson()
        .isLenientlyEqualTo("{\"found\": true, \"name\": \"Công ty Thử Nghiệm\"}");
    assertThat(mvc.get().uri("/registers/enterprises?lang=en"))
        .bodyText()
        .contains("Công ty Thử Nghiệm", "Dissolved");
  }

  private MvcTestResult enter(String name, String born) {
    return mvc.post()
        .uri("/registers/citizens")
        .param("number", "001200012345")
        .param("name", name)
        .param("dateOfBirth", born)
        .param("gender", "MALE")
        .param("phone", "0987 654 321")
        .exchange();
  }

  private MvcTestResult ask(String question, String body) {
    return ask(question, body, UUID.randomUUID().toString(), "test");
  }

  private MvcTestResult ask(String question, String body, String request, String purpose) {
    return mvc.post()
        .uri("/registers/" + question)
        .contentType(MediaType.APPLICATION_JSON)
        .header("X-Request-Id", request)
        .header("X-Purpose", purpose)
        .content(body)
        .exchange();
  }

  private void suffer(String service, String fault) {
    assertThat(putFault(service, fault)).hasStatus(204);
  }

  private MvcTestResult putFault(String service, String fault) {
    return mvc.put()
        .uri("/faults/" + service)
        .contentType(MediaType.APPLICATION_JSON)
        .content("{\"fault\": \"%s\"}".formatted(fault))
        .exchange();
  }

  private static String phone(String phone, String citizenId) {
    return "{\"phone\": \"%s\", \"citizenId\": \"%s\"}".formatted(phone, citizenId);
  }
}
