package org.motcua.identity.profile;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.motcua.identity.Accounts;
import org.motcua.identity.Gender;
import org.motcua.identity.HomeAddress;
import org.motcua.identity.model.AccountNames;
import org.motcua.identity.model.AccountStore;
import org.motcua.identity.model.NameKind;
import org.motcua.identity.verifying.How;
import org.motcua.identity.verifying.Verifications;
import org.motcua.testing.Clicks;
import org.motcua.testing.Enterprises;
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
import org.springframework.test.web.servlet.assertj.MockMvcTester;

@SpringBootTest
@AutoConfigureMockMvc
class DetailsTests {

  private static final String PAGE = "/my/account/details";
  private static final String PASSWORD = "MotCua@2020";
  private static final Pattern LINK = Pattern.compile("/not-me/[\\w-]+");

  @Autowired MockMvc mvc;
  @Autowired MockMvcTester clicks;
  @Autowired MovableClock clock;
  @Autowired JdbcClient jdbc;
  @Autowired AccountStore accounts;
  @Autowired AccountNames names;
  @Autowired Accounts persons;
  @Autowired Verifications verifications;

  @BeforeEach
  void asItWas() {
    jdbc.sql("delete from platform.rate_limit where id like 'identity.%'").update();
  }

  @AfterEach
  void resetClock() {
    clock.reset();
  }

  @Test
  void whoIsNotVerifiedPutsNameBirthdayAndHomeRight() {
    var resident = Residents.withCitizenId(accounts);
    var van = signedIn(resident);
    assertThat(van.opens("/my/account").page()).contains("href=\"" + PAGE + "\"");
    assertThat(van.opens(PAGE).page()).contains("Đào Thị Cẩm Vân", resident.number(), "1991");

    saves(van, "Đào  Cẩm Vân", "16", "", "22", "193", "06673", "Số 3, tổ 5");
    assertThat(van.location()).isEqualTo("/my/account?changed=details");
    assertThat(van.follows().page()).contains("Đã cập nhật thông tin cá nhân", "Đào Cẩm Vân");
    var person = persons.getPerson(resident.id());
    assertThat(person.dateOfBirth()).hasToString("1991-06-16");
    assertThat(person.gender()).as("as the number says").isEqualTo(Gender.FEMALE);
    assertThat(person.address()).isEqualTo(new HomeAddress("06673", "Số 3, tổ 5"));
    assertThat(Phones.awaitSmsWith("/not-me/", resident.phone())).contains("Thông tin cá nhân");
    assertThat(audited(resident)).isEqualTo(1);
  }

  @Test
  void aSecondClickChangesAndTellsNothing() {
    var resident = Residents.withCitizenId(accounts);
    var van = signedIn(resident).opens(PAGE);
    saves(van, "Đào Cẩm Vân", "15", "", "", "", "", "");
    van.opens(PAGE);
    saves(van, "Đào Cẩm Vân", "15", "", "", "", "", "");
    assertThat(van.location()).isEqualTo("/my/account?changed=details");
    assertThat(audited(resident)).isEqualTo(1);
  }

  @Test
  void whatIsWrongIsSaidAtItsField() {
    var van = signedIn(Residents.withInsuranceNumber(accounts)).opens(PAGE);
    van.submits(PAGE, "fullName", "4", "citizenId", "12", "home.province", "22");
    assertThat(van.page())
        .contains("#fullName", "#born", "#citizenId", "#gender", "#home", "#street")
        .contains("Số căn cước công dân gồm 12 chữ số");
  }

  @Test
  void aCitizenIdIsAddedWhereThereIsNone() {
    var resident = Residents.withInsuranceNumber(accounts);
    var number = "022191" + resident.number().substring(4);
    var van = signedIn(resident).opens(PAGE);
    saves(van, resident.name(), "15", number, "", "", "", "");
    assertThat(persons.getPerson(resident.id()).citizenId()).isEqualTo(number);
    assertThat(names.find(NameKind.CITIZEN_ID, number)).contains(resident.id());
    assertThat(van.opens(PAGE).page()).contains(number, "không sửa ở đây");

    assertThat(saves(van, resident.name(), "15", "022191777777", "", "", "", "").location())
        .isNotEmpty();
    assertThat(persons.getPerson(resident.id()).citizenId()).as("once given").isEqualTo(number);
  }

  @Test
  void theNumberOfAnotherAccountIsRefusedWithoutSayingWhose() {
    var other = Residents.withCitizenId(accounts);
    var resident = Residents.withInsuranceNumber(accounts);
    var van = signedIn(resident).opens(PAGE);
    saves(van, resident.name(), "15", other.number(), "", "", "", "");
    assertThat(van.page()).contains("#citizenId", "Số này đã có tài khoản khác");
    assertThat(persons.getPerson(resident.id()).citizenId()).isNull();
    assertThat(audited(resident)).isZero();
    for (var more = 0; more < 4; more++) {
      saves(van, resident.name(), "15", other.number(), "", "", "", "");
    }
    assertThat(saves(van, resident.name(), "15", other.number(), "", "", "", "").status())
        .as("numbers are not tried one after the other")
        .isEqualTo(429);
  }

  @Test
  void whoIsVerifiedChangesOnlyTheHomeAndReadsWhy() {
    var resident = Residents.withCitizenId(accounts);
    verifications.verified(resident.id(), How.REGISTER, resident.user().actor());
    var van = signedIn(resident).opens(PAGE);
    assertThat(van.page())
        .contains("Danh tính của bạn đã được xác thực", "bộ phận một cửa bất kỳ")
        .doesNotContain("id=\"fullName\"");
    saves(van, "Ai Đó Khác", "20", "022190001299", "22", "193", "06673", "Số 9");
    var person = persons.getPerson(resident.id());
    assertThat(person.name()).isEqualTo(resident.name());
    assertThat(person.dateOfBirth()).isEqualTo(Residents.BORN);
    assertThat(person.address()).isEqualTo(new HomeAddress("06673", "Số 9"));
    assertThat(verifications.isVerified(resident.id())).isTrue();
  }

  @Test
  void whoeverItWasNotTakesItBackAndIsVerifiedNoLonger() {
    var resident = Residents.withInsuranceNumber(accounts);
    var number = "022191" + resident.number().substring(4);
    var thief = signedIn(resident).opens(PAGE);
    saves(thief, "Kẻ Gian", "15", number, "", "", "", "");
    verifications.verified(resident.id(), How.REGISTER, resident.user().actor());
    var link = link(Phones.awaitSmsWith("/not-me/", resident.phone()));
    var van = new Visitor(mvc).opens(link);
    assertThat(van.page()).contains("Thông tin cá nhân của tài khoản đã được đổi lúc");
    assertThat(van.submits(link).page()).contains("Đã hủy thay đổi");
    assertThat(persons.getPerson(resident.id()).name()).isEqualTo(resident.name());
    assertThat(persons.getPerson(resident.id()).citizenId()).isNull();
    assertThat(names.find(NameKind.CITIZEN_ID, number)).isEmpty();
    assertThat(verifications.isVerified(resident.id())).isFalse();
  }

  @Test
  void anOpenSessionAloneChangesNothing() {
    var resident = Residents.withCitizenId(accounts);
    var thief = signedIn(resident).opens(PAGE);
    clock.advance(Duration.ofMinutes(11));
    saves(thief, "Kẻ Gian", "15", "", "", "", "", "");
    assertThat(thief.location()).isEqualTo("/step-up");
    assertThat(persons.getPerson(resident.id()).name()).isEqualTo(resident.name());
  }

  @Test
  void withoutJavaScriptTheCommunesComeByTheUpdateButton() {
    var van = signedIn(Residents.withCitizenId(accounts)).opens(PAGE);
    van.submits(PAGE, "fullName", "Đang Gõ", "home.province", "22", "_update", "home");
    assertThat(van.page()).contains("Đang Gõ", "Hạ Long").doesNotContain("#born");
  }

  @Test
  void enterprisesHaveNoSuchPageAndItReadsInEnglish() {
    assertThat(Clicks.of(Enterprises.saoVang(), clicks).open(PAGE)).hasStatus(404);
    var van = Residents.withCitizenId(accounts);
    assertThat(Clicks.text(Clicks.of(van.user(), clicks).open(PAGE + "?lang=en")))
        .contains("Personal details", "Fill these in as on your papers");
  }

  private static Visitor saves(
      Visitor visitor,
      String name,
      String day,
      String citizenId,
      String province,
      String district,
      String commune,
      String street) {
    return visitor.submits(
        PAGE,
        "fullName",
        name,
        "born.day",
        day,
        "born.month",
        "6",
        "born.year",
        "1991",
        "gender",
        "FEMALE",
        "citizenId",
        citizenId,
        "home.province",
        province,
        "home.district",
        district,
        "home.commune",
        commune,
        "street",
        street);
  }

  private Visitor signedIn(Resident resident) {
    jdbc.sql(
            """
            update identity.account set password_hash =
              (select password_hash from identity.account where citizen_id = '022088005678')
            where id = :id
            """)
        .param("id", resident.id().value())
        .update();
    var visitor = new Visitor(mvc).signsIn(resident.number(), PASSWORD, resident.phone());
    Phones.clear(resident.phone());
    return visitor;
  }

  private static String link(String sms) {
    var found = LINK.matcher(sms);
    assertThat(found.find()).as(sms).isTrue();
    return found.group();
  }

  private int audited(Resident resident) {
    return jdbc.sql(
            """
            select count(*) from platform.audit_entry
            where object_id = :id and action = 'identity.details-changed'
            """)
        .param("id", resident.id().toString())
        .query(Integer.class)
        .single();
  }
}
