package org.motcua.identity.mandates.assisting;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.motcua.identity.Accounts;
import org.motcua.identity.mandates.MandatesTest;
import org.motcua.identity.model.AccountStore;
import org.motcua.identity.verifying.How;
import org.motcua.identity.verifying.Verifications;
import org.motcua.testing.Officers;
import org.motcua.testing.Phones;
import org.motcua.testing.Residents;
import org.motcua.testing.Residents.Resident;
import org.motcua.testing.Visitor;
import org.springframework.beans.factory.annotation.Autowired;

/** "Take your card to the counter; the officer verifies you on the spot." */
class CounterVerificationTests extends MandatesTest {

  private static final String BIRTH = "1.001193";
  private static final String TRANG_PHONE = "+84912000101";

  @Autowired AccountStore accounts;
  @Autowired Accounts persons;
  @Autowired Verifications verifications;

  @BeforeEach
  void quietPhone() {
    Phones.clear(TRANG_PHONE);
  }

  @Test
  void theOfficerWhoHasSeenTheCardVerifiesWhoHasAnAccount() {
    var van = Residents.withCitizenId(accounts);
    var officer = asksFor(van.number());
    var at = consent(officer);
    assertThat(officer.follows().page()).contains("Xác thực hoặc sửa danh tính");

    sends(officer, at, code(van), van.number(), "ĐÀO  THỊ CẨM VÂN", "1991");
    assertThat(officer.location()).startsWith("/services/");
    assertThat(verifications.find(van.id()))
        .hasValueSatisfying(found -> assertThat(found.how()).isEqualTo(How.COUNTER));
    assertThat(Phones.awaitSms(van.phone(), text -> text.contains("vừa xác thực danh tính")))
        .contains("Phạm Thu Trang", "Hồng Hà");
    assertThat(audited(van, "identity.verified")).isEqualTo(1);
    assertThat(audited(van, "identity.verified-by-paper")).isEqualTo(1);
  }

  @Test
  void withoutAPaperSeenTheOfficerFilesAndNobodyIsVerified() {
    var van = Residents.withCitizenId(accounts);
    var officer = asksFor(van.number());
    officer.submits(consent(officer), "code", code(van), "paper", "NONE");
    assertThat(officer.location()).startsWith("/services/");
    assertThat(verifications.isVerified(van.id())).isFalse();
  }

  @Test
  void aPaperThatSaysSomethingElseVerifiesNobodyAndTheCodeStillServes() {
    var van = Residents.withCitizenId(accounts);
    var officer = asksFor(van.number());
    var at = consent(officer);
    var code = code(van);
    for (var wrong :
        new String[][] {
          {van.number(), "Đào Thị Vân", "1991"},
          {"022191999999", van.name(), "1991"},
          {"100999999", van.name(), "1992"}
        }) {
      assertThat(sends(officer, at, code, wrong[0], wrong[1], wrong[2]).page())
          .contains("Giấy tờ không khớp với tài khoản", code)
          .doesNotContain("15/06/1991");
    }
    assertThat(verifications.isVerified(van.id())).isFalse();
    assertThat(mandates.listHeld(Officers.hongHaReception().id(), null, 9))
        .noneMatch(mandate -> mandate.represented().equals(van.id()));
    assertThat(audited(van, "identity.paper-refused")).isEqualTo(3);

    sends(officer, at, code, van.number(), van.name(), "1991");
    assertThat(verifications.isVerified(van.id())).isTrue();
  }

  @Test
  void whatIsMissingIsSaidAtItsField() {
    var van = Residents.withCitizenId(accounts);
    var officer = asksFor(van.number());
    var at = consent(officer);
    assertThat(officer.submits(at, "code", "000000", "paper", "CCCD").page())
        .contains("#paperNumber", "#paperName", "#paperBorn", "như trên giấy tờ");
    assertThat(sends(officer, at, "000000", van.number(), "A", "1980").page())
        .contains("Năm sinh không khớp với số căn cước công dân");
  }

  @Test
  void withAWrongCodeNobodyLearnsWhetherThePaperFits() {
    var van = Residents.withCitizenId(accounts);
    var officer = asksFor(van.number());
    var wrong = code(van).equals("000000") ? "111111" : "000000";
    assertThat(sends(officer, consent(officer), wrong, van.number(), "Ai Đó", "1991").page())
        .contains("Bạn còn 4 lần thử")
        .doesNotContain("không khớp với tài khoản");
  }

  @Test
  void aSecondClickVerifiesOnce() {
    var van = Residents.withCitizenId(accounts);
    var officer = asksFor(van.number());
    var secondClick = officer.copy();
    var at = consent(officer);
    var code = code(van);
    sends(officer, at, code, van.number(), van.name(), "1991");
    sends(secondClick, at, code, van.number(), van.name(), "1991");
    assertThat(secondClick.location()).startsWith("/services/");
    assertThat(audited(van, "identity.verified")).isEqualTo(1);
  }

  @Test
  void whoRegisteredWithoutACardGetsItsNumber() {
    var van = Residents.withInsuranceNumber(accounts);
    var citizenId = "022191" + van.number().substring(4);
    var officer = asksFor(van.number());
    consents(officer, van, citizenId, van.name(), "1991");
    assertThat(verifications.isVerified(van.id())).isTrue();
    assertThat(persons.getPerson(van.id()).citizenId()).isEqualTo(citizenId);
  }

  @Test
  void theNumberOfAnotherAccountIsGivenToNobody() {
    var other = Residents.withCitizenId(accounts);
    var van = Residents.withInsuranceNumber(accounts);
    var officer = asksFor(van.number());
    consents(officer, van, other.number(), van.name(), "1991");
    assertThat(officer.page()).contains("Số trên giấy tờ đã có tài khoản khác");
    assertThat(verifications.isVerified(van.id())).isFalse();
    assertThat(persons.getPerson(van.id()).citizenId()).isNull();
  }

  @Test
  void theOfficerVerifiesNotHimself() {
    var trang = Residents.withCitizenId(accounts);
    jdbc.sql("update identity.account set name = 'Phạm Thu Trang' where id = :id")
        .param("id", trang.id().value())
        .update();
    var officer = asksFor(trang.number());
    consents(officer, trang, trang.number(), "Phạm Thu Trang", "1991");
    assertThat(officer.page()).contains("Bạn không thể xác thực cho chính mình");
    assertThat(verifications.isVerified(trang.id())).isFalse();
  }

  @Test
  void whoIsVerifiedHasNothingToldAgain() {
    var van = Residents.withCitizenId(accounts);
    verifications.verified(van.id(), How.REGISTER, van.user().actor());
    var officer = asksFor(van.number());
    consents(officer, van, van.number(), van.name(), "1991");
    assertThat(officer.location()).startsWith("/services/");
    assertThat(audited(van, "identity.verified-by-paper")).isZero();
  }

  @Test
  void aPaperOfTheSameNumberPutsNameAndBirthdayRight() {
    var van = Residents.withCitizenId(accounts);
    verifications.verified(van.id(), How.CERTIFICATE, van.user().actor());
    var officer = asksFor(van.number());
    var at = consent(officer);
    officer.submits(at, corrected(code(van), van.number()));
    assertThat(officer.location()).startsWith("/services/");
    assertThat(persons.getPerson(van.id()).name()).isEqualTo("Đào Thị Cẩm Vân Anh");
    assertThat(verifications.find(van.id()))
        .hasValueSatisfying(found -> assertThat(found.how()).isEqualTo(How.COUNTER));
    assertThat(Phones.awaitSms(van.phone(), text -> text.contains("vừa sửa họ tên")))
        .contains("Phạm Thu Trang");
    assertThat(audited(van, "identity.corrected-by-paper")).isEqualTo(1);
  }

  @Test
  void aPaperOfAnotherNumberPutsNothingRight() {
    var van = Residents.withCitizenId(accounts);
    var officer = asksFor(van.number());
    var at = consent(officer);
    assertThat(officer.submits(at, corrected(code(van), "022191999998")).page())
        .contains("Giấy tờ không khớp với tài khoản");
    assertThat(persons.getPerson(van.id()).name()).isEqualTo(van.name());
  }

  private static String[] corrected(String code, String number) {
    return new String[] {
      "code",
      code,
      "paper",
      "CCCD",
      "paperNumber",
      number,
      "paperName",
      "Đào Thị Cẩm Vân Anh",
      "paperBorn.day",
      "15",
      "paperBorn.month",
      "6",
      "paperBorn.year",
      "1991",
      "corrects",
      "true"
    };
  }

  private Visitor asksFor(String number) {
    var officer = visitor().signsIn("hongha.reception", PASSWORD, TRANG_PHONE);
    officer.opens("/desk/assisting");
    officer.submits("/desk/assisting", "number", number, "procedure", BIRTH);
    assertThat(officer.location()).startsWith("/desk/assisting/");
    return officer;
  }

  private static void consents(
      Visitor officer, Resident resident, String number, String name, String year) {
    sends(officer, consent(officer), code(resident), number, name, year);
  }

  private static Visitor sends(
      Visitor officer, String at, String code, String number, String name, String year) {
    return officer.submits(
        at,
        "code",
        code,
        "paper",
        "CCCD",
        "paperNumber",
        number,
        "paperName",
        name,
        "paperBorn.day",
        "15",
        "paperBorn.month",
        "6",
        "paperBorn.year",
        year);
  }

  private static String consent(Visitor officer) {
    return officer.location().replaceAll("\\?.*", "") + "/consent";
  }

  private static String code(Resident resident) {
    var sms = Phones.awaitSms(resident.phone(), text -> text.contains("đọc mã"));
    var found = Pattern.compile("\\b(\\d{6})\\b").matcher(sms);
    assertThat(found.find()).as(sms).isTrue();
    return found.group(1);
  }

  private int audited(Resident resident, String action) {
    return jdbc.sql(
            """
            select count(*) from platform.audit_entry where object_id = :id and action = :action
            """)
        .param("id", resident.id().toString())
        .param("action", action)
        .query(Integer.class)
        .single();
  }
}
