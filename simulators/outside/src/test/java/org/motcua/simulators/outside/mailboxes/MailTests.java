package org.motcua.simulators.outside.mailboxes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.Transport;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeBodyPart;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.util.Properties;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.motcua.simulators.outside.OutsideTest;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

@OutsideTest
class MailTests {

  @Autowired MockMvcTester mvc;
  @Autowired SmtpDoor door;

  @AfterEach
  void endFaults() {
    suffer("NONE");
  }

  @Test
  void mailSentBySmtpIsInTheMailboxNewestFirst() throws MessagingException {
    send("mai@example.vn", "Mã xác thực", "Mã của bạn: 123456\nHết hạn sau 5 phút.");
    send("Mai@Example.vn", "Hồ sơ đã được tiếp nhận", "Xem http://localhost:8080/my/dossiers.");
    assertThat(mvc.get().uri("/api/mailboxes/mai@example.vn/messages"))
        .bodyJson()
        .extractingPath("$[1]")
        .asMap()
        .containsEntry("from", "Một Cửa <no-reply@motcua.example.vn>")
        .containsEntry("subject", "Mã xác thực")
        .containsEntry("text", "Mã của bạn: 123456\nHết hạn sau 5 phút.")
        .containsKeys("id", "receivedAt");
    assertThat(mvc.get().uri("/mailboxes/mai@example.vn"))
        .hasStatusOk()
        .bodyText()
        .containsSubsequence(
            "Hồ sơ đã được tiếp nhận",
            "href=\"http://localhost:8080/my/dossiers\"",
            "Mã xác thực",
            "<strong class=\"code\">123456</strong>");
    assertThat(mvc.get().uri("/mailboxes")).bodyText().contains("/mailboxes/mai@example.vn");
  }

  @Test
  void ofAMailInTwoFormsThePlainOneIsRead() throws MessagingException {
    var message = message("hung@example.vn", "Hai dạng");
    var html = new MimeBodyPart();
    html.setContent("<p>Chào <b>anh</b></p>", "text/html; charset=UTF-8");
    var plain = new MimeBodyPart();
    plain.setText("Chào anh", "UTF-8");
    message.setContent(new MimeMultipart("alternative", html, plain));
    Transport.send(message);
    assertThat(mvc.get().uri("/api/mailboxes/hung@example.vn/messages"))
        .bodyJson()
        .extractingPath("$[0].text")
        .isEqualTo("Chào anh");
  }

  @Test
  void filesThatCameWithAMailAreNamed() throws MessagingException {
    var message = message("lan@example.vn", "Biên lai");
    var words = new MimeBodyPart();
    words.setText("Biên lai gửi kèm", "UTF-8");
    var file = new MimeBodyPart();
    file.setContent("%PDF", "application/pdf");
    file.setFileName("bien-lai-0000001.pdf");
    message.setContent(new MimeMultipart("mixed", words, file));
    Transport.send(message);
    assertThat(mvc.get().uri("/mailboxes/lan@example.vn"))
        .bodyText()
        .contains("Biên lai gửi kèm", "bien-lai-0000001.pdf");
  }

  @Test
  void aMailboxThatNothingCameToIsEmpty() {
    assertThat(mvc.get().uri("/api/mailboxes/nobody@example.vn/messages"))
        .bodyJson()
        .isEqualTo("[]");
    assertThat(mvc.get().uri("/mailboxes/nobody@example.vn")).bodyText().contains("Chưa có thư");
    assertThat(mvc.get().uri("/mailboxes/nobody")).hasStatus(404);
    assertThat(mvc.get().uri("/api/mailboxes/nobody/messages")).hasStatus(400);
  }

  @Test
  void aMailServerThatIsOutOfOrderTakesNothing() {
    for (var fault : new String[] {"UNAVAILABLE", "GARBLED"}) {
      suffer(fault);
      assertThatThrownBy(() -> send("lost@example.vn", "mất", "mất"))
          .isInstanceOf(MessagingException.class);
    }
    assertNothingCameTo("lost@example.vn");
  }

  @Test
  void aWrongMailServerSaysYesAndLosesTheMail() throws MessagingException {
    suffer("WRONG");
    send("gone@example.vn", "mất", "mất");
    assertNothingCameTo("gone@example.vn");
  }

  @Test
  void aSlowMailServerDeliversInTheEnd() throws MessagingException {
    suffer("SLOW");
    send("slow@example.vn", "chậm", "chậm");
    assertThat(mvc.get().uri("/api/mailboxes/slow@example.vn/messages"))
        .bodyJson()
        .extractingPath("$[0].subject")
        .isEqualTo("chậm");
  }

  private void assertNothingCameTo(String address) {
    assertThat(mvc.get().uri("/api/mailboxes/" + address + "/messages")).bodyJson().isEqualTo("[]");
  }

  private void send(String to, String subject, String text) throws MessagingException {
    var message = message(to, subject);
    message.setText(text, "UTF-8");
    Transport.send(message);
  }

  private MimeMessage message(String to, String subject) throws MessagingException {
    var message = new MimeMessage(session());
    message.setFrom("=?UTF-8?Q?M=E1=BB=99t_C=E1=BB=ADa?= <no-reply@motcua.example.vn>");
    message.setRecipient(Message.RecipientType.TO, new InternetAddress(to));
    message.setSubject(subject, "UTF-8");
    return message;
  }

  private Session session() {
    var properties = new Properties();
    properties.put("mail.smtp.host", "127.0.0.1");
    properties.put("mail.smtp.port", String.valueOf(door.port()));
    return Session.getInstance(properties);
  }

  private void suffer(String fault) {
    assertThat(
            mvc.put()
                .uri("/faults/mail")
                .contentType(MediaType.APPLICATION_JSON)
                .content("{\"fault\": \"%s\"}".formatted(fault)))
        .hasStatus(204);
  }
}
