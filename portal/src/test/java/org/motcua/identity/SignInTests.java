package org.motcua.identity;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.motcua.testing.Citizens;
import org.motcua.testing.MovableClock;
import org.motcua.testing.Phones;
import org.motcua.testing.Visitor;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;

@SpringBootTest
@AutoConfigureMockMvc
class SignInTests {

  private static final String MAI = "022190001234";
  private static final String PASSWORD = "MotCua@2020";
  private static final String PHONE = Citizens.MAI_PHONE;

  @Autowired MockMvc mvc;
  @Autowired MovableClock clock;
  @Autowired JdbcClient jdbc;

  @BeforeEach
  void forgetEarlierTries() {
    jdbc.sql("delete from identity.failed_sign_in").update();
    jdbc.sql("delete from platform.rate_limit where id like 'identity.%'").update();
    Phones.clear(PHONE);
  }

  @AfterEach
  void resetClock() {
    clock.reset();
  }

  @Test
  void aCitizenSignsInWithNumberPasswordAndCode() {
    var mai = visitor().signsIn(MAI, PASSWORD, PHONE);
    assertThat(mai.location()).isEqualTo("/my");
    assertThat(mai.follows().page())
        .contains("Nguyễn Thị Mai", MAI, "0912 000 001", "27/03/1990", "Phường Hồng Hà");
  }

  @Test
  void theNumberMayBeTypedWithSpaces() {
    assertThat(visitor().signsIn("022 190 001 234", PASSWORD, PHONE).location()).isEqualTo("/my");
  }

  @Test
  void aCitizenSignsInBySocialInsuranceNumberAndAnEnterpriseByTaxCode() {
    assertThat(visitor().signsIn("2213004567", PASSWORD, "+84912000003").follows().page())
        .contains("Lê Thị Hoa");
    assertThat(visitor().signsIn("5700123454", PASSWORD, "+84912000010").follows().page())
        .contains("Công ty TNHH Sao Vàng");
  }

  @Test
  void anOfficerIsLedToTheDesk() {
    assertThat(visitor().signsIn("HongHa.Reception", PASSWORD, "+84912000101").location())
        .isEqualTo("/desk");
  }

  @Test
  void aWrongCodeSaysHowManyTriesAreLeftAndFiveMakeItUseless() {
    var mai = atTheCode();
    var code = Phones.awaitCode(PHONE);
    var wrong = code.equals("000000") ? "111111" : "000000";
    for (var left = 4; left > 0; left--) {
      assertThat(mai.submits("/sign-in/code", "code", wrong).page())
          .contains("Bạn còn " + left + " lần thử");
    }
    assertThat(mai.submits("/sign-in/code", "code", wrong).page()).contains("Đã nhập sai 5 lần");
    assertThat(mai.submits("/sign-in/code", "code", code).page()).contains("Đã nhập sai 5 lần");
  }

  @Test
  void lettersInsteadOfACodeCostNoTry() {
    var mai = atTheCode();
    assertThat(mai.submits("/sign-in/code", "code", "abc").page()).contains("đúng 6 chữ số");
    var code = Phones.awaitCode(PHONE);
    assertThat(mai.submits("/sign-in/code", "code", code.substring(0, 3) + " " + code.substring(3)))
        .returns("/my", Visitor::location);
  }

  @Test
  void aCodeExpiresAfterFiveMinutesAndANewOneServes() {
    var mai = atTheCode();
    var old = Phones.awaitCode(PHONE);
    clock.advance(Duration.ofMinutes(5));
    assertThat(mai.submits("/sign-in/code", "code", old).page()).contains("hết hiệu lực");
    assertThat(mai.submits("/sign-in/code/new").follows().page()).contains("Đã gửi mã mới");
    assertThat(mai.submits("/sign-in/code", "code", Phones.awaitCode(PHONE)).location())
        .isEqualTo("/my");
  }

  @Test
  void aNewCodeIsSentOnlyAfterAMinuteAndEndsTheOldOne() {
    var mai = atTheCode();
    var old = Phones.awaitCode(PHONE);
    assertThat(mai.submits("/sign-in/code/new").page()).contains("Bạn có thể yêu cầu mã mới sau");
    clock.advance(Duration.ofSeconds(61));
    mai.submits("/sign-in/code/new");
    var fresh = Phones.awaitCode(PHONE);
    if (!fresh.equals(old)) {
      assertThat(mai.submits("/sign-in/code", "code", old).page()).contains("không đúng");
    }
    assertThat(mai.submits("/sign-in/code", "code", fresh).location()).isEqualTo("/my");
  }

  @Test
  void aCodeServesOnlyInTheBrowserThatAskedForIt() {
    atTheCode();
    var thief = visitor().from("198.51.100.9").opens("/sign-in");
    assertThat(thief.submits("/sign-in/code", "code", Phones.awaitCode(PHONE)).location())
        .isEqualTo("/sign-in");
    assertThat(thief.opens("/my").location()).isEqualTo("/sign-in");
  }

  @Test
  void aSecondClickOnConfirmIsAnsweredLikeTheFirst() {
    var mai = atTheCode();
    var code = Phones.awaitCode(PHONE);
    var secondClick = mai.copy();
    assertThat(mai.submits("/sign-in/code", "code", code).location()).isEqualTo("/my");
    assertThat(secondClick.submits("/sign-in/code", "code", code).location()).isEqualTo("/my");
    assertThat(secondClick.follows().page()).contains("Nguyễn Thị Mai");
    assertThat(secondClick.session()).isEqualTo(mai.session());
  }

  @Test
  void aMinuteLaterTheSameCodeOpensNothing() {
    var mai = atTheCode();
    var code = Phones.awaitCode(PHONE);
    var later = mai.copy();
    mai.submits("/sign-in/code", "code", code);
    clock.advance(Duration.ofMinutes(2));
    assertThat(later.submits("/sign-in/code", "code", code).location()).isEqualTo("/sign-in");
  }

  @Test
  void aSecondClickOnSignInSendsNoSecondCode() {
    var mai = visitor().opens("/sign-in");
    mai.submits("/sign-in", "name", MAI, "password", PASSWORD);
    mai.submits("/sign-in", "name", MAI, "password", PASSWORD);
    var code = Phones.awaitCode(PHONE);
    assertThat(mai.submits("/sign-in/code", "code", code).location()).isEqualTo("/my");
    assertThat(Phones.unreadCode(PHONE)).isEmpty();
  }

  @Test
  void fiveWrongPasswordsPauseThisAccountAtThisAddressAlone() {
    var guesser = visitor().from("198.51.100.7").opens("/sign-in");
    for (var left = 4; left > 0; left--) {
      assertThat(guesser.submits("/sign-in", "name", MAI, "password", "wrong" + left).page())
          .contains("Bạn còn " + left + " lần thử");
    }
    guesser.submits("/sign-in", "name", MAI, "password", "wrong");
    assertThat(guesser.status()).isEqualTo(429);
    assertThat(guesser.page()).contains("hãy thử lại sau 15 phút");
    assertThat(guesser.submits("/sign-in", "name", MAI, "password", PASSWORD).page())
        .as("even the right password")
        .contains("hãy thử lại sau");

    assertThat(visitor().signsIn(MAI, PASSWORD, PHONE).location())
        .as("its owner elsewhere")
        .isEqualTo("/my");

    clock.advance(Duration.ofMinutes(16));
    assertThat(guesser.submits("/sign-in", "name", MAI, "password", PASSWORD).location())
        .isEqualTo("/sign-in/code");
  }

  @Test
  void anUnknownAccountIsToldTheSame() {
    var stranger = visitor().from("198.51.100.8").opens("/sign-in");
    for (var left = 4; left > 0; left--) {
      assertThat(stranger.submits("/sign-in", "name", "001099999999", "password", "x").page())
          .contains("Bạn còn " + left + " lần thử");
    }
    assertThat(stranger.submits("/sign-in", "name", "001099999999", "password", "x").page())
        .contains("hãy thử lại sau 15 phút");
  }

  @Test
  void signingInGivesANewSessionSoThatAPlantedOneIsWorthNothing() {
    var mai = visitor().opens("/my").follows();
    var planted = mai.session();
    assertThat(planted).isNotEmpty();
    var attacker = mai.copy();
    mai.submits("/sign-in", "name", MAI, "password", PASSWORD);
    mai.submits("/sign-in/code", "code", Phones.awaitCode(PHONE));
    assertThat(mai.session()).isNotEqualTo(planted);
    assertThat(attacker.opens("/my").location()).isEqualTo("/sign-in");
  }

  @Test
  void whoWasSentToSignInComesBackToThePageAskedFor() {
    var mai = visitor().opens("/my/inbox?before=0198c0de-0000-7000-8000-000000000000");
    assertThat(mai.location()).isEqualTo("/sign-in");
    mai.signsIn(MAI, PASSWORD, PHONE);
    assertThat(mai.location()).startsWith("/my/inbox?before=0198c0de-0000-7000-8000-000000000000");
  }

  @Test
  void anOfficerWhoCameByACitizensAddressIsLedToTheDesk() {
    var officer = visitor().opens("/my/inbox").signsIn("hongha.leader", PASSWORD, "+84912000103");
    assertThat(officer.location()).isEqualTo("/desk");
  }

  @Test
  void aRedirectNeverLeavesThePortal() {
    var mai = visitor().opens("/my//evil.example");
    assertThat(mai.signsIn(MAI, PASSWORD, PHONE).location()).startsWith("/my");
  }

  @Test
  void signingOutTwiceIsSigningOutOnce() {
    var mai = visitor().signsIn(MAI, PASSWORD, PHONE).follows();
    var again = mai.copy();
    assertThat(mai.submits("/sign-out").location()).isEqualTo("/signed-out");
    assertThat(again.submits("/sign-out").location()).isEqualTo("/signed-out");
    assertThat(mai.opens("/my").location()).isEqualTo("/sign-in");
  }

  @Test
  void aFormWithoutItsTokenIsRefused() {
    var forger = visitor().opens("/sign-in").forgets("motcua_form");
    assertThat(forger.submits("/sign-in", "name", MAI, "password", PASSWORD).status())
        .isEqualTo(403);
  }

  @Test
  void neitherPhoneNorCodeLieReadableInTheDatabase() {
    atTheCode();
    var code = Phones.awaitCode(PHONE);
    var rows =
        jdbc.sql(
                "select p::text from identity.one_time_code p union all select p::text from"
                    + " identity.attempt p")
            .query(String.class)
            .list();
    assertThat(rows).isNotEmpty().noneMatch(row -> row.contains(code) || row.contains("912000001"));
  }

  private Visitor atTheCode() {
    var mai = visitor().opens("/sign-in");
    mai.submits("/sign-in", "name", MAI, "password", PASSWORD).follows();
    assertThat(mai.page()).contains("Nhập mã xác nhận", "••• ••• 001");
    return mai;
  }

  private Visitor visitor() {
    return new Visitor(mvc);
  }
}
