package org.motcua.identity.profile;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.motcua.identity.model.AccountStore;
import org.motcua.identity.verifying.How;
import org.motcua.identity.verifying.Verifications;
import org.motcua.testing.Clicks;
import org.motcua.testing.MovableClock;
import org.motcua.testing.Phones;
import org.motcua.testing.Registers;
import org.motcua.testing.Residents;
import org.motcua.testing.Visitor;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

@SpringBootTest
@AutoConfigureMockMvc
class AccountChangesTests {

  private static final String HUNG = "022088005678";
  private static final String PASSWORD = "MotCua@2020";
  private static final String OLD_PHONE = "+84912000002";
  private static final String NEW_PHONE = "+84912777002";
  private static final Pattern LINK = Pattern.compile("/not-me/[\\w-]+");

  @Autowired MockMvc mvc;
  @Autowired MovableClock clock;
  @Autowired JdbcClient jdbc;
  @Autowired MockMvcTester clicks;
  @Autowired AccountStore accounts;
  @Autowired Verifications verifications;

  @BeforeEach
  void asItWas() {
    jdbc.sql("delete from platform.rate_limit where id like 'identity.%'").update();
    jdbc.sql("delete from identity.one_time_code").update();
    jdbc.sql("delete from identity.account_change").update();
    jdbc.sql("update identity.account set phone = :phone, email = null where citizen_id = :id")
        .param("phone", OLD_PHONE)
        .param("id", HUNG)
        .update();
  }

  @AfterEach
  void resetClock() {
    clock.reset();
  }

  @Test
  void theOverviewSaysHowSureThePortalIsAndLinksToAllParts() {
    assertThat(hung().opens("/my/account").page())
        .contains("Trần Văn Hùng", HUNG, "Bạn đã cho thấy hai điều", "0912 000 002")
        .contains("/my/account/devices", "/my/account/accesses", "/my/account/password");
  }

  @Test
  void aNewPhoneIsConfirmedByACodeThereAndToldToTheOldOne() {
    var hung = hung();
    Phones.clear(OLD_PHONE);
    changesPhone(hung);
    assertThat(hung.follows().page()).contains("Đã đổi số điện thoại", "0912 777 002");
    assertThat(Phones.awaitSmsWith("/not-me/", OLD_PHONE)).contains("vừa được đổi");
    assertThat(visitor().signsIn(HUNG, PASSWORD, NEW_PHONE).location()).isEqualTo("/my");
  }

  @Test
  void aWrongCodeChangesNothing() {
    var hung = hung().opens("/my/account/phone");
    hung.submits("/my/account/phone", "value", "0912 777 002");
    var code = Phones.awaitCode(NEW_PHONE);
    var wrong = code.equals("000000") ? "111111" : "000000";
    assertThat(hung.submits("/my/account/phone/code", "code", wrong).page())
        .contains("Bạn còn 4 lần thử");
    assertThat(hung.opens("/my/account").page()).contains("0912 000 002");
  }

  @Test
  void whoTypesNoPhoneOrHisOwnIsToldSo() {
    var hung = hung().opens("/my/account/phone");
    assertThat(hung.submits("/my/account/phone", "value", "12").page())
        .contains("Hãy nhập số điện thoại di động");
    assertThat(hung.submits("/my/account/phone", "value", "0912000002").page())
        .contains("Đây là số điện thoại hiện nay của bạn");
  }

  @Test
  void theOldPhoneStopsTheChangeAndEverythingAfterItAndSignsOutEverywhere() {
    var thief = hung();
    Phones.clear(OLD_PHONE);
    changesPhone(thief);
    var link = link(Phones.awaitSmsWith("/not-me/", OLD_PHONE));
    clock.advance(Duration.ofMinutes(1));
    thief.opens("/my/account/password");
    assertThat(
            thief
                .submits("/my/account/password", "current", PASSWORD, "fresh", "kẻ gian đổi rồi")
                .location())
        .contains("changed=password");

    clock.advance(Duration.ofHours(70));
    var hung = visitor().opens(link);
    assertThat(hung.page()).contains("Số điện thoại của tài khoản đã được đổi lúc");
    assertThat(hung.submits(link).page()).contains("Đã hủy thay đổi");
    assertThat(hung.submits(link).page()).contains("đã được hủy trước đó");
    assertThat(thief.opens("/my").location()).isEqualTo("/sign-in");
    Phones.clear(OLD_PHONE);
    assertThat(visitor().signsIn(HUNG, PASSWORD, OLD_PHONE).location()).isEqualTo("/my");
  }

  @Test
  void afterSeventyTwoHoursItIsTooLate() {
    var hung = hung();
    Phones.clear(OLD_PHONE);
    changesPhone(hung);
    var link = link(Phones.awaitSmsWith("/not-me/", OLD_PHONE));
    clock.advance(Duration.ofHours(73));
    assertThat(visitor().opens(link).page()).contains("Liên kết không còn dùng được");
    assertThat(visitor().opens("/not-me/nothing").page()).contains("Liên kết không còn dùng được");
  }

  @Test
  void aNewPasswordNeedsTheOldOneAndSignsOutOtherDevices() {
    var elsewhere = hung();
    var hung = hung().opens("/my/account/password");
    assertThat(
            hung.submits("/my/account/password", "current", "sai", "fresh", "một câu dài").page())
        .contains("Mật khẩu hiện nay không đúng");
    assertThat(
            hung.submits("/my/account/password", "current", PASSWORD, "fresh", "matkhau123").page())
        .contains("quá phổ biến");
    hung.submits("/my/account/password", "current", PASSWORD, "fresh", "một câu dài");
    assertThat(hung.follows().page()).contains("Đã đổi mật khẩu");
    assertThat(elsewhere.opens("/my").location()).isEqualTo("/sign-in");
    hung.opens("/my/account/password");
    hung.submits("/my/account/password", "current", "một câu dài", "fresh", PASSWORD);
    assertThat(hung.location()).contains("changed=password");
  }

  @Test
  void theLanguageOfPagesAndMessagesChangesTogether() {
    var hung = hung().opens("/my/account");
    hung.submits("/my/account/language", "language", "ENGLISH");
    assertThat(hung.follows().page()).contains("The language has been changed");
    hung.submits("/my/account/language", "language", "VIETNAMESE");
    assertThat(hung.follows().page()).contains("Đã đổi ngôn ngữ");
  }

  @Test
  void whoIsVerifiedStaysSoWithTheNumberForLifeAndNoLongerWhenItIsTakenBack() {
    var van = Residents.withFormerNumber(accounts);
    verifications.verified(van.id(), How.COUNTER, van.user().actor());
    var forLife = "022191" + van.number().substring(3);
    Registers.person(forLife, van.number(), van.name(), Residents.BORN.toString(), van.phone());

    assertThat(Clicks.of(van.user(), clicks).send("/my/account/citizen-id", "number", forLife))
        .hasRedirectedUrl("/my/account?changed=citizen-id");
    assertThat(verifications.isVerified(van.id())).as("the register has said who it is").isTrue();

    var link = link(Phones.awaitSmsWith("/not-me/", van.phone()));
    assertThat(visitor().opens(link).submits(link).page()).contains("Đã hủy thay đổi");
    assertThat(verifications.isVerified(van.id())).as("of the other number, nobody has").isFalse();
  }

  private void changesPhone(Visitor hung) {
    hung.opens("/my/account/phone");
    assertThat(hung.submits("/my/account/phone", "value", "0912 777 002").location())
        .isEqualTo("/my/account/phone/code");
    assertThat(hung.follows().page()).contains("0912 777 002");
    hung.submits("/my/account/phone/code", "code", Phones.awaitCode(NEW_PHONE));
    assertThat(hung.location()).isEqualTo("/my/account?changed=phone");
  }

  private static String link(String sms) {
    var found = LINK.matcher(sms);
    assertThat(found.find()).as(sms).isTrue();
    return found.group();
  }

  private Visitor hung() {
    return visitor().signsIn(HUNG, PASSWORD, OLD_PHONE);
  }

  private Visitor visitor() {
    return new Visitor(mvc);
  }
}
