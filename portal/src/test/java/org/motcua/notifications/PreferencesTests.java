package org.motcua.notifications;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.motcua.testing.FormToken.csrf;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.LocalDateTime;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.motcua.identity.CurrentUser;
import org.motcua.identity.model.AccountStore;
import org.motcua.platform.clock.CountryTime;
import org.motcua.platform.outgoing.Delivery;
import org.motcua.platform.outgoing.Delivery.State;
import org.motcua.platform.outgoing.Outbox;
import org.motcua.platform.outgoing.Way;
import org.motcua.platform.sms.SmsGateway;
import org.motcua.testing.Enterprises;
import org.motcua.testing.Mailboxes;
import org.motcua.testing.MovableClock;
import org.motcua.testing.Phones;
import org.motcua.testing.Residents;
import org.motcua.testing.Residents.Resident;
import org.motcua.testing.SignedIn;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.springframework.transaction.support.TransactionTemplate;

@SpringBootTest
@AutoConfigureMockMvc
class PreferencesTests {

  private static final String PAGE = "/my/account/notices";
  private static final String CODE = "H26.19-201209-0007";

  @Autowired Notifications notifications;
  @Autowired Inbox inbox;
  @Autowired Outbox outbox;
  @Autowired SmsGateway sms;
  @Autowired AccountStore accounts;
  @Autowired TransactionTemplate transaction;
  @Autowired MockMvcTester mvc;
  @Autowired JdbcClient jdbc;
  @Autowired MovableClock clock;

  Resident van;

  @BeforeEach
  void aResident() {
    van = Residents.withCitizenId(accounts);
  }

  @AfterEach
  void resetClock() {
    clock.reset();
  }

  @Test
  void whoHasChosenNothingIsToldByPhoneAtOnceAndByMailWhereThereIsAnAddress() {
    send(NoticeKind.DOSSIERS);
    assertThat(Phones.awaitSmsWith(CODE, van.phone())).contains("có tin mới");
    assertThat(deliveries()).extracting(Delivery::way).containsExactly(Way.SMS);
    assertThat(page(van.user())).contains("Sẽ gửi khi bạn đã thêm và xác nhận địa chỉ");

    setEmail("van@motcua.example");
    send(NoticeKind.OTHER);
    var mail = Mailboxes.awaitMailWith(CODE, "van@motcua.example");
    assertThat(mail)
        .startsWith("Tin về hồ sơ " + CODE)
        .contains("Hồ sơ " + CODE + " có tin mới.", "http://localhost", "/my/dossiers", PAGE)
        .contains("<html lang=\"vi\">", "Xem chi tiết trên Cổng")
        .doesNotContain(van.name(), van.number(), van.phone());
    assertThat(page(van.user())).contains("van@motcua.example");
  }

  @Test
  void mailIsWrittenInTheLanguageOfTheAccount() {
    setEmail("van.en@motcua.example");
    jdbc.sql("update identity.account set language = 'ENGLISH' where id = :id")
        .param("id", van.id().value())
        .update();
    send(NoticeKind.DOSSIERS);
    assertThat(Mailboxes.awaitMailWith(CODE, "van.en@motcua.example"))
        .startsWith("News of dossier")
        .contains("<html lang=\"en\">", "See more on the portal");
    assertThat(Phones.awaitSmsWith(CODE, van.phone())).contains("there is news");
  }

  @Test
  void whatIsChosenIsKeptAndObeyedForEachKindOfNotice() {
    setEmail("van.chooses@motcua.example");
    assertThat(save("dossiers=MAIL&other=SMS&quiet=NO")).hasRedirectedUrl(PAGE + "?saved=yes");
    assertThat(page(van.user(), "?saved=yes")).contains("Đã lưu.");
    send(NoticeKind.DOSSIERS);
    assertThat(deliveries()).extracting(Delivery::way).containsExactly(Way.MAIL);
    send(NoticeKind.OTHER);
    assertThat(deliveries()).extracting(Delivery::way).containsExactly(Way.SMS);

    save("quiet=NO");
    send(NoticeKind.DOSSIERS);
    assertThat(deliveries()).isEmpty();
    assertThat(message()).contains("chỉ nằm trong hộp thư");
  }

  @Test
  void inQuietHoursAnSmsWaitsForTheMorningAndACodeDoesNot() {
    save("dossiers=SMS&quiet=YES&from=21:00&until=07:00");
    clock.moveTo(LocalDateTime.parse("2026-11-22T22:30:00").atZone(CountryTime.ZONE).toInstant());
    send(NoticeKind.DOSSIERS);
    assertThat(deliveries().getFirst().state()).isEqualTo(State.HELD);
    assertThat(message())
        .contains("Hoãn đến hết giờ yên tĩnh", "sẽ được gửi lúc 07:00 ngày 23/11/2026");

    transaction.executeWithoutResult(
        status -> sms.sendCode(van.phone(), "Mã: 123456", Duration.ofMinutes(5)));
    assertThat(Phones.awaitSms(van.phone())).contains("123456");
    assertThat(deliveries().getFirst().state()).isEqualTo(State.HELD);

    clock.moveTo(LocalDateTime.parse("2026-11-23T07:00:01").atZone(CountryTime.ZONE).toInstant());
    assertThat(Phones.awaitSms(van.phone())).contains(CODE);
    await().until(() -> deliveries().getFirst().state() == State.SENT);
    assertThat(message())
        .contains("SMS tới số …" + van.phone().substring(van.phone().length() - 3), "đã gửi lúc");
  }

  @Test
  void whatIsWrongIsToldAtItsFieldAndNothingIsKept() {
    assertThat(text(save("quiet=YES&from=21:00&until=21:00")))
        .contains("Giờ kết thúc phải khác giờ bắt đầu", "href=\"#until\"");
    assertThat(text(save("quiet=YES&from=&until=99:99")))
        .contains("Chọn giờ bắt đầu", "Chọn giờ kết thúc");
    assertThat(text(save("dossiers=SMS"))).contains("Chọn có giờ yên tĩnh hay không");
    assertThat(inTable()).isZero();
    assertThat(save("dossiers=SMS&dossiers=PIGEON&quiet=NO")).hasStatus3xxRedirection();
  }

  @Test
  void anEnterpriseChoosesToo() {
    var firm = Enterprises.saoVang();
    assertThat(page(firm)).contains("Cách nhận thông báo", "An toàn tài khoản".toLowerCase());
    var overview = mvc.get().uri("/my/account").with(SignedIn.as(firm)).exchange();
    assertThat(text(overview)).contains(PAGE);
  }

  private void send(NoticeKind kind) {
    var notice = new Notice("testing.notice", List.of(CODE), "/my/dossiers", kind);
    transaction.executeWithoutResult(status -> notifications.send(van.id(), notice));
  }

  /** Of the newest message. */
  private List<Delivery> deliveries() {
    return outbox.deliveriesOf(inbox.list(van.id(), null, 1).getFirst().id());
  }

  private String message() {
    var newest = inbox.list(van.id(), null, 1).getFirst().id();
    return text(mvc.get().uri("/my/inbox/" + newest).with(SignedIn.as(van.user())).exchange());
  }

  private MvcTestResult save(String fields) {
    var request = mvc.post().uri(PAGE).with(SignedIn.as(van.user())).with(csrf());
    for (var field : fields.split("&")) {
      var equals = field.indexOf('=');
      request = request.param(field.substring(0, equals), field.substring(equals + 1));
    }
    return request.exchange();
  }

  private String page(CurrentUser user) {
    return page(user, "");
  }

  private String page(CurrentUser user, String query) {
    return text(mvc.get().uri(PAGE + query).with(SignedIn.as(user)).exchange());
  }

  private void setEmail(String address) {
    jdbc.sql("update identity.account set email = :email where id = :id")
        .param("email", address)
        .param("id", van.id().value())
        .update();
  }

  private int inTable() {
    return jdbc.sql("select count(*) from notifications.preference where account_id = :id")
        .param("id", van.id().value())
        .query(Integer.class)
        .single();
  }

  private static String text(MvcTestResult result) {
    return new String(result.getResponse().getContentAsByteArray(), StandardCharsets.UTF_8);
  }
}
