package org.motcua.identity;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Objects;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.motcua.platform.sessions.SessionBeginning;
import org.motcua.testing.CertificateAuthority;
import org.motcua.testing.CertificateAuthority.Holder;
import org.motcua.testing.Citizens;
import org.motcua.testing.MovableClock;
import org.motcua.testing.Phones;
import org.motcua.testing.Registers;
import org.motcua.testing.Visitor;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.session.Session;
import org.springframework.session.SessionRepository;
import org.springframework.test.web.servlet.MockMvc;

/** A browser that asks for the password only, and what more is asked for when it matters. */
@SpringBootTest
@AutoConfigureMockMvc
class StepUpTests {

  private static final String MAI = "022190001234";
  private static final String PASSWORD = "MotCua@2020";
  private static final String PHONE = Citizens.MAI_PHONE;
  private static final String BIRTH = "birth-registration";

  @Autowired MockMvc mvc;
  @Autowired MovableClock clock;
  @Autowired JdbcClient jdbc;
  @Autowired SessionRepository<? extends Session> sessions;

  @BeforeEach
  @AfterEach
  void forgetEarlierTries() {
    clock.reset();
    jdbc.sql("delete from identity.failed_sign_in").update();
    jdbc.sql("delete from identity.known_browser").update();
    jdbc.sql("delete from platform.rate_limit where id like 'identity.%'").update();
    jdbc.sql("delete from identity.certificate").update();
    notVerified();
    Registers.reset();
    Phones.clear(PHONE);
  }

  @Test
  void aBrowserCalledOnesOwnAsksForThePasswordOnlyForThirtyDays() {
    var mai = signedInTrusting();
    signInAgain(mai);
    assertThat(mai.location()).isEqualTo("/my");
    assertThat(mai.follows().page()).contains("Nguyễn Thị Mai");
    assertThat(Phones.unreadCode(PHONE)).isEmpty();

    clock.advance(Duration.ofDays(31));
    signInAgain(mai);
    assertThat(mai.location()).isEqualTo("/sign-in/code");
    Phones.awaitCode(PHONE);
  }

  @Test
  void anotherBrowserIsNotTrustedWithIt() {
    signedInTrusting();
    clock.advance(Duration.ofMinutes(2));
    var elsewhere = visitor().opens("/sign-in");
    elsewhere.submits("/sign-in", "name", MAI, "password", PASSWORD);
    assertThat(elsewhere.location()).isEqualTo("/sign-in/code");
    Phones.awaitCode(PHONE);
  }

  @Test
  void anOfficersBrowserIsNeverTrusted() {
    var officer = visitor().opens("/sign-in");
    for (var round = 0; round < 2; round++) {
      Phones.clear("+84912000101");
      officer.opens("/sign-in");
      officer.submits(
          "/sign-in", "name", "hongha.reception", "password", PASSWORD, "trust", "true");
      assertThat(officer.location()).isEqualTo("/sign-in/code");
      officer.submits("/sign-in/code", "code", Phones.awaitCode("+84912000101"));
      assertThat(officer.location()).isEqualTo("/desk");
      officer.submits("/sign-out");
      clock.advance(Duration.ofMinutes(2));
    }
  }

  @Test
  void whatNeedsMoreThanAPasswordAsksForTheRestAndThenGoesOn() {
    var mai = signedInTrusting();
    signInAgain(mai);

    mai.opens("/services/" + BIRTH).submits("/my/dossiers", "service", BIRTH, "another", "true");
    assertThat(mai.location()).isEqualTo("/step-up");
    assertThat(mai.follows().page()).contains("Cần xác nhận thêm", "vẫn được giữ");

    assertThat(mai.submits("/step-up").location()).isEqualTo("/sign-in/code");
    mai.submits("/sign-in/code", "code", Phones.awaitCode(PHONE));
    assertThat(mai.location()).startsWith("/my/dossiers");
    assertThat(mai.follows().location())
        .as("the form is sent once more by itself")
        .startsWith("/my/dossiers/");
    assertThat(mai.follows().status()).isIn(200, 302);
  }

  @Test
  void showingMoreMakesNobodysDayLonger() {
    var mai = signedInTrusting();
    signInAgain(mai);
    jdbc.sql("update platform.session set creation_time = creation_time - 11 * 3600000").update();
    mai.opens("/services/" + BIRTH).submits("/my/dossiers", "service", BIRTH, "another", "true");
    mai.follows().submits("/step-up");
    mai.submits("/sign-in/code", "code", Phones.awaitCode(PHONE));
    assertThat(mai.opens("/my/account/devices").page()).contains("Thiết bị này");
    assertThat(beginning(mai)).isBefore(Instant.now().minus(Duration.ofHours(11)));
  }

  /** When this browser's session began, wherever it has gone since. */
  private Instant beginning(Visitor visitor) {
    var id = new String(Base64.getDecoder().decode(visitor.session()), StandardCharsets.UTF_8);
    return SessionBeginning.of(Objects.requireNonNull(sessions.findById(id))).at();
  }

  @Test
  void whatNeedsAVerifiedPersonGoesOnAfterSigningWithTheAccountsCertificate() {
    var holder = CertificateAuthority.TRUSTED.issue("Nguyễn Thị Mai", "CMND:" + MAI);
    signs(visitor(), holder);
    clock.advance(Duration.ofMinutes(2));
    var mai = asksForAnEnterprise(visitor().signsIn(MAI, PASSWORD, PHONE));
    assertThat(mai.page())
        .contains("Ký một lần bằng chứng thư số", "href=\"/sign-in/certificate\"");
    signs(mai, holder);
    enterpriseIsLookedFor(mai);
  }

  @Test
  void whatNeedsAVerifiedPersonGoesOnAfterTheVerification() {
    var mai = asksForAnEnterprise(visitor().signsIn(MAI, PASSWORD, PHONE));
    assertThat(mai.page()).doesNotContain("Ký một lần bằng chứng thư số");
    assertThat(mai.opens("/my/account/verification").page()).contains("sẽ quay lại đúng chỗ");
    assertThat(mai.submits("/my/account/verification").follows().page())
        .contains("Tiếp tục việc đang làm", "href=\"/step-up\"");
    mai.opens("/step-up");
    enterpriseIsLookedFor(mai);
  }

  @Test
  void whatNeedsAVerifiedPersonGoesOnAfterACertificateWasAdded() {
    var mai = asksForAnEnterprise(visitor().signsIn(MAI, PASSWORD, PHONE));
    assertThat(mai.page()).contains("href=\"/my/account/certificates/new\"");
    var holder = CertificateAuthority.TRUSTED.issue("Nguyễn Thị Mai", "CMND:" + MAI);
    mai.opens("/my/account/certificates/new");
    mai.submits("/my/account/certificates", signature(mai, holder));
    assertThat(mai.follows().page())
        .contains("Đã thêm chứng thư số", "Tiếp tục việc đang làm", "href=\"/step-up\"");
    mai.opens("/step-up");
    enterpriseIsLookedFor(mai);
  }

  /** Founding an enterprise's account needs a verified person; no register knows this one. */
  private static Visitor asksForAnEnterprise(Visitor mai) {
    mai.opens("/my/enterprises/new").submits("/my/enterprises", "taxCode", "0300588569");
    assertThat(mai.location()).isEqualTo("/step-up");
    return mai.follows();
  }

  /** The kept form is sent once more by itself. */
  private static void enterpriseIsLookedFor(Visitor mai) {
    assertThat(mai.location()).startsWith("/my/enterprises");
    assertThat(mai.follows().page()).contains("không có mã số thuế này", "0300588569");
  }

  private static Visitor signs(Visitor who, Holder holder) {
    who.opens("/sign-in/certificate");
    return who.submits("/sign-in/certificate", signature(who, holder));
  }

  private static String[] signature(Visitor who, Holder holder) {
    var asked = found("name=\"asked\" value=\"([^\"]+)\"", who);
    var text = found("id=\"text\"[^>]*>\\s*([^<]+)</textarea>", who);
    return new String[] {"asked", asked, "signature", holder.signs(text)};
  }

  private static String found(String pattern, Visitor who) {
    var found = Pattern.compile(pattern).matcher(who.page());
    assertThat(found.find()).as("%s in %s", pattern, who.page()).isTrue();
    return found.group(1);
  }

  private void notVerified() {
    for (var table : List.of("verification", "verification_request")) {
      jdbc.sql("delete from identity." + table + " where account_id = :id")
          .param("id", Citizens.mai().id().value())
          .update();
    }
  }

  @Test
  void aSecondWayIsChosenAndLedTo() {
    jdbc.sql("update identity.account set email = 'mai@example.vn' where citizen_id = :mai")
        .param("mai", MAI)
        .update();
    try {
      var mai = visitor().opens("/sign-in");
      mai.submits("/sign-in", "name", MAI, "password", PASSWORD);
      Phones.awaitCode(PHONE);
      assertThat(mai.opens("/sign-in/ways").page())
          .contains("Nhận mã qua tin nhắn", "Nhận mã qua thư điện tử");
      assertThat(mai.submits("/sign-in/ways", "factor", "EMAIL_CODE").location())
          .isEqualTo("/sign-in/code");
      assertThat(mai.follows().page()).contains("m•••@example.vn");
    } finally {
      jdbc.sql("update identity.account set email = null where citizen_id = :mai")
          .param("mai", MAI)
          .update();
    }
  }

  @Test
  void nobodySeesWaysBeforeAPassword() {
    assertThat(visitor().opens("/sign-in/ways").location()).isEqualTo("/sign-in");
  }

  @Test
  void onesOwnPhoneNumberServesAsNameToo() {
    assertThat(visitor().signsIn("0912 000 001", PASSWORD, PHONE).location()).isEqualTo("/my");
    clock.advance(Duration.ofMinutes(2));
    assertThat(visitor().signsIn("+84 912 000 001", PASSWORD, PHONE).location()).isEqualTo("/my");
  }

  @Test
  void manyTriesFromAllOverTheWorldShutOutStrangersButNotTheOwner() {
    var owner = visitor().signsIn(MAI, PASSWORD, PHONE);
    owner.submits("/sign-out");
    for (var host = 1; host <= 31; host++) {
      var stranger = visitor().from("192.0.2." + host).opens("/sign-in");
      stranger.submits("/sign-in", "name", MAI, "password", "wrong");
    }
    var another = visitor().from("192.0.2.99").opens("/sign-in");
    assertThat(another.submits("/sign-in", "name", MAI, "password", PASSWORD).page())
        .contains("quá nhiều lượt thử sai");
    clock.advance(Duration.ofMinutes(2));
    owner.opens("/sign-in").submits("/sign-in", "name", MAI, "password", PASSWORD);
    assertThat(owner.location()).isEqualTo("/sign-in/code");
    Phones.awaitCode(PHONE);
  }

  private Visitor signedInTrusting() {
    var mai = visitor().opens("/sign-in");
    mai.submits("/sign-in", "name", MAI, "password", PASSWORD, "trust", "true");
    mai.submits("/sign-in/code", "code", Phones.awaitCode(PHONE));
    assertThat(mai.location()).isEqualTo("/my");
    Phones.clear(PHONE);
    return mai;
  }

  private void signInAgain(Visitor mai) {
    mai.opens("/my").submits("/sign-out");
    clock.advance(Duration.ofMinutes(2));
    mai.opens("/sign-in").submits("/sign-in", "name", MAI, "password", PASSWORD);
  }

  private Visitor visitor() {
    return new Visitor(mvc);
  }
}
