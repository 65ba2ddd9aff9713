package org.motcua.dossiers.papers;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.motcua.testing.Clicks.text;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.motcua.documents.Bilingual;
import org.motcua.documents.Certificates;
import org.motcua.documents.Files;
import org.motcua.documents.VerificationCode;
import org.motcua.dossiers.BirthDrafts;
import org.motcua.dossiers.DossierId;
import org.motcua.dossiers.model.Dossier;
import org.motcua.dossiers.model.DossierStatus;
import org.motcua.dossiers.model.KeptPaper;
import org.motcua.dossiers.model.PaperLook.Act;
import org.motcua.dossiers.model.PaperSource;
import org.motcua.identity.CurrentUser;
import org.motcua.identity.Power;
import org.motcua.testing.AtOnce;
import org.motcua.testing.Officers;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/** Papers go out of a store into a dossier, and with it to an agency. */
class TakingTests extends StoreTest {

  private static final Duration PATIENCE = Duration.ofSeconds(60);

  @Autowired Certificates certificates;
  @Autowired EarlierResults earlierResults;

  @Test
  void aPaperIsTakenAgreedToOnceAndGoesWithTheDossier() {
    var mother = births.mother();
    var id = births.withoutPaper(mother);
    var paper = keep(mother, "chứng sinh.pdf", Files.pdf(9_100));
    assertThat(text(as(mother).open(mine(id) + "/papers")))
        .contains(mine(id) + "/taking/" + BirthDrafts.PROOF);
    assertThat(text(as(mother).open(taking(id))))
        .contains("chứng sinh.pdf", "Đồng ý và lấy", "Hồng Hà", "Đăng ký khai sinh");
    assertThat(dossier(id).attachments()).isEmpty();

    var agency = agencyOf(mother, id);
    for (var twice = 0; twice < 2; twice++) {
      assertThat(take(mother, id, paper, agency))
          .hasRedirectedUrl(mine(id) + "/papers#" + BirthDrafts.PROOF);
    }
    var file = dossier(id).attachments().getFirst();
    assertThat(dossier(id).attachments()).hasSize(1);
    assertThat(file.document()).isNotEqualTo(paper.document());
    assertThat(documents.get(file.document()).sha256()).isEqualTo(paper.sha256());
    assertThat(text(as(mother).open(mine(id) + "/papers"))).contains("Lấy từ kho của bạn");
    assertThat(text(as(mother).open(taking(id)))).contains("Bạn đã đồng ý gửi", "Lấy giấy tờ này");
    assertThat(text(as(mother).open("/my/account/consents")))
        .contains("giấy tờ bạn chọn từ kho giấy tờ", "Hồng Hà");
    assertThat(text(as(mother).open(at(paper)))).contains("Bạn đã lấy vào hồ sơ gửi");

    assertThat(submit(mother, id)).hasRedirectedUrl(mine(id) + "?submitted");
    var officer = as(Officers.hongHaReception());
    assertThat(text(officer.open(desk(id)))).contains("Lấy từ kho giấy tờ của công dân, tổ chức");
    for (var often = 0; often < 3; often++) {
      assertThat(officer.open(desk(id) + "/papers/" + file.document())).hasStatusOk();
    }
    assertThat(looks(paper)).filteredOn(look -> look.act() == Act.HANDLED).hasSize(1);
    assertThat(text(as(mother).open(at(paper))))
        .contains("Cán bộ của", "đã mở khi giải quyết hồ sơ")
        .doesNotContain(Officers.hongHaReception().name());
    assertThat(as(Officers.baiChayReception()).open(desk(id) + "/papers/" + file.document()))
        .hasStatus(404);
    assertThat(looks(paper)).filteredOn(look -> look.act() == Act.HANDLED).hasSize(1);
  }

  @Test
  void nothingIsTakenWithoutAgreementOrForAnotherAgencyThanWasTold() {
    var mother = births.mother();
    var id = births.withoutPaper(mother);
    var paper = keep(mother, "a.pdf", Files.pdf(9_101));
    for (var told : List.of("", "000.00.01.H49", "x")) {
      var answer = take(mother, id, paper, told);
      assertThat(answer).hasStatusOk();
      assertThat(text(answer)).contains("Nơi nhận hồ sơ đã thay đổi");
    }
    assertThat(dossier(id).attachments()).isEmpty();
  }

  @Test
  void twoClicksInTheSameMomentTakeOnce() {
    var mother = births.mother();
    var id = births.withoutPaper(mother);
    var paper = keep(mother, "a.pdf", Files.pdf(9_102));
    var agency = agencyOf(mother, id);
    AtOnce.both(() -> take(mother, id, paper, agency), () -> take(mother, id, paper, agency));
    assertThat(dossier(id).attachments()).hasSize(1);
    assertThat(looks(paper)).hasSize(1);
  }

  @Test
  void aConsentThatIsTakenBackHoldsTheDraftUntilItIsGivenAnew() {
    var mother = births.mother();
    var id = births.withoutPaper(mother);
    var paper = keep(mother, "a.pdf", Files.pdf(9_103));
    var agency = agencyOf(mother, id);
    take(mother, id, paper, agency);
    var consent = requireNonNull(consentTo(mother, "agency:" + agency));
    as(mother).send("/my/account/consents/" + consent + "/withdrawal");

    var refused = submit(mother, id);
    assertThat(refused).hasStatusOk();
    assertThat(text(refused)).contains("Người có giấy tờ cần đồng ý", "Đồng ý gửi");
    assertThat(dossier(id).status()).isEqualTo(DossierStatus.DRAFT);
    as(mother).send(mine(id) + "/papers/consent", "agreed", "x", "review", "true");
    assertThat(submit(mother, id)).hasStatusOk();
    as(mother).send(mine(id) + "/papers/consent", "agreed", agency, "review", "true");
    assertThat(submit(mother, id)).hasRedirectedUrl(mine(id) + "?submitted");
  }

  @Test
  void aPaperThatIsRemovedStaysInTheDraftThatHasIt() {
    var mother = births.mother();
    var id = births.withoutPaper(mother);
    var paper = keep(mother, "a.pdf", Files.pdf(9_104));
    var agency = agencyOf(mother, id);
    take(mother, id, paper, agency);
    as(mother).send(at(paper) + "/removal");
    var file = dossier(id).attachments().getFirst();
    assertThat(as(mother).open(mine(id) + "/papers/" + file.document())).hasStatusOk();
    assertThat(text(take(mother, id, paper, agency))).contains("không còn trong kho");
    assertThat(submit(mother, id)).hasRedirectedUrl(mine(id) + "?submitted");
    assertThat(as(Officers.hongHaReception()).open(desk(id) + "/papers/" + file.document()))
        .hasStatusOk();
  }

  @Test
  void anothersPaperIsNotTakenNorIntoAnothersDossier() {
    var mother = births.mother();
    var stranger = births.mother();
    var id = births.withoutPaper(mother);
    var strangers = keep(stranger, "a.pdf", Files.pdf(9_105));
    assertThat(text(take(mother, id, strangers, agencyOf(mother, id))))
        .contains("không còn trong kho");
    assertThat(take(stranger, id, strangers, "x")).hasStatus(404);
    assertThat(as(stranger).open(taking(id))).hasStatus(404);
    assertThat(as(stranger).send(mine(id) + "/papers/consent", "agreed", "x")).hasStatus(404);
    assertThat(dossier(id).attachments()).isEmpty();
    assertThat(looks(strangers)).isEmpty();
  }

  @Test
  void whoActsWithoutTheStoreSeesNoneOfItAmongTheDossiersPapers() {
    var mother = births.mother();
    var id = births.withoutPaper(mother);
    var paper = keep(mother, "a.pdf", Files.pdf(9_106));
    var aunt = acting(mother, births.mother(), ALL, Power.FILE);
    assertThat(text(as(aunt).open(mine(id) + "/papers")))
        .doesNotContain("/taking/", "name=\"keep\"");
    assertThat(as(aunt).open(taking(id))).hasStatus(403);
    assertThat(take(aunt, id, paper, agencyOf(mother, id))).hasStatus(403);
    assertThat(dossier(id).attachments()).isEmpty();
  }

  @Test
  void whatDoesNotFitOrHasExpiredIsNotOfferedUnlessAskedFor() {
    var mother = births.mother();
    var id = births.withoutPaper(mother);
    var expired = keep(mother, "hết hạn.pdf", Files.pdf(9_107));
    as(mother)
        .send(
            at(expired) + "/details",
            "name",
            "Giấy cũ",
            "until.day",
            "1",
            "until.month",
            "1",
            "until.year",
            "2020");
    assertThat(text(as(mother).open(taking(id)))).doesNotContain("Giấy cũ");
    assertThat(text(as(mother).open(taking(id) + "?expired=true")))
        .contains("Giấy cũ", "Hết hạn ngày 01/01/2020");
    assertThat(take(mother, id, expired, agencyOf(mother, id))).hasStatus3xxRedirection();
    assertThat(text(as(mother).open(mine(id) + "/papers"))).contains("Hết hạn ngày");
    assertThat(as(mother).open(mine(id) + "/taking/diploma")).hasStatus(404);
  }

  @Test
  void aQuestionIsAnsweredByAPaperAndAskedAboutOnceItIsKnownWhoGetsIt() {
    var mother = births.mother();
    var paper = keep(mother, "ảnh.png", Files.png());
    var id = begin(mother, "all-questions");
    var button =
        as(mother).send(mine(id) + "/pages/pictures", "caption", "Gạo", "_papers", "photo");
    assertThat(button).hasRedirectedUrl(mine(id) + "/taking/photo");
    assertThat(dossier(id).answers().text("caption")).contains("Gạo");
    var chosen =
        as(mother)
            .send(
                mine(id) + "/taking/photo",
                "paper",
                paper.id().toString(),
                "agreed",
                agencyOrNone(mother, id, "photo"));
    assertThat(chosen).hasRedirectedUrl(mine(id) + "/pages/pictures#photo");
    assertThat(dossier(id).attachmentsOf("photo")).hasSize(1);
    assertThat(dossier(id).answers().document("photo"))
        .contains(dossier(id).attachments().getFirst().document().toString());
    assertThat(as(mother).send(mine(id) + "/pages/pictures", "_papers", "//evil.example"))
        .satisfies(
            answer ->
                assertThat(String.valueOf(answer.getResponse().getRedirectedUrl()))
                    .doesNotContain("evil"));
  }

  @Test
  void aResultComesIntoTheStoreAndIsVerifiableAtTheNextAgency() {
    var mother = births.mother();
    var issued = issuedTo(mother);
    var result = requireNonNull(dossier(issued).result());
    var paper =
        await().atMost(PATIENCE).until(() -> all(mother), found -> found.size() == 1).getFirst();
    assertThat(paper.source())
        .isInstanceOfSatisfying(
            PaperSource.Issued.class,
            source -> assertThat(result.verificationCode()).isEqualTo(source.verificationCode()));
    assertThat(documents.get(paper.document()).sha256())
        .isEqualTo(documents.get(result.document()).sha256());
    assertThat(text(as(mother).open(STORE))).contains("Cơ quan cấp, đã ký số", "0/300");

    var id = births.withoutPaper(mother);
    assertThat(take(mother, id, paper, agencyOf(mother, id))).hasStatus3xxRedirection();
    submit(mother, id);
    assertThat(text(as(Officers.hongHaReception()).open(desk(id))))
        .contains("/verify/" + result.verificationCode());

    as(mother).send(at(paper) + "/removal");
    assertThat(as(mother).open(mine(issued) + "/result.pdf")).hasStatusOk();
  }

  @Test
  void aResultOfBeforeTheStoreIsPutIntoItOnce() {
    var mother = births.mother();
    var issued = issuedTo(mother);
    var paper =
        await().atMost(PATIENCE).until(() -> all(mother), found -> found.size() == 1).getFirst();
    as(mother).send(at(paper) + "/removal");
    for (var twice = 0; twice < 2; twice++) {
      jdbc.sql("insert into dossiers.result_to_keep (dossier) values (:id)")
          .param("id", issued.value())
          .update();
      earlierResults.keepAll();
    }
    assertThat(all(mother)).singleElement().extracting(KeptPaper::sha256).isEqualTo(paper.sha256());
  }

  @Test
  void aRevokedResultIsNotOffered() {
    var mother = births.mother();
    var issued = issuedTo(mother);
    var paper =
        await().atMost(PATIENCE).until(() -> all(mother), found -> found.size() == 1).getFirst();
    var result = requireNonNull(dossier(issued).result());
    certificates.revoke(
        VerificationCode.parse(result.verificationCode()).orElseThrow(),
        new Bilingual("Cấp sai", "Issued wrongly"),
        "test");
    var id = births.withoutPaper(mother);
    assertThat(text(as(mother).open(taking(id))))
        .contains("Đã bị thu hồi")
        .doesNotContain("name=\"paper\"");
    assertThat(text(take(mother, id, paper, agencyOf(mother, id))))
        .contains("đã thu hồi giấy tờ này");
    assertThat(dossier(id).attachments()).isEmpty();
  }

  /** As a leader's approval leaves it. */
  private DossierId issuedTo(CurrentUser mother) {
    var id = submittedBy(mother);
    var specialist = as(Officers.hongHaSpecialist());
    as(Officers.hongHaReception()).send(desk(id) + "/acceptance");
    specialist.send(desk(id) + "/handling");
    specialist.send(desk(id) + "/preparation", "step", "1");
    as(Officers.hongHaLeader()).send(desk(id) + "/decision", "step", "2", "verdict", "approve");
    await()
        .atMost(PATIENCE)
        .until(() -> dossier(id), (Dossier made) -> made.status() == DossierStatus.RETURNED);
    return id;
  }

  private MvcTestResult take(CurrentUser user, DossierId id, KeptPaper paper, String agreed) {
    return as(user).send(taking(id), "paper", paper.id().toString(), "agreed", agreed);
  }

  private MvcTestResult submit(CurrentUser user, DossierId id) {
    return as(user).send(mine(id) + "/submission", "declared", "true");
  }

  private static String taking(DossierId id) {
    return mine(id) + "/taking/" + BirthDrafts.PROOF;
  }

  /** The agency as the page tells it. */
  private String agencyOf(CurrentUser user, DossierId id) {
    keep(user, "khác.pdf", Files.pdf(9_199));
    var agency = agencyOrNone(user, id, BirthDrafts.PROOF);
    assertThat(agency).isNotEmpty();
    return agency;
  }

  private String agencyOrNone(CurrentUser user, DossierId id, String place) {
    var page = text(as(user).open(mine(id) + "/taking/" + place));
    return page.replaceAll("(?s).*?name=\"agreed\" value=\"([^\"]*)\".*", "$1");
  }
}
