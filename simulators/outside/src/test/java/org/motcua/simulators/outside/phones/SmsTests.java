package org.motcua.simulators.outside.phones;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.motcua.simulators.outside.OutsideTest;
import org.motcua.simulators.outside.faults.Fault;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

@OutsideTest
class SmsTests {

  @Autowired MockMvcTester mvc;

  @AfterEach
  void endFaults() {
    choose(Fault.NONE);
  }

  @Test
  void aMessageIsCreatedOnceAndThenKnown() {
    var id = newId();
    assertThat(send(id, "0912000001", "Mã: 123456")).hasStatus(201);
    assertThat(send(id, "0912000001", "Mã: 123456")).hasStatus(200);
    assertThat(send(id, "0912000001", "Mã: 654321")).hasStatus(409);
  }

  @Test
  void aPhoneShowsItsMessagesNewestFirstAndRefreshesByItself() {
    send(newId(), "0912000002", "tin một");
    send(newId(), "+84 912 000 002", "tin hai <b>");
    assertThat(mvc.get().uri("/phones/0912000002"))
        .hasStatusOk()
        .bodyText()
        .containsSubsequence(
            "http-equiv=\"refresh\"", "0912 000 002", "tin hai &lt;b&gt;", "tin một");
    assertThat(mvc.get().uri("/phones")).bodyText().contains("/phones/0912000002", "tin hai");
  }

  @Test
  void programsReadAPhoneAsJson() {
    var id = newId();
    send(id, "0912000003", "Mã: 111222");
    assertThat(mvc.get().uri("/api/phones/0912000003/messages"))
        .bodyJson()
        .extractingPath("$[0]")
        .asMap()
        .containsEntry("id", id)
        .containsEntry("to", "0912000003")
        .containsEntry("text", "Mã: 111222")
        .containsKey("receivedAt");
    assertThat(mvc.get().uri("/api/phones/0999999999/messages")).bodyJson().isEqualTo("[]");
  }

  @Test
  void pagesSpeakBothLanguages() {
    assertThat(mvc.get().uri("/phones")).bodyText().contains("<html lang=\"vi\">", "Điện thoại");
    assertThat(mvc.get().uri("/phones?lang=en"))
        .bodyText()
        .contains("<html lang=\"en\">", "Phones");
    assertThat(mvc.get().uri("/faults?lang=en")).hasStatusOk().bodyText().contains("Out of order");
  }

  @Test
  void anUnavailableProviderTakesNothingIn() {
    choose(Fault.UNAVAILABLE);
    var id = newId();
    assertThat(send(id, "0912000004", "mất")).hasStatus(503);
    assertThat(mvc.get().uri("/faults")).bodyText().contains("Ngừng hoạt động", "sự cố này: 1.");
    choose(Fault.NONE);
    assertThat(send(id, "0912000004", "mất")).hasStatus(201);
  }

  @Test
  void aLostReplyLeavesTheMessageAndTheSecondAttemptFindsIt() {
    choose(Fault.REPLY_LOST);
    var id = newId();
    assertThat(send(id, "0912000005", "một lần")).hasStatus(503);
    choose(Fault.NONE);
    assertThat(send(id, "0912000005", "một lần")).hasStatus(200);
  }

  @Test
  void aSlowProviderDeliversInTheEnd() {
    choose(Fault.SLOW);
    assertThat(send(newId(), "0912000006", "chậm")).hasStatus(201);
  }

  @Test
  void aProviderThatAnswersWronglyTakesMessagesInThatNeverArrive() {
    choose(Fault.WRONG);
    assertThat(send(newId(), "0912000008", "mất hút")).hasStatus(201);
    assertThat(mvc.get().uri("/api/phones/0912000008/messages")).bodyJson().isEqualTo("[]");
  }

  @Test
  void badInputIsToldWhatIsWrong() {
    assertThat(send(newId(), "abc", "x")).hasStatus(400).bodyText().contains("phone number");
    assertThat(send("", "0912000001", "x")).hasStatus(400).bodyText().contains("'id' is missing");
    assertThat(send(newId(), "0912000001", "x".repeat(2001)))
        .hasStatus(400)
        .bodyText()
        .contains("more than 2000");
    assertThat(mvc.post().uri("/sms").contentType(MediaType.APPLICATION_JSON).content("{"))
        .hasStatus(400);
    assertThat(mvc.get().uri("/phones/abc")).hasStatus(404);
    assertThat(mvc.post().uri("/faults").param("sms", "FIRE")).hasStatus(400);
  }

  private MvcTestResult send(String id, String to, String text) {
    return mvc.post()
        .uri("/sms")
        .contentType(MediaType.APPLICATION_JSON)
        .content("{\"id\":\"%s\",\"to\":\"%s\",\"text\":\"%s\"}".formatted(id, to, text))
        .exchange();
  }

  private void choose(Fault fault) {
    assertThat(mvc.post().uri("/faults").param("sms", fault.name())).hasStatus(302);
  }

  private static String newId() {
    return UUID.randomUUID().toString();
  }
}
