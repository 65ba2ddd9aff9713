package org.motcua.dossiers.sharing;

import static java.time.Duration.ofSeconds;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.motcua.testing.Clicks.text;

import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.motcua.documents.Files;
import org.motcua.dossiers.BirthDrafts;
import org.motcua.dossiers.DossierId;
import org.motcua.dossiers.DossiersTest;
import org.motcua.dossiers.model.DossierStatus;
import org.motcua.dossiers.model.Participation;
import org.motcua.dossiers.model.ParticipationStore;
import org.motcua.identity.Accounts;
import org.motcua.identity.Acting;
import org.motcua.identity.CurrentUser;
import org.motcua.identity.MandateKind;
import org.motcua.identity.MandateScope;
import org.motcua.identity.Mandates;
import org.motcua.identity.NewMandate;
import org.motcua.identity.Power;
import org.motcua.testing.AtOnce;
import org.motcua.testing.Citizens;
import org.motcua.testing.Enterprises;
import org.motcua.testing.Officers;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.springframework.util.LinkedMultiValueMap;
import org.springframework.util.MultiValueMap;

/** A mother asks somebody to help with her draft. */
class SharingTests extends DossiersTest {

  private static final LocalDate TODAY = LocalDate.of(2026, 11, 21);
  private static final Pattern SEEN = Pattern.compile("name=\"_seen\" value=\"([^\"]+)\"");

  @Autowired ParticipationStore participations;
  @Autowired Accounts accounts;
  @Autowired Mandates mandates;
  @Autowired JdbcClient jdbc;

  private CurrentUser mother;
  private CurrentUser guest;
  private DossierId id;

  @BeforeEach
  void aDraftAndSomebodyToHelp() {
    mother = births.mother();
    guest = births.mother();
    id = births.complete(mother);
  }

  @Test
  void whoIsInvitedSeesAndFillsInTheSharedPartsAlone() {
    assertThat(invite(guest, "child")).hasRedirectedUrl(mine(id) + "/people?invited");
    assertThat(as(guest).open(mine(id) + "/pages/child")).hasStatus(404);
    assertThat(text(as(guest).open("/my/dossiers"))).contains("Mời bạn cùng điền", id.toString());
    assertThat(text(as(guest).open(mine(id)))).contains("mời bạn điền giúp", "Nhận lời");

    assertThat(accept(guest)).hasRedirectedUrl(mine(id));
    assertThat(text(as(guest).open("/my/dossiers"))).contains("Bạn đang cùng điền");
    assertThat(text(as(guest).open(mine(id))))
        .contains(mine(id) + "/pages/child")
        .doesNotContain(mine(id) + "/pages/mother", mine(id) + "/papers", "/review", "/removal")
        .doesNotContain("Xem toàn bộ hồ sơ");
    assertThat(text(as(guest).open(mine(id) + "/pages/child"))).contains("Bước 1/1");
    assertThat(as(guest).send(mine(id) + "/pages/child", child("Bình"))).hasRedirectedUrl(mine(id));
    assertThat(dossier(id).answers().text("child.givenName")).contains("Bình");
  }

  @Test
  void whatIsNotSharedIsNotThere() {
    invite(guest, "child");
    accept(guest);
    var before = dossier(id);
    var paper = before.attachments().getFirst().document().value();
    var helper = as(guest);

    for (var page :
        List.of(
            "/pages/mother",
            "/pages/none",
            "/papers",
            "/papers/" + paper,
            "/people",
            "/signature",
            "/removal",
            "/receipt.pdf",
            "/result.pdf")) {
      assertThat(helper.open(mine(id) + page)).as(page).hasStatus(404);
    }
    assertThat(helper.open(mine(id) + "/review")).hasRedirectedUrl(mine(id));
    assertThat(helper.send(mine(id) + "/pages/mother", births.typed("mother"))).hasStatus(404);
    assertThat(helper.send(mine(id) + "/pages/mother/typing", "mother.name", "X")).hasStatus(404);
    assertThat(helper.upload(mine(id) + "/papers", BirthDrafts.PROOF, "a.pdf", Files.pdf()))
        .hasStatus(404);
    assertThat(helper.send(mine(id) + "/submission", "declared", "true")).hasStatus(404);
    assertThat(helper.send(mine(id) + "/additions")).hasStatus(404);
    assertThat(helper.send(mine(id) + "/signers")).hasRedirectedUrl(mine(id));
    assertThat(helper.send(mine(id) + "/people", form(births.mother(), "child"))).hasStatus(404);
    helper.send(mine(id) + "/papers/" + paper + "/removal");
    helper.send(mine(id) + "/removal");
    helper.send(mine(id) + "/withdrawal");
    assertThat(dossier(id)).isEqualTo(before);
  }

  @Test
  void aButtonOfOnePageReachesNoOther() {
    var household = begin(mother, "all-questions");
    as(mother).send(mine(household) + "/pages/household/rows/members/abcd1234", "row.name", "Hoa");
    assertThat(dossier(household).answers().rows("members")).hasSize(1);
    inviteTo(household, guest, "texts");
    as(guest).send(mine(household) + "/invitation/acceptance");

    as(guest).send(mine(household) + "/pages/texts", "_remove", "members/abcd1234");
    assertThat(as(guest).open(mine(household) + "/pages/household/rows/members/new"))
        .hasStatus(404);
    assertThat(as(guest).open(mine(household) + "/pages/texts/rows/members/new")).hasStatus(404);
    assertThat(
            as(guest).send(mine(household) + "/pages/texts/rows/members/abcd1234", "row.name", "X"))
        .hasStatus(404);
    assertThat(dossier(household).answers().rows("members")).hasSize(1);
  }

  @Test
  void papersAreAPartOfTheirOwnAndTheRestIsReadOnlyIfTheOwnerLetsIt() {
    var paper = dossier(id).attachments().getFirst().document().value();
    var form = form(guest, "*papers");
    form.set("seesAll", "true");
    as(mother).send(mine(id) + "/people", form);
    accept(guest);

    assertThat(text(as(guest).open(mine(id)))).contains("Xem toàn bộ hồ sơ");
    assertThat(as(guest).open(mine(id) + "/papers/" + paper)).hasStatusOk();
    assertThat(as(guest).open(mine(id) + "/papers")).hasStatusOk();
    assertThat(as(guest).open(mine(id) + "/pages/child")).hasStatus(404);
    assertThat(as(guest).send(mine(id) + "/pages/child", child("Bình"))).hasStatus(404);
    as(guest).send(mine(id) + "/papers/" + paper + "/removal");
    as(guest).upload(mine(id) + "/papers", BirthDrafts.PROOF, "ro.pdf", Files.pdf());
    assertThat(dossier(id).attachments()).singleElement().extracting("name").isEqualTo("ro.pdf");
    assertThat(text(as(mother).open(mine(id)))).contains("đã gửi hoặc bỏ giấy tờ lúc");
  }

  @Test
  void theOwnerReadsWhoFilledInWhatAndTheAuditTrailKnows() {
    invite(guest, "child");
    accept(guest);
    as(guest).send(mine(id) + "/pages/child", child("Bình"));
    as(guest).send(mine(id) + "/pages/child/typing", "child.givenName", "Bìn");
    as(guest).send(mine(id) + "/pages/child/typing", "child.givenName", "Bì");

    assertThat(text(as(mother).open(mine(id))))
        .contains(guest.name() + " đã điền phần 2 “Trẻ được khai sinh” lúc 09:0");
    assertThat(
            jdbc.sql(
                    """
                    select actor from platform.audit_entry
                     where object_id = :id and action = 'dossiers.part_filled'
                    """)
                .param("id", id.toString())
                .query(String.class)
                .list())
        .containsExactly("account:" + guest.id());
    as(mother).send(mine(id) + "/pages/child", child("Minh"));
    assertThat(as(mother).send(mine(id) + "/submission", "declared", "true"))
        .hasRedirectedUrl(mine(id) + "?submitted");
    assertThat(text(as(mother).open(mine(id)))).contains("Người đã điền giúp");
  }

  @Test
  void itEndsWithItsDate() {
    invite(guest, "child");
    accept(guest);
    goTo(TODAY.plusDays(30), LocalTime.of(23, 0));
    assertThat(as(guest).open(mine(id) + "/pages/child")).hasStatusOk();
    goTo(TODAY.plusDays(31), LocalTime.of(0, 1));
    assertEnded("Đã hết ngày");
  }

  @Test
  void itEndsAtOnceWhenItIsWithdrawn() {
    invite(guest, "child");
    accept(guest);
    var withdrawal = mine(id) + "/people/" + newest().id() + "/withdrawal";
    assertThat(as(guest).send(withdrawal)).hasStatus(404);
    assertThat(as(births.mother()).send(withdrawal)).hasStatus(404);
    assertThat(as(guest).open(mine(id) + "/pages/child")).hasStatusOk();

    as(mother).send(withdrawal);
    assertThat(as(mother).send(withdrawal)).hasRedirectedUrl(mine(id) + "/people?withdrawn");
    assertEnded("Người mời đã dừng");
    assertThat(accept(guest)).hasStatus(404);
    assertThat(births.noticesTo(guest)).containsEntry("dossiers.notice.unshared", 1);
  }

  @Test
  void itEndsWhenTheDraftIsHandedInAndAdditionsAreSharedAnew() {
    invite(guest, "child");
    accept(guest);
    var waiting = births.mother();
    invite(waiting, "child");
    as(mother).send(mine(id) + "/submission", "declared", "true");
    assertEnded("Hồ sơ đã được nộp");
    assertThat(as(waiting).open(mine(id))).hasStatus(404);
    assertThat(accept(waiting)).hasStatus(404);
    assertThat(as(mother).open(mine(id) + "/people")).hasRedirectedUrl(mine(id));

    as(Officers.hongHaReception()).send(desk(id) + "/addition-request", "point:whole", "Ảnh mờ");
    assertThat(dossier(id).status()).isEqualTo(DossierStatus.ADDITIONS_REQUESTED);
    assertEnded("Hồ sơ đã được nộp");
    invite(guest, "child");
    accept(guest);
    assertThat(as(guest).send(mine(id) + "/pages/child", child("Bình"))).hasRedirectedUrl(mine(id));
    assertThat(dossier(id).answers().text("child.givenName")).contains("Bình");
    as(mother).send(mine(id) + "/additions");
    assertEnded("Hồ sơ đã được nộp");
    awaitNotices(guest, "dossiers.notice.shared_submitted", 2);
    assertThat(births.noticesTo(waiting)).doesNotContainKey("dossiers.notice.shared_submitted");
  }

  @Test
  void whoHelpedIsToldOnceThatItWasHandedInButNotWhoseDateHasCome() {
    var formerly = births.mother();
    var brief = form(formerly, "mother");
    brief.set("until.day", "22");
    brief.set("until.month", "11");
    as(mother).send(mine(id) + "/people", brief);
    accept(formerly);
    goTo(TODAY.plusDays(3), LocalTime.of(9, 0));
    invite(guest, "child");
    accept(guest);
    AtOnce.both(this::submit, this::submit);
    awaitNotices(guest, "dossiers.notice.shared_submitted", 1);
    assertThat(births.noticesTo(formerly)).doesNotContainKey("dossiers.notice.shared_submitted");
    assertThat(text(as(guest).open("/my/inbox"))).contains(mother.name() + " đã nộp hồ sơ");
  }

  @Test
  void whoLeavesIsOutAndWhoDeclinesNeverWasIn() {
    invite(guest, "child");
    accept(guest);
    as(guest).send(mine(id) + "/invitation/departure");
    assertEnded("Bạn đã thôi tham gia");
    invite(guest, "child");
    as(guest).send(mine(id) + "/invitation/refusal");
    as(guest).send(mine(id) + "/invitation/refusal");
    assertThat(accept(guest)).hasStatus(404);
    assertThat(births.noticesTo(mother))
        .containsEntry("dossiers.notice.left", 1)
        .containsEntry("dossiers.notice.declined", 1);
  }

  @Test
  void aMistypedNumberOrNameInvitesNobodyAndTellsNothing() {
    var wrongName = form(guest, "child");
    wrongName.set("name", "Nguyễn Thị Lan");
    var nobody = form(guest, "child");
    nobody.set("number", "001099123456");
    for (var form : List.of(wrongName, nobody)) {
      assertThat(as(mother).send(mine(id) + "/people", form))
          .hasRedirectedUrl(mine(id) + "/people?invited");
      as(mother).send(mine(id) + "/people/" + newest().id() + "/withdrawal");
    }
    assertThat(as(mother).send(mine(id) + "/people", wrongName)).hasStatus3xxRedirection();
    assertThat(as(guest).open(mine(id))).hasStatus(404);
    assertThat(accept(guest)).hasStatus(404);
    assertThat(text(as(guest).open("/my/dossiers"))).doesNotContain(id.toString());
    assertThat(text(as(mother).open(mine(id) + "/people"))).contains("Chờ trả lời");
  }

  @Test
  void marksAndCaseOfANameDoNotMatterAndWordIsSent() {
    var form = form(Citizens.hung(), "child");
    form.set("name", " tran van  HUNG ");
    form.set("number", "022 088 005 678");
    as(mother).send(mine(id) + "/people", form);
    await().atMost(ofSeconds(20)).untilAsserted(() -> assertThat(noticesAbout(id)).isEqualTo(1));
    assertThat(accept(Citizens.hung())).hasRedirectedUrl(mine(id));
    assertThat(as(guest).open(mine(id))).hasStatus(404);
  }

  @Test
  void anEnterpriseIsInvitedByItsTaxCode() {
    var form = form(Citizens.hung(), "child");
    form.set("name", "Công ty TNHH Sao Vàng");
    form.set("number", "5700123454");
    as(mother).send(mine(id) + "/people", form);
    assertThat(accept(Enterprises.saoVang())).hasRedirectedUrl(mine(id));
    assertThat(as(Enterprises.saoVang()).open(mine(id) + "/pages/child")).hasStatusOk();
  }

  @Test
  void twoClicksInviteOnceAndAcceptOnce() {
    AtOnce.both(() -> invite(guest, "child"), () -> invite(guest, "child"));
    assertThat(participations.listOf(id)).hasSize(1);
    assertThat(AtOnce.both(() -> accept(guest), () -> accept(guest)))
        .allSatisfy(answer -> assertThat(answer).hasRedirectedUrl(mine(id)));
    assertThat(births.noticesTo(mother)).containsEntry("dossiers.notice.joined", 1);
    assertThat(text(invite(guest, "mother"))).contains("Bạn đã mời người này rồi");
  }

  @Test
  void whatIsWrongInAnInvitationIsToldAndNobodyIsInvited() {
    var own = form(mother, "child");
    assertThat(text(as(mother).send(mine(id) + "/people", own))).contains("số của chính bạn");
    var nothing = as(mother).send(mine(id) + "/people", "until.day", "31");
    assertThat(text(nothing))
        .contains("12 số", "Nhập họ và tên", "được điền phần nào", "Nhập ngày cuối cùng");
    var tooLong = form(guest, "no-such-part");
    tooLong.set("until.year", "2027");
    assertThat(text(as(mother).send(mine(id) + "/people", tooLong)))
        .contains("Chọn ít nhất một phần", "180 ngày");
    assertThat(participations.listOf(id)).isEmpty();
  }

  @Test
  void tenMayBeInvitedAndNoMore() {
    for (var number = 0; number < 10; number++) {
      assertThat(invite(births.mother(), "child")).hasStatus3xxRedirection();
    }
    assertThat(text(invite(guest, "child"))).contains("Đã mời đủ 10 người");
    assertThat(participations.listOf(id)).hasSize(10);
  }

  @Test
  void whoActsForTheOwnerInvitesOnlyIfHeMaySign() {
    assertThat(as(acting(Power.FILE)).send(mine(id) + "/people", form(guest, "child")))
        .hasStatus(403);
    var signer = acting(Power.FILE, Power.SIGN);
    assertThat(text(as(signer).send(mine(id) + "/people", form(signedIn(signer), "child"))))
        .contains("số của chính bạn");
    assertThat(as(signer).send(mine(id) + "/people", form(guest, "child")))
        .hasRedirectedUrl(mine(id) + "/people?invited");
  }

  @Test
  void whatIsOfferedAsAnAnswerIsTheOwnersNotTheHelpers() {
    var draft = begin(mother, "all-questions");
    var form = form(Citizens.hung(), "texts");
    as(mother).send(mine(draft) + "/people", form);
    as(Citizens.hung()).send(mine(draft) + "/invitation/acceptance");
    assertThat(text(as(Citizens.hung()).open(mine(draft) + "/pages/texts")))
        .contains("value=\"" + mother.name() + "\"")
        .doesNotContain("value=\"" + Citizens.hung().name() + "\"");
  }

  @Test
  void whatTwoPeopleChangeOnOnePageIsKeptAndWhereBothHaveItIsAsked() {
    invite(guest, "child");
    accept(guest);
    var seen = seen(text(as(mother).open(mine(id) + "/pages/child")));
    var helpers = seen(text(as(guest).open(mine(id) + "/pages/child")));

    var byGuest = child("Bình");
    byGuest.addAll("_seen", helpers);
    as(guest).send(mine(id) + "/pages/child", byGuest);
    var byMother = births.typed("child");
    byMother.set("child.middleName", "Thị");
    byMother.addAll("_seen", seen);
    assertThat(as(mother).send(mine(id) + "/pages/child", byMother)).hasStatus3xxRedirection();
    assertThat(dossier(id).answers().text("child.givenName")).contains("Bình");
    assertThat(dossier(id).answers().text("child.middleName")).contains("Thị");

    var both = child("Minh");
    both.addAll("_seen", helpers);
    var told = as(guest).send(mine(id) + "/pages/child/typing", both);
    assertThat(text(told)).contains("changedElsewhere");
    byMother.set("child.givenName", "Dũng");
    var asked = as(mother).send(mine(id) + "/pages/child", byMother);
    assertThat(asked).hasStatusOk();
    assertThat(text(asked)).contains("Bình", "value=\"Dũng\"");
  }

  @Test
  void rowsThatTwoPeopleAddInTheSameMomentAreBothKept() {
    var household = begin(mother, "all-questions");
    inviteTo(household, guest, "household");
    as(guest).send(mine(household) + "/invitation/acceptance");
    var rows = mine(household) + "/pages/household/rows/members/";
    AtOnce.both(
        () -> as(mother).send(rows + "aaaa1111", "row.name", "Trần Văn Hùng"),
        () -> as(guest).send(rows + "bbbb2222", "row.name", "Lê Thị Hoa"));
    assertThat(dossier(household).answers().rows("members")).hasSize(2);
  }

  @Test
  void aDiscardedDraftIsGoneForAll() {
    invite(guest, "child");
    accept(guest);
    as(guest).send(mine(id) + "/pages/child", child("Bình"));
    as(mother).send(mine(id) + "/removal");
    assertThat(as(guest).open(mine(id))).hasStatus(404);
    as(mother).send(mine(id) + "/removal");
    assertThat(participations.listOf(id)).isEmpty();
    assertThat(births.noticesTo(guest)).containsEntry("dossiers.notice.shared_discarded", 1);
    assertThat(text(as(guest).open("/my/inbox"))).contains(mother.name() + " đã bỏ bản nháp");
  }

  @Test
  void theOwnerIsNoGuestAtHisOwnDraftAndAStrangerNone() {
    invite(guest, "child");
    assertThat(as(mother).send(mine(id) + "/invitation/acceptance")).hasStatus(404);
    assertThat(as(births.mother()).send(mine(id) + "/invitation/acceptance")).hasStatus(404);
    assertThat(as(mother).send("/my/dossiers/" + UUID.randomUUID() + "/people", form(guest, "x")))
        .hasStatus(404);
  }

  private void assertEnded(String why) {
    var before = dossier(id);
    for (var page : List.of("", "/pages/child", "/papers", "/review")) {
      var answer = as(guest).open(mine(id) + page);
      assertThat(answer).as(page).hasStatus(410);
      assertThat(text(answer)).as(page).contains("không còn mở cho bạn", why);
    }
    assertThat(as(guest).send(mine(id) + "/pages/child", child("Muộn"))).hasStatus(410);
    assertThat(as(guest).send(mine(id) + "/pages/child/typing", "child.givenName", "Muộn"))
        .hasStatus(410);
    assertThat(dossier(id)).isEqualTo(before);
    assertThat(text(as(guest).open("/my/dossiers"))).doesNotContain(id.toString());
  }

  private void awaitNotices(CurrentUser whom, String key, int times) {
    await()
        .atMost(ofSeconds(20))
        .untilAsserted(() -> assertThat(births.noticesTo(whom)).containsEntry(key, times));
  }

  private MvcTestResult submit() {
    return as(mother).send(mine(id) + "/submission", "declared", "true");
  }

  private MvcTestResult invite(CurrentUser whom, String part) {
    return inviteTo(id, whom, part);
  }

  private MvcTestResult inviteTo(DossierId dossier, CurrentUser whom, String part) {
    return as(mother).send(mine(dossier) + "/people", form(whom, part));
  }

  private MvcTestResult accept(CurrentUser who) {
    return as(who).send(mine(id) + "/invitation/acceptance");
  }

  /** Until thirty days from now. */
  private MultiValueMap<String, String> form(CurrentUser whom, String part) {
    var person = accounts.getPerson(whom.id());
    var form = new LinkedMultiValueMap<String, String>();
    form.set("number", person.number());
    form.set("name", person.name());
    form.set("scope", "SOME");
    form.set("parts", part);
    form.set("until.day", "21");
    form.set("until.month", "12");
    form.set("until.year", "2026");
    return form;
  }

  private MultiValueMap<String, String> child(String givenName) {
    var typed = births.typed("child");
    typed.set("child.givenName", givenName);
    return typed;
  }

  private static List<String> seen(String page) {
    return SEEN.matcher(page).results().map(found -> found.group(1)).toList();
  }

  private Participation newest() {
    return participations.listOf(id).getFirst();
  }

  private int noticesAbout(DossierId dossier) {
    return jdbc.sql(
            """
            select count(*) from notifications.message
             where account_id = :hung and notice_key = 'dossiers.notice.invited' and link = :link
            """)
        .param("hung", Citizens.hung().id().value())
        .param("link", mine(dossier))
        .query(Integer.class)
        .single();
  }

  private CurrentUser acting(Power... powers) {
    var aunt = births.mother();
    var mandate =
        mandates.grant(
            new NewMandate(
                MandateKind.DELEGATION,
                mother.id(),
                aunt.id(),
                Set.of(powers),
                new MandateScope.All(),
                null),
            mother);
    return new CurrentUser(
        mother.id(),
        mother.kind(),
        mother.name(),
        aunt.level(),
        new Acting(aunt.id(), aunt.kind(), aunt.name(), mandate.id()));
  }

  private static CurrentUser signedIn(CurrentUser acting) {
    return new CurrentUser(acting.signedIn(), acting.kind(), acting.name());
  }
}
