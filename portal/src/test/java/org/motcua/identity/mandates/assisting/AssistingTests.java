package org.motcua.identity.mandates.assisting;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.motcua.identity.AccountId;
import org.motcua.identity.MandateKind;
import org.motcua.identity.MandateScope;
import org.motcua.identity.mandates.MandatesTest;
import org.motcua.identity.verifying.Verifications;
import org.motcua.testing.Citizens;
import org.motcua.testing.Clicks;
import org.motcua.testing.Officers;
import org.motcua.testing.Phones;
import org.motcua.testing.Visitor;
import org.springframework.beans.factory.annotation.Autowired;

class AssistingTests extends MandatesTest {

  private static final String BIRTH = "1.001193";
  private static final String TRANG_PHONE = "+84912000101";
  private static final AtomicInteger newcomers = new AtomicInteger(10);

  @Autowired Verifications verifications;

  private final int newcomer = newcomers.incrementAndGet();
  private final String number = "0220950077%02d".formatted(newcomer);
  private final String phone = "+849870077%02d".formatted(newcomer);

  @BeforeEach
  void quietPhones() {
    Phones.clear(TRANG_PHONE);
    Phones.clear(phone);
  }

  @Test
  void theCitizensCodeLetsTheOfficerFileOneProcedure() {
    var officer = asksForMai();
    var sms = awaitRequest();
    assertThat(sms).contains("Phạm Thu Trang", "Hồng Hà", "khai sinh", "đừng đọc mã");
    officer.submits(consent(officer), "code", code(sms));
    assertThat(officer.location()).startsWith("/services/");
    assertThat(officer.follows().page()).contains("Bạn đang làm thay", "Nguyễn Thị Mai");

    var mandate = mandates.listHeld(Officers.hongHaReception().id(), null, 1).getFirst();
    assertThat(mandate.kind()).isEqualTo(MandateKind.COUNTER);
    assertThat(mandate.scope()).isEqualTo(new MandateScope.Procedure(BIRTH));
    assertThat(mandate.represented()).isEqualTo(Citizens.mai().id());
    assertThat(Phones.awaitSms(MAI_PHONE, text -> text.contains("đang nộp hồ sơ thay")))
        .contains("Phạm Thu Trang");

    officer.submits("/acting/end");
    assertThat(officer.follows().page()).contains("Bạn đã thôi làm thay công dân");
    assertThat(mandates.findStanding(mandate.id())).as("ended with one click").isEmpty();
    assertThat(officer.opens("/desk").status()).isEqualTo(200);
  }

  @Test
  void withoutTheRightCodeNothingIsEntrusted() {
    var officer = asksForMai();
    var right = code(awaitRequest());
    var wrong = right.equals("000000") ? "111111" : "000000";
    var at = consent(officer);
    assertThat(officer.submits(at, "code", wrong).page()).contains("Bạn còn 4 lần thử");
    clock.advance(Duration.ofMinutes(6));
    assertThat(officer.submits(at, "code", right).page()).contains("hết hiệu lực");
    assertThat(mandates.listHeld(Officers.hongHaReception().id(), null, 1)).isEmpty();
  }

  @Test
  void anHourLaterTheOfficerActsNoMore() {
    var officer = asksForMai();
    officer.submits(consent(officer), "code", code(awaitRequest()));
    clock.advance(Duration.ofMinutes(60));
    assertThat(officer.opens("/my/dossiers").location()).isEqualTo("/acting/ended");
  }

  @Test
  void aSecondClickOnConsentActsOnce() {
    var officer = asksForMai();
    var secondClick = officer.copy();
    var at = consent(officer);
    var code = code(awaitRequest());
    officer.submits(at, "code", code);
    secondClick.submits(at, "code", code);
    assertThat(secondClick.location()).startsWith("/services/");
    assertThat(secondClick.follows().page()).contains("Bạn đang làm thay");
    assertThat(mandates.listHeld(Officers.hongHaReception().id(), null, 5)).hasSize(1);
  }

  @Test
  void oneOfficersRequestIsNoOtherOfficers() {
    var officer = asksForMai();
    var code = code(awaitRequest());
    var other = as(Officers.baiChayReception());
    assertThat(other.open(officer.location())).hasStatus(404);
    assertThat(other.send(consent(officer), "code", code)).hasStatus(404);
  }

  @Test
  void onlyWhoReceivesAtACounterAssistsThere() {
    assertThat(as(Officers.hongHaSpecialist()).open("/desk/assisting")).hasStatus(403);
    assertThat(as(Officers.hongHaLeader()).send("/desk/assisting", "number", MAI)).hasStatus(403);
    assertThat(as(Citizens.mai()).open("/desk/assisting")).hasStatus(403);
  }

  @Test
  void whereThereIsAnAccountTheTypedPhoneLeadsNoCodeElsewhere() {
    var officer = trang();
    officer.submits("/desk/assisting", "number", MAI, "procedure", BIRTH, "phone", "0987007799");
    assertThat(officer.location()).startsWith("/desk/assisting/");
    assertThat(awaitRequest()).contains("đọc mã");
    assertThat(Phones.unreadSms("+84987007799")).isEmpty();
  }

  @Test
  void theMandateReachesNoOtherProcedureAndNoAccountPage() {
    var officer = asksForMai();
    officer.submits(consent(officer), "code", code(awaitRequest()));
    assertThat(officer.opens("/my/inbox").status()).isEqualTo(403);
    assertThat(officer.opens("/my/delegations").status()).isEqualTo(403);
    assertThat(officer.opens("/desk").status()).isEqualTo(403);
  }

  @Test
  void aCitizenWhoWasNeverHereGetsAnAccountAtTheCounter() {
    var officer = asksForNewcomer();
    officer.submits(consent(officer), "code", code(Phones.awaitSms(phone)), "paper", "CCCD");
    assertThat(officer.follows().page()).contains("Bạn đang làm thay", "Vũ Thị Lan");
    assertThat(verifications.isVerified(account())).isTrue();
  }

  @Test
  void withoutAPaperSeenTheNewAccountIsNotVerified() {
    var officer = asksForNewcomer();
    officer.submits(consent(officer), "code", code(Phones.awaitSms(phone)), "paper", "NONE");
    assertThat(verifications.isVerified(account())).isFalse();
  }

  @Test
  void withoutConsentNoAccountIsMade() {
    asksForNewcomer();
    assertThat(
            jdbc.sql("select count(*) from identity.account where citizen_id = :number")
                .param("number", number)
                .query(Integer.class)
                .single())
        .isZero();
  }

  @Test
  void ofAnUnknownCitizenTheRestIsAskedFor() {
    var answer =
        as(Officers.hongHaReception())
            .send("/desk/assisting", "number", number, "procedure", BIRTH);
    assertThat(answer).hasStatusOk();
    assertThat(Clicks.text(answer)).contains("#name", "#born", "#phone", "chưa có tài khoản");
  }

  @Test
  void whatWasTypedAtTheCounterLiesSealed() {
    asksForNewcomer();
    var rows = jdbc.sql("select a::text from identity.assistance a").query(String.class).list();
    assertThat(rows).isNotEmpty().noneMatch(row -> row.contains(number) || row.contains("Lan"));
  }

  private Visitor asksForMai() {
    var officer = trang();
    officer.submits("/desk/assisting", "number", MAI, "procedure", BIRTH);
    assertThat(officer.location()).startsWith("/desk/assisting/");
    return officer;
  }

  private Visitor asksForNewcomer() {
    var officer = trang();
    officer.submits(
        "/desk/assisting",
        "number",
        number,
        "procedure",
        BIRTH,
        "name",
        "Vũ Thị Lan",
        "born.day",
        "2",
        "born.month",
        "3",
        "born.year",
        "1995",
        "phone",
        phone);
    assertThat(officer.location()).startsWith("/desk/assisting/");
    return officer;
  }

  private Visitor trang() {
    var officer = visitor().signsIn("hongha.reception", PASSWORD, TRANG_PHONE);
    Phones.clear(MAI_PHONE);
    return officer.opens("/desk/assisting");
  }

  private static String consent(Visitor officer) {
    return officer.location().replaceAll("\\?.*", "") + "/consent";
  }

  /** Messages of an earlier test may arrive before. */
  private static String awaitRequest() {
    return Phones.awaitSms(MAI_PHONE, text -> text.contains("đọc mã"));
  }

  private static String code(String sms) {
    var found = Pattern.compile("\\b(\\d{6})\\b").matcher(sms);
    assertThat(found.find()).as(sms).isTrue();
    return found.group(1);
  }

  private AccountId account() {
    return new AccountId(
        jdbc.sql("select id from identity.account where citizen_id = :number")
            .param("number", number)
            .query(UUID.class)
            .single());
  }
}
