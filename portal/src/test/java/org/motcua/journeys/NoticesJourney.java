package org.motcua.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import java.time.LocalDateTime;
import java.util.List;
import java.util.UUID;
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.motcua.identity.AccountId;
import org.motcua.notifications.Notice;
import org.motcua.notifications.Notifications;
import org.motcua.platform.clock.CountryTime;
import org.motcua.testing.Browser;
import org.motcua.testing.Mailboxes;
import org.motcua.testing.MovableClock;
import org.motcua.testing.Phones;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** Somebody asks for quiet nights, is told of something at night, and sees how far that is. */
@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT)
class NoticesJourney {

  private static final String PASSWORD = "một câu thật dài";

  @RegisterExtension final Browser browser = new Browser();

  @Autowired Notifications notifications;
  @Autowired TransactionTemplate transaction;
  @Autowired JdbcClient jdbc;
  @Autowired MovableClock clock;

  @BeforeEach
  void forgetEarlierTries() {
    jdbc.sql("delete from platform.rate_limit where id like 'identity.%'").update();
  }

  @AfterEach
  void resetClock() {
    clock.reset();
  }

  @Test
  void fromTheChoiceToTheMorning() {
    walk(browser::desktop, "022090008101", "+84912556101", "desktop");
  }

  @Test
  void onAPhoneWithoutJavaScriptTheSame() {
    walk(browser::phoneWithoutScript, "022090008202", "+84912556202", "phone");
  }

  private void walk(Supplier<Page> visitor, String number, String phone, String device) {
    var page = visitor.get();
    register(page, number, phone);
    page.navigate("/my/account");
    page.locator("a[href='/my/account/notices']").click();
    look(page, device, "first");
    var address = "an." + number + "@motcua.example";
    jdbc.sql("update identity.account set email = :email where citizen_id = :number")
        .param("email", address)
        .param("number", number)
        .update();

    page.navigate("/my/account/notices");
    var form = new Form(page);
    form.choose("quiet", "YES");
    page.locator("#until").selectOption("21:00");
    form.press("Lưu lựa chọn");
    assertThat(page.locator(".govuk-error-summary").innerText()).contains("phải khác giờ bắt đầu");
    look(page, device, "wrong");
    page.locator("#until").selectOption("07:00");
    form.press("Lưu lựa chọn");
    assertThat(page.locator("main").innerText()).contains("Đã lưu.");
    look(page, device, "saved");
    tellAtNight(number);

    page.navigate("/my/inbox");
    look(page, device, "inbox");
    page.locator("main a[href^='/my/inbox/']").first().click();
    assertThat(page.locator("main").innerText()).contains("sẽ được gửi lúc 07:00");
    look(page, device, "held");
    assertThat(Mailboxes.awaitMailWith("H26.19-201209-0009", address)).contains("/my/dossiers");
    clock.moveTo(LocalDateTime.parse("2026-11-24T07:00:01").atZone(CountryTime.ZONE).toInstant());
    Phones.awaitSmsWith("H26.19-201209-0009", phone);
    page.waitForCondition(
        () -> {
          page.reload();
          return page.locator(".mc-told").innerText().contains("đã gửi lúc");
        });
    look(page, device, "sent");
  }

  private void tellAtNight(String number) {
    clock.moveTo(LocalDateTime.parse("2026-11-23T22:30:00").atZone(CountryTime.ZONE).toInstant());
    var account =
        jdbc.sql("select id from identity.account where citizen_id = :number")
            .param("number", number)
            .query(UUID.class)
            .single();
    transaction.executeWithoutResult(
        status ->
            notifications.send(
                new AccountId(account),
                new Notice("testing.notice", List.of("H26.19-201209-0009"), "/my/dossiers")));
  }

  private void register(Page page, String number, String phone) {
    page.navigate("/register");
    Phones.clear(phone);
    var form = new Form(page);
    form.choose("numberKind", "citizenId")
        .type("number", number)
        .type("fullName", "Đặng Văn An")
        .date("born", "1", "2", "1990")
        .type("phone", phone)
        .type("password", PASSWORD)
        .press("Nhận mã xác nhận");
    form.type("code", Phones.awaitCode(phone)).press("Xác nhận");
  }

  private static void look(Page page, String device, String what) {
    Browser.assertAccessible(page);
    Browser.screenshot(page, "notices-" + what + "-" + device);
  }
}
