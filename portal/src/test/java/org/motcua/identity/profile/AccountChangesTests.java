package org.motcua.identity.profile;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.motcua.identity.AccountId;
import org.motcua.identity.DemoPeople;
import org.motcua.identity.MandateKind;
import org.motcua.identity.MandateScope;
import org.motcua.identity.Mandates;
import org.motcua.identity.NewMandate;
import org.motcua.identity.Power;
import org.motcua.identity.model.AccountState;
import org.motcua.identity.model.AccountStore;
import org.motcua.identity.verifying.How;
import org.motcua.identity.verifying.Verifications;
import org.motcua.platform.ids.NewId;
import org.motcua.testing.Citizens;
import org.motcua.testing.Clicks;
import org.motcua.testing.Mailboxes;
import org.motcua.testing.MovableClock;
import org.motcua.testing.Phones;
import org.motcua.testing.Registers;
import org.motcua.testing.Residents;
import org.motcua.testing.Residents.Resident;
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
  private static final String EMAIL = "/my/account/email";
  private static final String CITIZEN_ID = "/my/account/citizen-id";
  private static final Pattern LINK = Pattern.compile("/not-me/[\\w-]+");

  @Autowired MockMvc mvc;
  @Autowired MovableClock clock;
  @Autowired JdbcClient jdbc;
  @Autowired MockMvcTester clicks;
  @Autowired AccountStore accounts;
  @Autowired Verifications verifications;
  @Autowired Mandates mandates;

  @BeforeEach
  @AfterEach
  void asItWas() {
    forgetTries();
    jdbc.sql("delete from identity.passkey where credential = ''").update();
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
    Registers.reset();
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
  void anEmailIsConfirmedByACodeThereAndTheOneBeforeIsTold() {
    var hung = hung();
    assertThat(hung.opens(EMAIL).submits(EMAIL, "value", "hung ở nhà").page())
        .contains("địa chỉ thư điện tử");
    Phones.clear(OLD_PHONE);
    changesEmail(hung, "hung@vidu.vn");
    assertThat(hung.follows().page()).contains("hung@vidu.vn");
    assertThat(Phones.awaitSmsWith("/not-me/", OLD_PHONE)).contains("thư điện tử");

    clock.advance(Duration.ofMinutes(2));
    changesEmail(hung, "tran.hung@vidu.vn");
    var link = link(Mailboxes.awaitMailWith("/not-me/", "hung@vidu.vn"));
    visitor().opens(link).submits(link);
    assertThat(email()).as("taken back").isEqualTo("hung@vidu.vn");
  }

  @Test
  void anEmailMayGoWithoutAnother() {
    var hung = hung();
    changesEmail(hung, "hung@vidu.vn");
    hung.opens(EMAIL).submits(EMAIL + "/removal");
    assertThat(hung.follows().page()).doesNotContain("hung@vidu.vn");
    assertThat(Mailboxes.awaitMailWith("/not-me/", "hung@vidu.vn")).contains("Trần Văn Hùng");
  }

  @Test
  void theKeysThatAThiefHasAddedGoWithHisChangesAndTheHoldersOwnStay() {
    var account = DemoPeople.citizen(HUNG);
    var friend = Residents.withCitizenId(accounts);
    addPasskey(account, "Của Hùng");
    var own = mandates.grant(delegation(account, friend.id()), Citizens.hung());
    clock.advance(Duration.ofMinutes(1));
    var thief = hung();
    Phones.clear(OLD_PHONE);
    changesPhone(thief);
    var link = link(Phones.awaitSmsWith("/not-me/", OLD_PHONE));
    clock.advance(Duration.ofMinutes(1));
    addPasskey(account, "Của kẻ gian");
    var thiefs = mandates.grant(delegation(account, Citizens.hoa().id()), Citizens.hung());
    thief.opens("/my/account/closing");
    thief.submits("/my/account/closing", "password", PASSWORD, "agreed", "true");

    visitor().opens(link).submits(link);
    assertThat(
            jdbc.sql("select name from identity.passkey where account_id = :id")
                .param("id", account.value())
                .query(String.class)
                .list())
        .containsExactly("Của Hùng");
    assertThat(mandates.findStanding(thiefs.id())).isEmpty();
    assertThat(mandates.findStanding(own.id())).isPresent();
    assertThat(accounts.find(account).orElseThrow().state()).isEqualTo(AccountState.OPEN);
  }

  @Test
  void aNumberOfNineDigitsBecomesOneOfTwelveAndBothFindTheAccount() {
    var van = Residents.withFormerNumber(accounts);
    withPassword(van);
    var number = "022191" + van.number().substring(3);
    Registers.person(number, van.number(), van.name(), Residents.BORN.toString(), van.phone());
    var here = visitor().signsIn(van.number(), PASSWORD, van.phone()).opens(CITIZEN_ID);
    assertThat(here.page()).contains(van.number());
    assertThat(here.submits(CITIZEN_ID, "number", "12").page()).contains("12 chữ số");
    assertThat(here.submits(CITIZEN_ID, "number", HUNG).page()).contains("không cho biết");
    Phones.clear(van.phone());
    here.submits(CITIZEN_ID, "number", number);
    assertThat(here.location()).isEqualTo("/my/account?changed=citizen-id");
    assertThat(here.follows().page()).contains(number);
    assertThat(Phones.awaitSmsWith("/not-me/", van.phone())).contains("12 chữ số");
    assertThat(here.opens(CITIZEN_ID).location()).as("nothing left to change").isNotEmpty();

    for (var each : new String[] {van.number(), number}) {
      forgetTries();
      assertThat(visitor().signsIn(each, PASSWORD, van.phone()).location()).isEqualTo("/my");
    }
  }

  @Test
  void aRegisterThatIsAwayChangesNoNumber() {
    var van = Residents.withFormerNumber(accounts);
    withPassword(van);
    var here = visitor().signsIn(van.number(), PASSWORD, van.phone()).opens(CITIZEN_ID);
    Registers.fails(Registers.POPULATION, Registers.Fault.UNAVAILABLE);
    assertThat(here.submits(CITIZEN_ID, "number", "022191" + van.number().substring(3)).page())
        .contains("không trả lời");
    assertThat(here.opens("/my/account").page()).contains(van.number());
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

  private void changesEmail(Visitor hung, String email) {
    hung.opens(EMAIL);
    assertThat(hung.submits(EMAIL, "value", email).location()).isEqualTo(EMAIL + "/code");
    assertThat(hung.follows().page()).contains(email);
    hung.submits(EMAIL + "/code", "code", Mailboxes.awaitCode("mã", email));
    assertThat(hung.location()).isEqualTo("/my/account?changed=email");
  }

  private @Nullable String email() {
    return jdbc.sql("select email from identity.account where citizen_id = :id")
        .param("id", HUNG)
        .query(String.class)
        .single();
  }

  private void addPasskey(AccountId account, String name) {
    jdbc.sql(
            """
            insert into identity.passkey
              (id, account_id, credential_id, credential, name, sign_count, uv_initialized,
               backup_eligible, backed_up, transports, added_at)
            values (:id, :account, :credential, '', :name, 0, true, false, false, '{}', :now)
            """)
        .param("id", NewId.next())
        .param("account", account.value())
        .param("credential", name.getBytes(StandardCharsets.UTF_8))
        .param("name", name)
        .param("now", clock.instant().atOffset(ZoneOffset.UTC))
        .update();
  }

  private static NewMandate delegation(AccountId from, AccountId to) {
    return new NewMandate(
        MandateKind.DELEGATION, from, to, Set.of(Power.SEE), new MandateScope.All(), null);
  }

  private void withPassword(Resident resident) {
    jdbc.sql(
            """
            update identity.account
            set password_hash = (select password_hash from identity.account where id = :mai)
            where id = :id
            """)
        .param("mai", DemoPeople.citizen("022190001234").value())
        .param("id", resident.id().value())
        .update();
  }

  private void forgetTries() {
    jdbc.sql("delete from platform.rate_limit where id like 'identity.%'").update();
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
