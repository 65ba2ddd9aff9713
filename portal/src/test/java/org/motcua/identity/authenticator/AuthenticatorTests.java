package org.motcua.identity.authenticator;

import static org.assertj.core.api.Assertions.assertThat;

import com.eatthepath.otp.TimeBasedOneTimePasswordGenerator;
import java.security.InvalidKeyException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.regex.Pattern;
import javax.crypto.spec.SecretKeySpec;
import org.bouncycastle.util.encoders.Base32;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.motcua.testing.AtOnce;
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
class AuthenticatorTests {

  private static final String MAI = "022190001234";
  private static final String PASSWORD = "MotCua@2020";
  private static final String PHONE = Citizens.MAI_PHONE;
  private static final String HOME = "/my/account/authenticator";
  private static final Pattern SECRET = Pattern.compile("mc-enrol__secret\"[^>]*>([A-Z2-7 ]+)<");
  private static final Pattern RECOVERY_CODE = Pattern.compile("<li>(\\d{5} \\d{5})</li>");

  @Autowired MockMvc mvc;
  @Autowired MovableClock clock;
  @Autowired JdbcClient jdbc;

  @BeforeEach
  void forgetEarlierTries() {
    jdbc.sql("delete from platform.rate_limit where id like 'identity.%'").update();
    Phones.clear(PHONE);
  }

  @AfterEach
  void forgetTheApp() {
    jdbc.sql("delete from identity.authenticator").update();
    jdbc.sql("delete from identity.authenticator_enrolment").update();
    jdbc.sql("delete from identity.recovery_code").update();
    clock.reset();
  }

  @Test
  void anAppIsEnrolledByACodeOfItsOwnAndTakesThePlaceOfTheTextMessage() {
    var mai = mai();
    var secret = begins(mai);
    Phones.clear(PHONE);
    var page = mai.submits(HOME + "/enrolment/confirmation", "code", code(secret)).page();
    assertThat(page).contains("Đã gắn ứng dụng xác thực", "Mã dự phòng");
    assertThat(recoveryCodes(page)).hasSize(10).doesNotHaveDuplicates();
    assertThat(Phones.awaitSmsWith("ứng dụng xác thực", PHONE))
        .contains("ứng dụng xác thực", "18001096");
    assertThat(mai.opens(HOME).page()).contains("Còn 10 trên 10 mã");

    clock.advance(Duration.ofSeconds(30));
    var later = atTheSecondFactor();
    var typed = code(secret);
    assertThat(
            later
                .submits(
                    "/sign-in/authenticator",
                    "code",
                    typed.substring(0, 3) + " " + typed.substring(3))
                .location())
        .isEqualTo("/my");
    assertThat(Phones.unreadCode(PHONE)).as("no code by text message").isEmpty();
  }

  @Test
  void aWrongCodeEnrolsNothingAndTheSecretStays() {
    var mai = mai();
    var secret = begins(mai);
    var wrong = code(secret).equals("000000") ? "000001" : "000000";
    assertThat(mai.submits(HOME + "/enrolment/confirmation", "code", wrong).page())
        .contains("Mã không khớp", secret);
    assertThat(mai.submits(HOME + "/enrolment/confirmation", "code", "abc").page())
        .contains("đúng 6 chữ số", secret);
    assertThat(begins(mai)).as("begun once more").isEqualTo(secret);
    clock.advance(Duration.ofMinutes(31));
    assertThat(mai().opens(HOME + "/enrolment").location())
        .as("half an hour later")
        .isEqualTo(HOME);
  }

  @Test
  void aSecondClickOnConfirmShowsNoCodesAgain() {
    var mai = mai();
    var secret = begins(mai);
    mai.submits(HOME + "/enrolment/confirmation", "code", code(secret));
    assertThat(mai.submits(HOME + "/enrolment/confirmation", "code", code(secret)).location())
        .isEqualTo(HOME);
    assertThat(mai.opens(HOME + "/enrolment/confirmation").location()).isEqualTo(HOME);
  }

  @Test
  void aCodeServesOnceWhoeverListened() {
    var secret = enrolled();
    clock.advance(Duration.ofSeconds(30));
    var code = code(secret);
    var mai = atTheSecondFactor();
    var thief = atTheSecondFactor();
    assertThat(mai.submits("/sign-in/authenticator", "code", code).location()).isEqualTo("/my");
    assertThat(thief.submits("/sign-in/authenticator", "code", code).page())
        .contains("không đúng hoặc đã dùng rồi");
  }

  @Test
  void theCodeThatEnrolledTheAppServesNoMore() {
    var secret = enrolled();
    assertThat(atTheSecondFactor().submits("/sign-in/authenticator", "code", code(secret)).page())
        .contains("không đúng hoặc đã dùng rồi");
  }

  @Test
  void ofTwoWhoTypeTheSameCodeAtTheSameMomentOneIsLetIn() {
    var secret = enrolled();
    clock.advance(Duration.ofSeconds(30));
    var code = code(secret);
    var mai = atTheSecondFactor();
    var thief = atTheSecondFactor();
    var both =
        AtOnce.both(
            () -> mai.submits("/sign-in/authenticator", "code", code).location(),
            () -> thief.submits("/sign-in/authenticator", "code", code).location());
    assertThat(both).containsExactlyInAnyOrder("/my", "");
  }

  @Test
  void fiveWrongCodesPauseTheAppForAQuarterOfAnHourAndOtherWaysStayOpen() {
    var secret = enrolled();
    clock.advance(Duration.ofSeconds(30));
    var guesser = atTheSecondFactor();
    for (var left = 4; left > 0; left--) {
      assertThat(guesser.submits("/sign-in/authenticator", "code", wrong(secret)).page())
          .contains("Bạn còn " + left + " lần thử");
    }
    guesser.submits("/sign-in/authenticator", "code", wrong(secret));
    assertThat(guesser.status()).isEqualTo(429);
    assertThat(guesser.page()).contains("hãy thử lại sau 15 phút");
    assertThat(guesser.submits("/sign-in/authenticator", "code", code(secret)).page())
        .as("even the right one")
        .contains("hãy thử lại sau");

    var mai = atTheSecondFactor();
    Phones.clear(PHONE);
    mai.submits("/sign-in/ways", "factor", "SMS_CODE").follows();
    assertThat(mai.submits("/sign-in/code", "code", Phones.awaitCode(PHONE)).location())
        .isEqualTo("/my");

    clock.advance(Duration.ofMinutes(15));
    var later = atTheSecondFactor();
    assertThat(later.submits("/sign-in/authenticator", "code", wrong(secret)).page())
        .as("five new tries")
        .contains("Bạn còn 4 lần thử");
    assertThat(later.submits("/sign-in/authenticator", "code", code(secret)).location())
        .isEqualTo("/my");
  }

  @Test
  void aRecoveryCodeServesOnceAndTheOwnerHearsOfIt() {
    var mai = mai();
    var codes =
        recoveryCodes(
            mai.submits(HOME + "/enrolment/confirmation", "code", code(begins(mai))).page());
    assertThat(Phones.awaitSmsWith("vừa gắn ứng dụng", PHONE)).contains("vừa gắn ứng dụng");
    assertThat(
            atTheSecondFactor()
                .submits("/sign-in/authenticator", "code", codes.getFirst())
                .location())
        .isEqualTo("/my");
    assertThat(Phones.awaitSmsWith("mã dự phòng", PHONE)).contains("mã dự phòng", "còn 9 mã");
    assertThat(
            atTheSecondFactor().submits("/sign-in/authenticator", "code", codes.getFirst()).page())
        .contains("không đúng hoặc đã dùng rồi");
  }

  @Test
  void newRecoveryCodesEndTheOldOnes() {
    var mai = mai();
    var old =
        recoveryCodes(
            mai.submits(HOME + "/enrolment/confirmation", "code", code(begins(mai))).page());
    var fresh = recoveryCodes(mai.submits(HOME + "/recovery-codes").page());
    assertThat(fresh).hasSize(10).doesNotContainAnyElementsOf(old);
    var later = atTheSecondFactor();
    assertThat(later.submits("/sign-in/authenticator", "code", old.getLast()).page())
        .contains("không đúng");
    assertThat(later.submits("/sign-in/authenticator", "code", fresh.getLast()).location())
        .isEqualTo("/my");
  }

  @Test
  void aRemovedAppIsAskedForNoMore() {
    var mai = mai();
    mai.submits(HOME + "/enrolment/confirmation", "code", code(begins(mai)));
    assertThat(mai.opens(HOME + "/removal").page()).contains("Gỡ ứng dụng xác thực?");
    mai.submits(HOME + "/removal");
    assertThat(mai.follows().page()).contains("Đã gỡ ứng dụng xác thực");
    assertThat(mai.submits(HOME + "/removal").status()).as("a second click").isEqualTo(302);
    var later = visitor().opens("/sign-in");
    later.submits("/sign-in", "name", MAI, "password", PASSWORD);
    assertThat(later.location()).isEqualTo("/sign-in/code");
    Phones.awaitCode(PHONE);
    assertThat(
            later
                .opens("/sign-in/authenticator")
                .submits("/sign-in/authenticator", "code", "123456")
                .location())
        .isEqualTo("/sign-in");
  }

  @Test
  void beforeThePasswordNobodyIsAskedForACode() {
    enrolled();
    assertThat(visitor().opens("/sign-in/authenticator").location()).isEqualTo("/sign-in");
  }

  @Test
  void neitherSecretNorRecoveryCodesLieReadableInTheDatabase() {
    var mai = mai();
    var secret = begins(mai);
    var codes =
        recoveryCodes(mai.submits(HOME + "/enrolment/confirmation", "code", code(secret)).page());
    var bytes = HexFormat.of().formatHex(Base32.decode(secret.replace(" ", "")));
    var rows =
        jdbc.sql(
                """
                select a::text from identity.authenticator a
                union all select r::text from identity.recovery_code r
                """)
            .query(String.class)
            .list();
    assertThat(rows)
        .hasSize(11)
        .noneMatch(row -> row.contains(bytes))
        .noneMatch(row -> codes.stream().anyMatch(code -> row.contains(code.replace(" ", ""))));
  }

  private String enrolled() {
    var mai = mai();
    var secret = begins(mai);
    mai.submits(HOME + "/enrolment/confirmation", "code", code(secret));
    return secret;
  }

  private String begins(Visitor mai) {
    var page = mai.opens(HOME).submits(HOME + "/enrolment").follows().page();
    var secret = SECRET.matcher(page);
    assertThat(secret.find()).as("the secret in %s", page).isTrue();
    return secret.group(1);
  }

  private String code(String secret) {
    try {
      return new TimeBasedOneTimePasswordGenerator()
          .generateOneTimePasswordString(
              new SecretKeySpec(Base32.decode(secret.replace(" ", "")), "HmacSHA1"),
              clock.instant());
    } catch (InvalidKeyException e) {
      throw new AssertionError(e);
    }
  }

  /** Not that of the step before or after either. */
  private String wrong(String secret) {
    var right = new ArrayList<String>();
    for (var aside = -30; aside <= 30; aside += 30) {
      clock.advance(Duration.ofSeconds(aside));
      right.add(code(secret));
      clock.advance(Duration.ofSeconds(-aside));
    }
    return List.of("000000", "111111", "222222", "333333").stream()
        .filter(code -> !right.contains(code))
        .findFirst()
        .orElseThrow();
  }

  private static List<String> recoveryCodes(String page) {
    return RECOVERY_CODE.matcher(page).results().map(found -> found.group(1)).toList();
  }

  private Visitor atTheSecondFactor() {
    var mai = visitor().opens("/sign-in");
    mai.submits("/sign-in", "name", MAI, "password", PASSWORD);
    assertThat(mai.location()).isEqualTo("/sign-in/authenticator");
    return mai.follows();
  }

  private Visitor mai() {
    return visitor().signsIn(MAI, PASSWORD, PHONE);
  }

  private Visitor visitor() {
    return new Visitor(mvc);
  }
}
