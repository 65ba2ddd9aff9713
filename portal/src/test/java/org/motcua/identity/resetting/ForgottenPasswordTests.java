package org.motcua.identity.resetting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Set;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.motcua.identity.DemoPeople;
import org.motcua.identity.Factor;
import org.motcua.identity.LevelOfAssurance;
import org.motcua.identity.attempts.Levels;
import org.motcua.identity.model.AccountStore;
import org.motcua.identity.verifying.How;
import org.motcua.identity.verifying.Verifications;
import org.motcua.testing.Mailboxes;
import org.motcua.testing.MovableClock;
import org.motcua.testing.Phones;
import org.motcua.testing.Residents;
import org.motcua.testing.Residents.Resident;
import org.motcua.testing.Visitor;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;

@SpringBootTest
@AutoConfigureMockMvc
class ForgottenPasswordTests {

  private static final String HOME = "/forgotten-password";
  private static final String PASSWORD = "MotCua@2020";
  private static final String FRESH = "một câu thật dài và mới";
  private static final String CODE_WORDS = "mã đặt lại mật khẩu";
  private static final String NOBODY = "001099999998";
  private static final Set<Factor> BY_PHONE = Set.of(Factor.PASSWORD, Factor.SMS_CODE);
  private static final Pattern LINK = Pattern.compile("/not-me/[\\w-]+");
  private static final Pattern DIGITS = Pattern.compile("\\d{6}");

  @Autowired MockMvc mvc;
  @Autowired JdbcClient jdbc;
  @Autowired AccountStore accounts;
  @Autowired Verifications verifications;
  @Autowired Levels levels;
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
  void whoHasThePhoneSetsANewPasswordAndIsSignedOutEverywhere() {
    var van = resident();
    var elsewhere = visitor().signsIn(van.number(), PASSWORD, van.phone());
    var here = withCode(van);
    assertThat(here.location()).isEqualTo(HOME + "/new");
    assertThat(here.follows().page()).contains("Đặt mật khẩu mới");
    assertThat(here.submits(HOME + "/new", "password", "12345678").page()).contains("quá phổ biến");
    assertThat(here.submits(HOME + "/new", "password", "x" + van.number()).page())
        .contains("số định danh");
    sets(here);

    assertThat(elsewhere.opens("/my").location()).isEqualTo("/sign-in");
    assertThat(browsersOf(van)).as("this browser alone").isOne();
    assertThat(auditsOf(van, "identity.password-reset")).isOne();
    assertThat(Phones.awaitSmsWith("vừa được đặt lại", van.phone())).contains("/not-me/");
    assertThat(
            visitor()
                .opens("/sign-in")
                .submits("/sign-in", "name", van.number(), "password", PASSWORD)
                .page())
        .contains("lần thử");
    assertThat(visitor().signsIn(van.number(), FRESH, van.phone()).location()).isEqualTo("/my");
  }

  @Test
  void whoGuessesMeanwhileKeepsNobodyOutOfTheNewPassword() {
    var van = resident();
    var here = withCode(van).follows();
    sets(here);
    for (var host = 1; host <= 8; host++) {
      var stranger = visitor().from("192.0.2." + host).opens("/sign-in");
      for (var tries = 0; tries < 4; tries++) {
        stranger.submits("/sign-in", "name", van.number(), "password", "x" + tries);
      }
    }

    assertThat(
            visitor()
                .opens("/sign-in")
                .submits("/sign-in", "name", van.number(), "password", FRESH)
                .status())
        .isEqualTo(429);
    assertThat(here.signsIn(van.number(), FRESH, van.phone()).location()).isEqualTo("/my");
  }

  @Test
  void anEmailIsAskedForToo() {
    var van = resident();
    var email = "van." + van.number() + "@vidu.vn";
    jdbc.sql("update identity.account set email = :email where id = :id")
        .param("email", email)
        .param("id", van.id().value())
        .update();
    var here = withCode(van).follows();
    assertThat(here.location()).as("not the phone once more").isEqualTo("/sign-in/code");
    assertThat(here.submits(HOME + "/new", "password", FRESH).location())
        .as("no way around it")
        .isEqualTo(HOME + "/new");
    here.opens("/sign-in/code");
    here.submits("/sign-in/code", "code", Mailboxes.awaitCode("", email));
    assertThat(here.location()).isEqualTo(HOME + "/new");
    sets(here.follows());
    assertThat(Mailboxes.awaitMailWith("vừa được đặt lại", email)).contains("/not-me/");
    assertThat(here.opens("/my").location()).as("no session").isEqualTo("/sign-in");
  }

  @Test
  void nobodyLearnsWhoHasAnAccount() {
    var van = resident();
    var known = asks(van.number());
    var unknown = asks(NOBODY);
    assertThat(Phones.awaitSmsWith(CODE_WORDS, van.phone())).isNotEmpty();
    awaitCodes(2);
    assertThat(unknown.location()).isEqualTo(known.location());
    assertThat(words(unknown.follows())).isEqualTo(words(known.follows()));
    for (var tries = 0; tries < 6; tries++) {
      known.submits(HOME + "/code", "code", "000000");
      unknown.submits(HOME + "/code", "code", "000000");
      assertThat(unknown.status()).isEqualTo(known.status());
      assertThat(words(unknown)).isEqualTo(words(known));
    }
    known.submits(HOME + "/code/new");
    unknown.submits(HOME + "/code/new");
    assertThat(unknown.location()).isEqualTo(known.location());
    assertThat(unknown.opens("/sign-in/ways").location())
        .as("nothing to see before the code")
        .isEqualTo(known.opens("/sign-in/ways").location())
        .isEqualTo("/sign-in");
    assertThat(unknown.opens(HOME + "/new").location()).isEqualTo(HOME);
  }

  @Test
  void aNameIsGivenFewCodesAnHourWhetherItIsKnown() {
    var van = resident();
    for (var time = 0; time < 5; time++) {
      asks(van.number());
      asks(NOBODY);
    }
    assertThat(asks(van.number()).status()).isEqualTo(429);
    assertThat(asks(NOBODY).status()).isEqualTo(429);
  }

  @Test
  void theCodeIsGoodOnlyInTheBrowserThatAsked() {
    var van = resident();
    asks(van.number());
    var code = code(van);
    var thief = visitor().opens(HOME);
    assertThat(thief.submits(HOME + "/code", "code", code).location()).isEqualTo(HOME);
  }

  @Test
  void aPhoneThatHasJustBeenChangedDoesNot() {
    var van = resident();
    jdbc.sql(
            """
            insert into identity.account_change
              (id, account_id, kind, changed_at, stop_hash, stoppable_until)
            values (gen_random_uuid(), :id, 'PHONE', now(), :hash, now() + interval '72 hours')
            """)
        .param("id", van.id().value())
        .param("hash", van.number().getBytes(StandardCharsets.US_ASCII))
        .update();
    Phones.clear(van.phone());
    var here = asks(van.number());
    assertThat(Phones.awaitSms(van.phone())).contains("72 giờ").doesNotContain(CODE_WORDS);
    assertThat(here.follows().page()).contains("Nếu có tài khoản");

    clock.advance(Duration.ofHours(73));
    Phones.clear(van.phone());
    asks(van.number());
    assertThat(Phones.awaitSms(van.phone())).contains(CODE_WORDS);
  }

  @Test
  void officersGoToTheirAdministratorAndChildrenHaveNoPassword() {
    Phones.clear("+84912000101");
    asks("hongha.reception");
    assertThat(Phones.awaitSmsWith("cán bộ", "+84912000101")).contains("quản trị viên");

    var child = resident();
    jdbc.sql("update identity.account set password_hash = null where id = :id")
        .param("id", child.id().value())
        .update();
    jdbc.sql("delete from identity.account_name where account_id = :id and kind = 'PHONE'")
        .param("id", child.id().value())
        .update();
    Phones.clear(child.phone());
    var here = asks(child.number());
    awaitCodes(1);
    assertThat(Phones.unreadSms(child.phone())).isEmpty();
    assertThat(here.follows().page()).contains("Nếu có tài khoản");
  }

  @Test
  void theHolderTakesItBackByTheLink() {
    var van = resident();
    sets(withCode(van).follows());
    var found = LINK.matcher(Phones.awaitSmsWith("/not-me/", van.phone()));
    assertThat(found.find()).isTrue();
    visitor().opens(found.group()).submits(found.group());
    assertThat(visitor().signsIn(van.number(), PASSWORD, van.phone()).location()).isEqualTo("/my");
  }

  @Test
  void whoShowedNothingButThePhoneIsNoVerifiedPersonForThreeDays() {
    var van = resident();
    verifications.verified(van.id(), How.REGISTER, "system:test");
    assertThat(levels.of(van.id(), BY_PHONE)).isEqualTo(LevelOfAssurance.LOA3);
    sets(withCode(van).follows());
    assertThat(levels.of(van.id(), BY_PHONE)).isEqualTo(LevelOfAssurance.LOA2);
    assertThat(levels.of(van.id(), Set.of(Factor.CERTIFICATE))).isEqualTo(LevelOfAssurance.LOA3);
    clock.advance(Duration.ofHours(73));
    assertThat(levels.of(van.id(), BY_PHONE)).isEqualTo(LevelOfAssurance.LOA3);
  }

  @Test
  void theSecondOfTwoClicksSetsNothingMore() {
    var van = resident();
    var here = withCode(van).follows();
    var again = here.copy();
    sets(here);
    assertThat(again.submits(HOME + "/new", "password", "một câu khác hẳn").location())
        .isEqualTo(HOME + "/done");
    assertThat(auditsOf(van, "identity.password-reset")).isOne();
  }

  @Test
  void whoRemembersThePasswordMeanwhileSignsIn() {
    var van = resident();
    var here = withCode(van).opens("/sign-in");
    here.submits("/sign-in", "name", van.number(), "password", PASSWORD);
    assertThat(here.location()).isEqualTo("/my");
    assertThat(here.opens(HOME + "/new").location()).isEqualTo(HOME);
  }

  private static void sets(Visitor here) {
    assertThat(here.submits(HOME + "/new", "password", FRESH).location()).isEqualTo(HOME + "/done");
    assertThat(here.follows().page()).contains("Đã đặt mật khẩu mới");
  }

  /** With the code from the phone typed in. */
  private Visitor withCode(Resident resident) {
    Phones.clear(resident.phone());
    var here = asks(resident.number()).follows();
    return here.submits(HOME + "/code", "code", code(resident));
  }

  private static String code(Resident resident) {
    var found = DIGITS.matcher(Phones.awaitSmsWith(CODE_WORDS, resident.phone()));
    assertThat(found.find()).isTrue();
    return found.group();
  }

  private Visitor asks(String name) {
    return visitor().opens(HOME).submits(HOME, "name", name);
  }

  /** Until the jobs have kept the codes, of which not every one is sent. */
  private void awaitCodes(int many) {
    await()
        .atMost(Duration.ofSeconds(20))
        .until(
            () ->
                jdbc.sql(
                            """
                            select count(*) from platform.scheduled_tasks
                            where task_name = 'identity.send-reset-code'
                            """)
                        .query(Integer.class)
                        .single()
                    == 0);
    assertThat(
            jdbc.sql("select count(*) from identity.one_time_code").query(Integer.class).single())
        .isGreaterThanOrEqualTo(many);
  }

  private Resident resident() {
    var resident = Residents.withCitizenId(accounts);
    jdbc.sql(
            """
            update identity.account
            set password_hash = (select password_hash from identity.account where id = :mai)
            where id = :id
            """)
        .param("mai", DemoPeople.citizen("022190001234").value())
        .param("id", resident.id().value())
        .update();
    return resident;
  }

  private int browsersOf(Resident resident) {
    return jdbc.sql("select count(*) from identity.known_browser where account_id = :id")
        .param("id", resident.id().value())
        .query(Integer.class)
        .single();
  }

  private int auditsOf(Resident resident, String action) {
    return jdbc.sql(
            """
            select count(*) from platform.audit_entry where object_id = :id and action = :action
            """)
        .param("id", resident.id().toString())
        .param("action", action)
        .query(Integer.class)
        .single();
  }

  private static String words(Visitor visitor) {
    return visitor.page().replaceAll("name=\"_csrf\" value=\"[^\"]*\"", "");
  }

  private Visitor visitor() {
    return new Visitor(mvc);
  }
}
