package org.motcua.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import com.github.kagkarlsson.scheduler.SchedulerClient;
import com.github.kagkarlsson.scheduler.task.TaskInstanceId;
import com.microsoft.playwright.Page;
import java.time.Instant;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.motcua.identity.model.AccountStore;
import org.motcua.identity.model.Passwords;
import org.motcua.testing.Browser;
import org.motcua.testing.Phones;
import org.motcua.testing.Registers;
import org.motcua.testing.Registers.Fault;
import org.motcua.testing.Residents;
import org.motcua.testing.Residents.Resident;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * The base registers are out of order: down, slow, at odds with themselves or talking nonsense.
 * Whoever needs them reads in plain words what it means for him, keeps what he has typed, and is
 * done as soon as the register is back.
 */
@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT)
class RegistersJourney {

  private static final String PASSWORD = "một câu thật dài";
  private static final String VERIFICATION = "/my/account/verification";

  @RegisterExtension final Browser browser = new Browser();

  @Autowired private AccountStore accounts;
  @Autowired private Passwords passwords;
  @Autowired private SchedulerClient jobs;
  @Autowired private JdbcClient jdbc;

  @BeforeEach
  void everythingInOrder() {
    jdbc.sql("delete from platform.rate_limit where id like 'identity.%'").update();
    Registers.reset();
  }

  @AfterEach
  void everythingAnswersAgain() {
    Registers.reset();
  }

  @Test
  void downAndThenBackWhileNobodyWaits() {
    verify(browser.desktop(), Fault.UNAVAILABLE, Words.VIETNAMESE);
  }

  @Test
  void slowOnAPhone() {
    verify(browser.phone(), Fault.SLOW, Words.ENGLISH);
  }

  @Test
  void atOddsWithItselfOnAPhoneWithoutJavaScript() {
    verify(browser.phoneWithoutScript(), Fault.CONTRADICTORY, Words.VIETNAMESE);
  }

  @Test
  void talkingNonsense() {
    verify(browser.desktop(), Fault.GARBLED, Words.ENGLISH);
  }

  private record Words(
      String language,
      String verify,
      String waiting,
      String notYourFault,
      String askNow,
      String verified) {

    static final Words VIETNAMESE =
        new Words(
            "vi",
            "Đồng ý và xác thực",
            "Cơ quan được hỏi chưa trả lời",
            "không phải lỗi của bạn",
            "Hỏi lại ngay",
            "Bạn đã được xác thực");
    static final Words ENGLISH =
        new Words(
            "en",
            "Agree and verify",
            "The authority we asked has not answered",
            "it is no fault of yours",
            "Ask again now",
            "You are verified");
  }

  private void verify(Page page, Fault fault, Words words) {
    var van = Residents.known(accounts);
    accounts.setPassword(van.id(), passwords.hash(PASSWORD).orElseThrow());
    signIn(page, van);
    page.navigate(VERIFICATION + "?lang=" + words.language());
    look(page, "asked");

    Registers.fails(Registers.POPULATION, fault);
    new Form(page).press(words.verify());
    assertThat(page.locator("main").innerText())
        .contains(words.waiting(), words.notYourFault(), van.name(), van.number())
        .doesNotContain("503", "JSON", "Exception");
    look(page, "waiting-" + fault);
    new Form(page).press(words.askNow());
    assertThat(page.locator("main").innerText()).as("asking in vain").contains(words.waiting());

    Registers.mended(Registers.POPULATION);
    asksAgainByItself(van);
    Phones.awaitSmsWith(VERIFICATION, van.phone());
    page.navigate(VERIFICATION);
    assertThat(page.locator("main").innerText()).contains(words.verified());
    look(page, "verified");
  }

  @Test
  void anEnterprisesFormIsKeptWhileTheRegisterOfEnterprisesIsAway() {
    register(browser.desktop(), "0109007405", "+84912555501");
  }

  @Test
  void onAPhoneWithoutJavaScriptTheEnterprisesFormIsKeptToo() {
    register(browser.phoneWithoutScript(), "0109007412", "+84912555502");
  }

  private void register(Page page, String taxCode, String phone) {
    var name = "Công ty Mây Trắng " + taxCode;
    Registers.enterprise(taxCode, name, "ACTIVE", "022190001234", "Nguyễn Thị Mai");
    Registers.fails(Registers.ENTERPRISES, Fault.UNAVAILABLE);
    page.navigate("/register/enterprise");
    Phones.clear(phone);
    var form = new Form(page);
    form.type("taxCode", taxCode)
        .type("fullName", name)
        .type("phone", phone)
        .type("password", PASSWORD)
        .press("Nhận mã xác nhận");
    look(page, "enterprise-away");
    assertThat(page.locator("main").innerText()).contains("đang gián đoạn");
    assertThat(page.locator("[name=taxCode]").inputValue()).isEqualTo(taxCode);
    assertThat(page.locator("[name=fullName]").inputValue()).isEqualTo(name);

    Registers.mended(Registers.ENTERPRISES);
    form.type("password", PASSWORD).press("Nhận mã xác nhận");
    form.type("code", Phones.awaitCode(phone)).press("Xác nhận");
    assertThat(page.locator("main").innerText()).contains(name);
  }

  private static void signIn(Page page, Resident resident) {
    Phones.clear(resident.phone());
    page.navigate("/my");
    var form = new Form(page);
    form.type("name", resident.number()).type("password", PASSWORD).press("Tiếp tục");
    form.type("code", Phones.awaitCode(resident.phone())).press("Xác nhận");
    Phones.clear(resident.phone());
  }

  /** As its job does by itself after some time. */
  private void asksAgainByItself(Resident resident) {
    var request =
        jdbc.sql("select id from identity.verification_request where account_id = :id")
            .param("id", resident.id().value())
            .query(String.class)
            .single();
    jobs.reschedule(TaskInstanceId.of("identity.verify-person", request), Instant.now());
  }

  private static void look(Page page, String name) {
    page.waitForLoadState();
    Browser.assertAccessible(page);
    Browser.screenshot(page, "registers-" + name + "-" + page.viewportSize().width);
  }
}
