package org.motcua.dossiers.together;

import static java.time.Duration.ofSeconds;
import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.motcua.testing.Clicks.text;

import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.motcua.documents.Files;
import org.motcua.dossiers.BirthDrafts;
import org.motcua.dossiers.DossierId;
import org.motcua.dossiers.DossiersTest;
import org.motcua.dossiers.handling.Agency;
import org.motcua.dossiers.model.Binding;
import org.motcua.dossiers.model.Bundle;
import org.motcua.dossiers.model.BundleId;
import org.motcua.dossiers.model.BundleStore;
import org.motcua.dossiers.model.ChargeStore;
import org.motcua.dossiers.model.DossierStatus;
import org.motcua.dossiers.model.DossierStore;
import org.motcua.eservices.OnlineServices;
import org.motcua.eservices.ServiceSlug;
import org.motcua.identity.CurrentUser;
import org.motcua.organisation.Posts;
import org.motcua.testing.Officers;
import org.motcua.testing.Statements;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.util.LinkedMultiValueMap;
import org.springframework.util.MultiValueMap;

/** A birth: registration, residence and health-insurance card applied for together. */
class TogetherTests extends DossiersTest {

  private static final ServiceSlug BIRTH = new ServiceSlug("birth-registration");
  private static final ServiceSlug RESIDENCE = new ServiceSlug("newborn-residence");
  private static final ServiceSlug CARD = new ServiceSlug("child-health-card");
  private static final String TITLE = "Sinh con: khai sinh, thường trú, thẻ bảo hiểm y tế";

  @Autowired BundleStore bundles;
  @Autowired DossierStore dossiers;
  @Autowired ChargeStore charges;
  @Autowired OnlineServices services;
  @Autowired HandInWaiting handInWaiting;
  @Autowired Posts posts;

  private CurrentUser mother;
  private Agency agency;

  @BeforeEach
  void aMother() {
    mother = births.mother();
    agency = new Agency(mvc, posts, dossiers, charges);
  }

  @Test
  void whatIsAnsweredOnceIsInEveryPartAndOnlyTheRestIsAsked() {
    var id = begun();
    var draft = text(as(mother).open(here(id)));
    assertThat(draft).contains(TITLE, "Khai chung", "Khai xong phần chung");
    answerCommon(id);

    for (var service : List.of(RESIDENCE, CARD)) {
      var answers = dossier(part(id, service)).answers();
      assertThat(answers.text("child.name")).contains("Trần Gia Bảo");
      assertThat(answers.text("contact.phone")).contains("0912000001");
    }
    assertThat(dossier(part(id, BIRTH)).answers().address("registration.place").orElseThrow())
        .satisfies(place -> assertThat(place.commune()).isEqualTo("06697"))
        .satisfies(place -> assertThat(place.street()).isEmpty());

    var now = text(as(mother).open(here(id)));
    assertThat(now)
        .contains("/my/dossiers/" + part(id, CARD) + "/pages/clinic")
        .contains("/my/dossiers/" + part(id, RESIDENCE) + "/pages/home")
        .doesNotContain("/my/dossiers/" + part(id, CARD) + "/pages/child")
        .doesNotContain("/my/dossiers/" + part(id, CARD) + "/pages/birth-certificate")
        .doesNotContain("/my/dossiers/" + part(id, CARD) + "/papers");
  }

  @Test
  void whatIsAnsweredInCommonStandsInAPartAndIsChangedAtItsSource() {
    var id = begun();
    answerCommon(id);
    var home = mine(part(id, RESIDENCE)) + "/pages/child";
    assertThat(text(as(mother).open(home)))
        .contains("Từ phần khai chung", "Sửa ở phần khai chung", here(id));
    as(mother).send(home, "child.name", "Ai Đó Khác", "_shown", "child.name");
    assertThat(dossier(part(id, RESIDENCE)).answers().text("child.name")).contains("Trần Gia Bảo");

    as(mother).send(here(id) + "/pages/child", child("Khôi"));
    assertThat(dossier(part(id, RESIDENCE)).answers().text("child.name")).contains("Trần Gia Khôi");
  }

  @Test
  void allIsHandedInAtOnceAndWhatWaitsIsHandedOnWithTheResult() {
    var id = sent();
    var birth = part(id, BIRTH);
    var residence = part(id, RESIDENCE);
    var card = part(id, CARD);
    assertThat(dossier(birth).status()).isEqualTo(DossierStatus.REGISTERED);
    assertThat(dossier(residence).held()).isTrue();
    assertThat(dossier(card).held()).isTrue();
    assertThat(bundle(id).answers().isEmpty()).isTrue();
    assertThat(text(as(mother).open(here(id))))
        .contains("Chờ kết quả khác", "Đang chờ kết quả của: Đăng ký khai sinh", "Mã hồ sơ");
    assertThat(text(as(mother).open("/my/dossiers"))).contains("Chờ kết quả khác", "Nộp cùng:");

    // Locked: no page of it is open any more.
    assertThat(as(mother).open(mine(card) + "/pages/clinic")).hasRedirectedUrl(mine(card));
    assertThat(as(mother).open(mine(card))).hasRedirectedUrl(here(id));
    as(mother).send(mine(card) + "/pages/clinic", "clinic.name", "Nơi khác");
    as(mother).send(mine(card) + "/removal");
    as(mother).send(mine(card) + "/submission", "declared", "true");
    assertThat(dossier(card).held()).isTrue();
    assertThat(dossier(card).answers().text("clinic.name")).contains("Trạm Y tế phường Hồng Hà");

    agency.handle(birth, services.get(BIRTH));
    await()
        .atMost(ofSeconds(30))
        .until(() -> !dossier(residence).status().draft() && !dossier(card).status().draft());
    assertThat(dossier(card).status()).isEqualTo(DossierStatus.REGISTERED);
    assertThat(dossier(card).attachmentsOf("birth-certificate")).hasSize(1);
    assertThat(dossier(card).answers().text("birth.number").orElseThrow()).endsWith("/2026");
    assertThat(dossier(card).answers().date("birth.registered").orElseThrow())
        .hasToString("2026-11-21");
    assertThat(states(id)).containsOnly(Bundle.State.HANDED_IN);
    assertThat(births.noticesTo(mother)).containsEntry("dossiers.notice.submitted", 3);

    var agencies =
        List.of(birth, residence, card).stream().map(each -> dossier(each).decidingAgency());
    assertThat(agencies).doesNotHaveDuplicates();
    agency.handle(residence, services.get(RESIDENCE));
    agency.handle(card, services.get(CARD));
    assertThat(text(as(mother).open(here(id)))).doesNotContain("Chờ kết quả khác");
    assertThat(text(as(mother).open(mine(card)))).contains("Nộp cùng:", TITLE);

    // Twice is once.
    var before = dossier(card);
    handInWaiting.after(birth);
    assertThat(dossier(card)).isEqualTo(before);
  }

  @Test
  void nothingIsHandedInWhileAnythingIsMissing() {
    var id = begun();
    answerCommon(id);
    var answer = text(as(mother).send(here(id) + "/submission", "declared", "true"));
    assertThat(answer)
        .contains("Đăng ký khai sinh: Hãy chọn trẻ sinh tại")
        .contains("Cấp thẻ bảo hiểm y tế cho trẻ em dưới 6 tuổi: Hãy nhập nơi đăng ký")
        .doesNotContain("Hãy nhập số giấy khai sinh");
    assertThat(bundle(id).sent()).isFalse();
    assertThat(dossier(part(id, BIRTH)).binding()).isEqualTo(Binding.TOGETHER);

    fillIn(id);
    assertThat(text(as(mother).send(here(id) + "/submission")))
        .contains("Hãy đánh dấu vào ô cam đoan");
    assertThat(dossier(part(id, BIRTH)).status().draft()).isTrue();
    assertThat(as(mother).send(mine(part(id, BIRTH)) + "/submission", "declared", "true"))
        .hasRedirectedUrl(mine(part(id, BIRTH)));
    assertThat(dossier(part(id, BIRTH)).status().draft()).isTrue();
  }

  @Test
  void twoClicksSubmitOnce() {
    var id = ready();
    var clicks =
        List.of(1, 2).stream()
            .map(
                click ->
                    CompletableFuture.supplyAsync(
                        () ->
                            as(mother)
                                .send(here(id) + "/submission", "declared", "true")
                                .getResponse()
                                .getStatus()))
            .toList();
    assertThat(clicks.stream().map(CompletableFuture::join)).containsOnly(302);
    assertThat(births.noticesTo(mother)).containsEntry("dossiers.notice.submitted", 1);
    assertThat(dossiers.historyOf(part(id, BIRTH))).hasSize(1);
  }

  @Test
  void twoTabsOfTheCommonQuestionsOverwriteNothingUnseen() {
    var id = begun();
    answerCommon(id);
    var tab = text(as(mother).open(here(id) + "/pages/child"));
    var seen =
        tab.lines().filter(line -> line.contains("name=\"_seen\"")).map(this::value).toList();
    as(mother).send(here(id) + "/pages/child", child("Khôi"));

    var second = child("An");
    seen.forEach(mark -> second.add("_seen", mark));
    assertThat(text(as(mother).send(here(id) + "/pages/child", second))).contains("Khôi");
  }

  @Test
  void whenTheFirstIsRefusedTheOthersAreGivenBackWithAllTheyHad() {
    var id = sent();
    var card = part(id, CARD);
    as(Officers.hongHaReception())
        .send(desk(part(id, BIRTH)) + "/refusal", "reason", "Không thuộc thẩm quyền");
    assertThat(dossier(part(id, BIRTH)).status()).isEqualTo(DossierStatus.REFUSED);

    assertThat(dossier(card).binding()).isEqualTo(Binding.ALONE);
    assertThat(dossier(card).open()).isTrue();
    assertThat(dossier(card).answers().text("clinic.name")).contains("Trạm Y tế phường Hồng Hà");
    assertThat(births.noticesTo(mother)).containsEntry("dossiers.notice.part_let_go", 2);
    assertThat(text(as(mother).open(here(id))))
        .contains("Cần bạn làm tiếp", "vì “Đăng ký khai sinh” không được tiếp nhận");

    // By itself, with a certificate got in another way: nothing stands locked any more.
    as(mother).upload(mine(card) + "/papers", "birth-certificate", "giay-khai-sinh", Files.pdf());
    as(mother)
        .send(
            mine(card) + "/pages/birth-certificate",
            "birth.number",
            "9/2026",
            "birth.registered.day",
            "20",
            "birth.registered.month",
            "11",
            "birth.registered.year",
            "2026");
    as(mother)
        .send(
            mine(card) + "/pages/child",
            "child.name",
            "Trần Gia Khôi",
            "child.sex",
            "male",
            "child.born.day",
            "2",
            "child.born.month",
            "11",
            "child.born.year",
            "2026");
    assertThat(dossier(card).answers().text("child.name")).contains("Trần Gia Khôi");
    assertThat(as(mother).send(mine(card) + "/submission", "declared", "true"))
        .hasRedirectedUrl(mine(card) + "?submitted");
    assertThat(text(as(mother).open(here(id)))).contains(dossier(card).submittedCode().value());

    var residence = part(id, RESIDENCE);
    as(mother).send(mine(residence) + "/removal");
    assertThat(dossiers.find(residence)).isEmpty();
    assertThat(as(mother).open(here(id))).hasStatusOk();
  }

  @Test
  void whenTheFirstIsWithdrawnTheOthersAreGivenBack() {
    var id = sent();
    as(mother).send(mine(part(id, BIRTH)) + "/withdrawal");
    assertThat(states(id)).contains(Bundle.State.WAITS);
    as(Officers.hongHaReception())
        .send(desk(part(id, BIRTH)) + "/withdrawal", "verdict", "grant", "note", "Theo đề nghị");
    assertThat(dossier(part(id, BIRTH)).status()).isEqualTo(DossierStatus.STOPPED);
    assertThat(bundle(id).find(part(id, CARD)).orElseThrow().reason())
        .isEqualTo(Bundle.Reason.STOPPED);
    assertThat(dossier(part(id, CARD)).open()).isTrue();
  }

  @Test
  void whatWaitsCanBeTakenBackAndIsNotHandedOnThen() {
    var id = sent();
    var card = part(id, CARD);
    as(mother).send(here(id) + "/parts/" + card + "/release");
    assertThat(dossier(card).open()).isTrue();
    assertThat(text(as(mother).open(here(id)))).contains("Bạn đã lấy lại hồ sơ này");
    agency.handle(part(id, BIRTH), services.get(BIRTH));
    await().atMost(ofSeconds(30)).until(() -> !dossier(part(id, RESIDENCE)).status().draft());
    assertThat(dossier(card).status().draft()).isTrue();
  }

  @Test
  void ifWhatComesOverDoesNotSufficeTheApplicantIsAskedAndNothingIsLost() {
    var id = sent();
    var card = part(id, CARD);
    // Meanwhile something that was right is so no longer.
    var held = dossier(card);
    dossiers.save(
        held.bind(Binding.ALONE)
            .answer(held.answers().without("clinic.name"), held.changedAt())
            .bind(Binding.HELD));
    agency.handle(part(id, BIRTH), services.get(BIRTH));
    await()
        .atMost(ofSeconds(30))
        .until(() -> births.noticesTo(mother).containsKey("dossiers.notice.part_needs_you"));
    assertThat(dossier(card).open()).isTrue();
    assertThat(dossier(card).attachmentsOf("birth-certificate")).hasSize(1);
    assertThat(dossier(card).answers().text("birth.number")).isPresent();
    assertThat(text(as(mother).open(here(id)))).contains("còn chỗ thiếu hoặc chưa khớp");
    assertThat(dossier(part(id, RESIDENCE)).status()).isEqualTo(DossierStatus.REGISTERED);

    as(mother).send(mine(card) + "/pages/clinic", "clinic.name", "Trạm Y tế phường Hồng Hà");
    assertThat(as(mother).send(mine(card) + "/submission", "declared", "true"))
        .hasRedirectedUrl(mine(card) + "?submitted");
  }

  @Test
  void whenOneAgencyAsksForAdditionsItIsOnlyThatDossier() {
    var id = sent();
    var birth = part(id, BIRTH);
    as(Officers.hongHaReception())
        .send(desk(birth) + "/addition-request", "point:question:child.givenName", "Ghi lại tên");
    assertThat(dossier(birth).status()).isEqualTo(DossierStatus.ADDITIONS_REQUESTED);
    assertThat(dossier(part(id, CARD)).held()).isTrue();
    // What was answered in common can be changed there now.
    var page = text(as(mother).open(mine(birth) + "/pages/child"));
    assertThat(page).contains("name=\"child.givenName\"");
  }

  @Test
  void aPaperThatSeveralWantIsSentOnceAndGoesWithItsOriginal() {
    var id = begun();
    answerCommon(id);
    fillIn(id);
    var residence = part(id, RESIDENCE);
    as(mother)
        .send(
            mine(residence) + "/pages/home",
            "home.householder",
            "parent",
            "householder.name",
            "Trần Văn Hùng",
            "householder.idNumber",
            "022088005678",
            "householder.relation",
            "child");
    var birth = part(id, BIRTH);
    as(mother).upload(mine(birth) + "/papers", BirthDrafts.MARRIAGE, "ket-hon", Files.pdf());
    assertThat(as(mother).open(here(id) + "/review")).hasStatusOk();
    assertThat(dossier(residence).attachmentsOf("parents-relationship")).hasSize(1);
    as(mother).open(here(id) + "/review");
    assertThat(dossier(residence).attachmentsOf("parents-relationship")).hasSize(1);

    var original = dossier(birth).attachmentsOf(BirthDrafts.MARRIAGE).getFirst().document();
    as(mother).send(mine(birth) + "/papers/" + original.value() + "/removal");
    as(mother).open(here(id) + "/review");
    assertThat(dossier(residence).attachmentsOf("parents-relationship")).isEmpty();
  }

  @Test
  void servicesAreLeftOutAndTakenInUntilItIsHandedIn() {
    var begun = as(mother).send("/my/packages", "package", "birth", "chosen", CARD.value());
    var id = idOf(requireNonNull(begun.getResponse().getRedirectedUrl()));
    assertThat(bundle(id).find(RESIDENCE)).isEmpty();
    answerCommon(id);
    as(mother).send(here(id) + "/parts", "chosen", RESIDENCE.value());
    assertThat(bundle(id).parts())
        .extracting(Bundle.Part::service)
        .containsExactly(BIRTH, RESIDENCE);
    assertThat(dossier(part(id, RESIDENCE)).answers().text("child.name")).contains("Trần Gia Bảo");

    var again = as(mother).send("/my/packages", "package", "birth", "chosen", CARD.value());
    assertThat(again).hasRedirectedUrl(here(id) + "?waiting");
    assertThat(text(as(mother).open(here(id) + "?waiting="))).contains("con sinh đôi");

    as(mother).send(here(id) + "/removal");
    assertThat(bundles.find(id)).isEmpty();
    assertThat(dossiers.listDrafts(mother.id())).isEmpty();
  }

  @Test
  void aStrangerSeesNothingOfItAndChangesNothing() {
    var id = ready();
    var card = part(id, CARD);
    var stranger = as(births.mother());
    for (var page : List.of("", "/review", "/pages/child", "/removal")) {
      assertThat(stranger.open(here(id) + page)).as(page).hasStatus(404);
    }
    var before = bundle(id);
    assertThat(stranger.send(here(id) + "/submission", "declared", "true")).hasStatus(404);
    assertThat(stranger.send(here(id) + "/pages/child", child("Kẻ"))).hasStatus(404);
    stranger.send(here(id) + "/parts");
    stranger.send(here(id) + "/removal");
    stranger.send(here(id) + "/parts/" + card + "/release");
    assertThat(bundle(id)).isEqualTo(before);
  }

  @Test
  void killedBetweenAnyTwoStepsItIsHandedOnOnceAndWhole() {
    var another = sent();
    var first = withResult(another);
    var steps = Statements.of(() -> handInWaiting.after(first));
    assertThat(steps.size()).isGreaterThan(20);

    var id = sent();
    var birth = withResult(id);
    for (var step = 1; step < steps.size(); step += 3) {
      var cut = step;
      assertThat(dossier(part(id, CARD)).attachmentsOf("birth-certificate").size())
          .isEqualTo(dossier(part(id, CARD)).held() ? 0 : 1);
      try {
        Statements.cutOffBefore(cut, () -> handInWaiting.after(birth));
      } catch (RuntimeException dead) {
        assertThat(dead).isNotNull();
      }
    }
    handInWaiting.after(birth);
    for (var part : List.of(part(id, RESIDENCE), part(id, CARD))) {
      assertThat(dossier(part).status()).isEqualTo(DossierStatus.REGISTERED);
      assertThat(dossier(part).attachmentsOf("birth-certificate")).hasSize(1);
      assertThat(dossiers.historyOf(part)).hasSize(1);
    }
  }

  /** The birth is registered, but nobody has told those that wait. */
  private DossierId withResult(BundleId id) {
    var birth = part(id, BIRTH);
    for (var part : List.of(part(id, RESIDENCE), part(id, CARD))) {
      bundles.move(part, Bundle.State.FILLED_IN, null);
    }
    agency.handle(birth, services.get(BIRTH));
    for (var part : List.of(part(id, RESIDENCE), part(id, CARD))) {
      bundles.move(part, Bundle.State.WAITS, null);
    }
    return birth;
  }

  private BundleId begun() {
    var begun =
        as(mother)
            .send(
                "/my/packages",
                "package",
                "birth",
                "another",
                "true",
                "chosen",
                RESIDENCE.value(),
                "chosen",
                CARD.value());
    return idOf(requireNonNull(begun.getResponse().getRedirectedUrl()));
  }

  private BundleId ready() {
    var id = begun();
    answerCommon(id);
    fillIn(id);
    return id;
  }

  private BundleId sent() {
    var id = ready();
    assertThat(as(mother).open(here(id) + "/review")).hasStatusOk();
    assertThat(as(mother).send(here(id) + "/submission", "declared", "true"))
        .hasRedirectedUrl(here(id) + "?sent");
    return id;
  }

  private void answerCommon(BundleId id) {
    as(mother)
        .send(
            here(id) + "/pages/you",
            "applicant.relation",
            "mother",
            "applicant.name",
            "Nguyễn Thị Mai",
            "applicant.idNumber",
            "022190001234",
            "contact.phone",
            "0912000001");
    assertThat(as(mother).send(here(id) + "/pages/child", child("Bảo")))
        .hasRedirectedUrl(here(id) + "/pages/home");
    assertThat(
            as(mother)
                .send(
                    here(id) + "/pages/home",
                    "home.address.province",
                    "22",
                    "home.address.district",
                    "193",
                    "home.address.commune",
                    "06697",
                    "home.address.street",
                    "Số 5, tổ 12, khu 3"))
        .hasRedirectedUrl(here(id));
  }

  private static MultiValueMap<String, String> child(String givenName) {
    var typed = new LinkedMultiValueMap<String, String>();
    typed.add("child.familyName", "Trần");
    typed.add("child.middleName", "Gia");
    typed.add("child.givenName", givenName);
    typed.add("child.sex", "male");
    typed.add("child.born.day", "2");
    typed.add("child.born.month", "11");
    typed.add("child.born.year", "2026");
    return typed;
  }

  private void fillIn(BundleId id) {
    var birth = part(id, BIRTH);
    for (var page :
        List.of(
            "child", "birthplace", "origin", "mother", "fatherhood", "father", "registration")) {
      as(mother).send(mine(birth) + "/pages/" + page, births.typed(page));
      as(mother).send(mine(birth) + "/pages/" + page, births.typed(page));
    }
    as(mother).upload(mine(birth) + "/papers", BirthDrafts.PROOF, "chung-sinh", Files.pdf());
    as(mother)
        .send(
            mine(part(id, RESIDENCE)) + "/pages/home",
            "home.householder",
            "applicant",
            "householder.relation",
            "child");
    as(mother)
        .send(mine(part(id, CARD)) + "/pages/clinic", "clinic.name", "Trạm Y tế phường Hồng Hà");
  }

  private List<Bundle.State> states(BundleId id) {
    return bundle(id).parts().stream().map(Bundle.Part::state).toList();
  }

  private Bundle bundle(BundleId id) {
    return bundles.find(id).orElseThrow();
  }

  private DossierId part(BundleId id, ServiceSlug service) {
    return bundle(id).find(service).orElseThrow().dossier();
  }

  private static String here(BundleId id) {
    return "/my/packages/" + id;
  }

  private static BundleId idOf(String address) {
    return new BundleId(UUID.fromString(address.substring(address.lastIndexOf('/') + 1)));
  }

  private String value(String line) {
    var from = line.indexOf("value=\"") + 7;
    return line.substring(from, line.indexOf('"', from));
  }
}
