package org.motcua.dossiers.filling;

import static org.assertj.core.api.Assertions.assertThat;
import static org.motcua.testing.Clicks.text;

import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.motcua.dossiers.DossierId;
import org.motcua.dossiers.DossiersTest;
import org.motcua.forms.TableRow;
import org.motcua.identity.Accounts;
import org.motcua.identity.CurrentUser;
import org.motcua.identity.LevelOfAssurance;
import org.motcua.identity.verifying.How;
import org.motcua.identity.verifying.Verifications;
import org.motcua.testing.Enterprises;
import org.motcua.testing.Officers;
import org.motcua.testing.Registers;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What is known before it is asked: from the account, earlier applications and registers. */
class KnownAnswersTests extends DossiersTest {

  private static final String[] HOME = {
    "place.address.province", "22", "place.address.district", "193",
    "place.address.commune", "06697", "place.address.street", "Số 5"
  };

  @Autowired Verifications verifications;
  @Autowired Accounts accounts;
  @Autowired JdbcClient jdbc;

  private CurrentUser mother;

  @BeforeEach
  void aMother() {
    Registers.reset();
    mother = births.mother();
  }

  @AfterEach
  void registersInOrder() {
    Registers.reset();
  }

  @Test
  void whatTheAccountSaysIsOfferedWithWhereItIsFromAndCanBeChanged() {
    var id = beginForMyself(mother);
    assertThat(text(as(mother).open(mine(id) + "/pages/person")))
        .contains("value=\"Nguyễn Thị Mai\"", "Từ tài khoản của bạn. Bạn có thể sửa")
        .doesNotContain("mc-locked");
    as(mother).send(mine(id) + "/pages/person", person("Nguyễn Thị Mây"));
    assertThat(dossier(id).answers().text("name")).contains("Nguyễn Thị Mây");
  }

  @Test
  void whatIsVerifiedAndLockedIsShownAndStandsWhateverIsSent() {
    var id = beginForMyself(verified());
    var page = mine(id) + "/pages/person";
    assertThat(text(as(mother).open(page)))
        .contains("mc-locked__value\">Nguyễn Thị Mai<", "đã đối chiếu với Cơ sở dữ liệu quốc gia")
        .contains("Không sửa được tại đây")
        .doesNotContain("name=\"name\"");

    as(mother).send(page + "/typing", "name", "Ai Khác", "_shown", "name");
    assertThat(dossier(id).answers().text("name")).contains("Nguyễn Thị Mai");
    as(mother).send(page, person("Ai Khác"));
    assertThat(dossier(id).answers().text("name")).contains("Nguyễn Thị Mai");
    assertThat(text(as(mother).open(page))).contains("mc-locked__value\">Nguyễn Thị Mai<");
  }

  @Test
  void whoSendsAPageWithoutHavingOpenedItCannotPickTheLock() {
    var id = beginForMyself(verified());
    as(mother).send(mine(id) + "/pages/person", person("Ai Khác"));
    assertThat(dossier(id).answers().text("name")).contains("Nguyễn Thị Mai");
  }

  @Test
  void whatWasTypedBeforeItWasVerifiedGivesWayWhenItIsLookedOver() {
    var id = beginForMyself(mother);
    as(mother).send(mine(id) + "/pages/person", person("Ai Khác"));
    verified();
    assertThat(text(as(mother).open(mine(id) + "/review"))).contains("Nguyễn Thị Mai");
    assertThat(dossier(id).answers().text("name")).contains("Nguyễn Thị Mai");
  }

  @Test
  void forAnotherPersonNothingIsLockedNorOffered() {
    var id = begin(verified(), "known-answers");
    as(mother).send(mine(id) + "/pages/who", "own", "false");
    assertThat(text(as(mother).open(mine(id) + "/pages/person")))
        .contains("name=\"name\"")
        .doesNotContain("mc-locked", "Từ tài khoản của bạn");
    as(mother).send(mine(id) + "/pages/person", person("Ai Khác"));
    assertThat(dossier(id).answers().text("name")).contains("Ai Khác");
  }

  @Test
  void whatWasAnsweredInAnEarlierApplicationIsOfferedWithItsDay() {
    assertThat(text(as(mother).open(mine(beginForMyself(mother)) + "/pages/person")))
        .doesNotContain("Từ hồ sơ bạn nộp");
    submit(mother);
    var next = beginForMyself(mother);
    assertThat(text(as(mother).open(mine(next) + "/pages/person")))
        .contains("value=\"0987000111\"", "value=\"gửi sáng\"", "Từ hồ sơ bạn nộp ngày 21/11/2026");
    assertThat(text(as(mother).open(mine(next) + "/pages/family"))).contains("value=\"Số 5\"");
    var stranger = births.mother();
    assertThat(text(as(stranger).open(mine(beginForMyself(stranger)) + "/pages/person")))
        .doesNotContain("0987000111", "Từ hồ sơ bạn nộp");
  }

  @Test
  void childrenAreRowsFromTheRegisterAndThoseTakenOutStayOut() {
    var number = accounts.getPerson(mother.id()).citizenId();
    Registers.parent(number, "022318000777", "Trần Gia Bảo", "2018-05-04", "MALE");
    Registers.parent(number, "022320000778", "Trần Gia Hân", "2020-02-01", "FEMALE");
    var id = beginForMyself(verified());
    var family = mine(id) + "/pages/family";
    assertThat(text(as(mother).open(family)))
        .contains("Trần Gia Bảo", "04/05/2018", "Trần Gia Hân")
        .contains("Từ Cơ sở dữ liệu quốc gia về dân cư, ngày 21/11/2026");
    assertThat(children(id)).hasSize(2);

    as(mother).send(family, "_remove", "children/" + children(id).getFirst().id());
    assertThat(text(as(mother).open(family)))
        .contains("Trần Gia Hân")
        .doesNotContain("Trần Gia Bảo", "Từ Cơ sở dữ liệu quốc gia về dân cư");
    as(mother).send(family, "_remove", "children/" + children(id).getFirst().id());
    assertThat(children(id)).isEmpty();
    as(mother).open(family);
    assertThat(children(id)).isEmpty();
  }

  @Test
  void aRegisterIsAskedForAPageThatWantsItOnlyAndOnlyAboutAVerifiedPerson() {
    var id = beginForMyself(mother);
    as(mother).open(mine(id) + "/pages/person");
    as(mother).open(mine(id) + "/pages/family");
    assertThat(Registers.asked(Registers.POPULATION)).isEmpty();
    var known = verified();
    as(known).open(mine(id) + "/pages/person");
    assertThat(Registers.asked(Registers.POPULATION)).isEmpty();
    as(known).open(mine(id) + "/pages/family");
    assertThat(Registers.asked(Registers.POPULATION))
        .singleElement()
        .extracting(Registers.Asked::purpose)
        .isEqualTo("prefill-of-form");
  }

  @Test
  void anEnterpriseIsSparedWhatItsRegisterKnows() {
    var saoVang = Enterprises.saoVang();
    var id = begin(saoVang, "known-answers");
    assertThat(text(as(saoVang).open(mine(id) + "/pages/firm")))
        .contains("mc-locked__value\">Công ty TNHH Sao Vàng<", "Trần Văn Hùng", "Số 1, đường 25")
        .contains("Từ Cơ sở dữ liệu quốc gia về đăng ký doanh nghiệp, ngày 21/11/2026")
        .contains("đăng ký thay đổi tại cơ quan đăng ký kinh doanh");
    as(saoVang).send(mine(id) + "/pages/firm", "firm.name", "Công ty Khác");
    assertThat(dossier(id).answers().text("firm.name")).contains("Công ty TNHH Sao Vàng");
  }

  @Test
  void theTaxCodeOfAnEnterprisesAccountStandsWhateverIsSent() {
    var saoVang = Enterprises.saoVang();
    var id = begin(saoVang, "known-answers");
    assertThat(text(as(saoVang).open(mine(id) + "/pages/firm")))
        .contains("mc-locked__value\">5700123454<", "Từ tài khoản doanh nghiệp của bạn")
        .doesNotContain("name=\"firm.taxCode\"");
    as(saoVang).send(mine(id) + "/pages/firm", "firm.taxCode", "0100109106");
    assertThat(dossier(id).answers().text("firm.taxCode")).contains("5700123454");
  }

  @Test
  void aSocialInsuranceNumberIsKnownOnlyOnceTheRegistersHaveConfirmedIt() {
    jdbc.sql("update identity.account set social_insurance_number = '2213999001' where id = :id")
        .param("id", mother.id().value())
        .update();
    var page = "/pages/person";
    assertThat(text(as(mother).open(mine(beginForMyself(mother)) + page)))
        .contains("name=\"insurance\"")
        .doesNotContain("2213999001");

    verifications.verified(mother.id(), How.COUNTER, "test");
    assertThat(text(as(mother).open(mine(beginForMyself(mother)) + page)))
        .doesNotContain("2213999001");
    verifications.noLongerVerified(mother.id(), "test");

    var id = beginForMyself(verified());
    assertThat(text(as(mother).open(mine(id) + page)))
        .contains("mc-locked__value\">2213999001<")
        .doesNotContain("name=\"insurance\"");
    as(mother).send(mine(id) + page, "insurance", "1111111111");
    assertThat(dossier(id).answers().text("insurance")).contains("2213999001");
  }

  @Test
  void aRegisterOutOfOrderOffersNothingAndHoldsNobodyUp() {
    Registers.fails(Registers.ENTERPRISES, Registers.Fault.UNAVAILABLE);
    var saoVang = Enterprises.saoVang();
    var id = begin(saoVang, "known-answers");
    assertThat(text(as(saoVang).open(mine(id) + "/pages/firm")))
        .contains("name=\"firm.name\"", "mc-locked__value\">5700123454<")
        .doesNotContain("mc-locked__value\">Công ty", "Công ty TNHH Sao Vàng\"");
    as(saoVang).send(mine(id) + "/pages/firm", "firm.name", "Công ty Khác");
    assertThat(dossier(id).answers().text("firm.name")).contains("Công ty Khác");
  }

  @Test
  void theOfficerSeesWhichAnswersAreKnownAndFromWhere() {
    var id = submit(verified());
    assertThat(text(as(Officers.hongHaReception()).open(desk(id))))
        .contains("Từ tài khoản của người nộp, đã đối chiếu với Cơ sở dữ liệu quốc gia về dân cư")
        .doesNotContain("của bạn");
    assertThat(text(as(mother).open(mine(id)))).contains("Từ tài khoản của bạn, đã đối chiếu");
  }

  private CurrentUser verified() {
    verifications.verified(mother.id(), How.REGISTER, "test");
    mother = mother.knownAs(LevelOfAssurance.LOA3);
    return mother;
  }

  private DossierId beginForMyself(CurrentUser user) {
    var id = begin(user, "known-answers");
    as(user).send(mine(id) + "/pages/who", "own", "true");
    return id;
  }

  private DossierId submit(CurrentUser user) {
    var id = beginForMyself(user);
    as(user).send(mine(id) + "/pages/person", person("Nguyễn Thị Mai"));
    as(user).send(mine(id) + "/pages/family", HOME);
    as(user).send(mine(id) + "/pages/firm");
    assertThat(as(user).send(mine(id) + "/submission", "declared", "true"))
        .hasRedirectedUrl(mine(id) + "?submitted");
    return id;
  }

  private List<TableRow> children(DossierId id) {
    return dossier(id).answers().rows("children");
  }

  private static String[] person(String name) {
    return new String[] {
      "name",
      name,
      "born.day",
      "12",
      "born.month",
      "5",
      "born.year",
      "1992",
      "phone",
      "0987000111",
      "note",
      "gửi sáng"
    };
  }
}
