package org.motcua.dossiers.signing;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.motcua.testing.Clicks.text;

import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.motcua.documents.Files;
import org.motcua.dossiers.DossierId;
import org.motcua.dossiers.DossiersTest;
import org.motcua.dossiers.model.DossierStatus;
import org.motcua.dossiers.model.DossierStore;
import org.motcua.dossiers.model.HistoryEntry.Event;
import org.motcua.dossiers.model.SigningStore;
import org.motcua.identity.Accounts;
import org.motcua.identity.Acting;
import org.motcua.identity.CurrentUser;
import org.motcua.identity.LevelOfAssurance;
import org.motcua.identity.MandateId;
import org.motcua.identity.MandateKind;
import org.motcua.identity.MandateScope;
import org.motcua.identity.Mandates;
import org.motcua.identity.NewMandate;
import org.motcua.identity.Power;
import org.motcua.identity.model.AccountNames;
import org.motcua.identity.model.NameKind;
import org.motcua.testing.AtOnce;
import org.motcua.testing.Officers;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/** An application that a partner, and where much is at stake a guarantor, sign besides. */
class SigningTests extends DossiersTest {

  private static final Pattern CONTENT = Pattern.compile("name=\"content\" value=\"([0-9a-f]+)\"");

  @Autowired Accounts accounts;
  @Autowired Mandates mandates;
  @Autowired DossierStore dossiers;
  @Autowired SigningStore signings;
  @Autowired AccountNames names;

  private CurrentUser owner;
  private CurrentUser partner;
  private CurrentUser guarantor;
  private DossierId id;

  @BeforeEach
  void anApplicationOfThree() {
    owner = births.mother();
    partner = births.mother().knownAs(LevelOfAssurance.LOA3);
    guarantor = births.mother().knownAs(LevelOfAssurance.LOA3);
    id = begin(owner, "co-signed");
    agreement("900000");
    partners(number(partner));
    as(owner).upload(mine(id) + "/papers", "plan", "phuong-an.pdf", Files.pdf());
  }

  @Test
  void itIsHandedInOnlyOnceEverybodyHasSigned() {
    agreement("2000000");
    partners(number(partner), number(guarantor), guarantor.name());
    assertThat(text(submit()))
        .contains("Người góp vốn thứ nhất: số có đuôi", "bạn chưa gửi")
        .contains("Người bảo lãnh: " + guarantor.name());
    ask();
    assertThat(text(as(owner).open(mine(id) + "/review"))).contains("Chờ ký");
    assertThat(sign(partner)).hasRedirectedUrl(mine(id) + "/signature");
    assertThat(text(submit())).contains("Người bảo lãnh").contains("chưa ký. Bạn nộp được");
    assertThat(dossier(id).status()).isEqualTo(DossierStatus.DRAFT);

    sign(guarantor);
    assertThat(text(as(owner).open(mine(id) + "/review"))).contains("Đã ký lúc 09:0");
    assertThat(submit()).hasRedirectedUrl(mine(id) + "?submitted");
    assertThat(dossiers.historyOf(id))
        .extracting(entry -> entry.event())
        .containsExactly(Event.SIGNED, Event.SIGNED, Event.SUBMITTED);
    assertThat(text(as(owner).open(mine(id)))).contains("Người cùng ký đã ký", partner.name());
    assertThat(text(as(Officers.hongHaReception()).open(desk(id))))
        .contains("Đã cùng ký", "Người góp vốn thứ nhất", "Người bảo lãnh", guarantor.name());
  }

  @Test
  void theSignerReadsAllOfItOnlyWhileItIsHisToSign() {
    var paper = dossier(id).attachments().getFirst().document().value();
    var page = mine(id) + "/signature";
    assertThat(as(partner).open(page)).hasStatus(404);
    ask();
    assertThat(text(as(partner).open("/my/dossiers"))).contains("Chờ bạn ký", page);
    assertThat(text(as(partner).open(page)))
        .contains("Quán Bún", "phuong-an.pdf", "Người góp vốn thứ nhất", "Tôi cam đoan điều khai");
    assertThat(as(partner).open(page + "/papers/" + paper)).hasStatusOk();
    for (var other : List.of("", "/pages/agreement", "/papers", "/papers/" + paper, "/review")) {
      assertThat(as(partner).open(mine(id) + other)).as(other).hasStatus(404);
    }
    assertThat(as(guarantor).open(page)).hasStatus(404);
    assertThat(as(guarantor).open(page + "/papers/" + paper)).hasStatus(404);
    assertThat(as(owner).open(page)).hasStatus(404);

    sign(partner);
    assertThat(text(as(partner).open(page))).contains("Bạn đã ký").doesNotContain("Quán Bún");
    assertThat(as(partner).open(page + "/papers/" + paper)).hasStatus(404);
    assertThat(text(as(partner).open("/my/dossiers"))).doesNotContain(page);
  }

  @Test
  void whoIsNotAVerifiedPersonIsAskedToShowWhoHeIs() {
    ask();
    var unsure = partner.knownAs(LevelOfAssurance.LOA2);
    assertThat(as(unsure).open(mine(id) + "/signature")).hasStatus3xxRedirection();
    var content = content(partner);
    assertThat(as(unsure).send(mine(id) + "/signature", "content", content, "declared", "true"))
        .hasStatus3xxRedirection();
    assertThat(signings.listStanding(id).getFirst().signature()).isNull();
  }

  @Test
  void anyChangeMakesASignatureVoidAndBothAreTold() {
    ask();
    sign(partner);
    agreement("800000");
    assertThat(text(as(owner).open(mine(id) + "/review"))).contains("Cần ký lại");
    assertThat(text(submit())).contains("phải ký lại vì hồ sơ đã được sửa");
    assertThat(text(as(partner).open(mine(id) + "/signature"))).contains("Chưa có gì để ký");
    assertThat(births.noticesTo(owner))
        .containsEntry("dossiers.notice.sign_done", 1)
        .containsEntry("dossiers.notice.sign_void", 1);
    assertThat(births.noticesTo(partner)).containsEntry("dossiers.notice.sign_void_signer", 1);

    agreement("900000");
    assertThat(text(submit())).as("changed back").contains("phải ký lại");
    ask();
    sign(partner);
    assertThat(submit()).hasRedirectedUrl(mine(id) + "?submitted");
    assertThat(dossiers.historyOf(id))
        .extracting(entry -> entry.event())
        .containsExactly(Event.SIGNED, Event.SIGNATURE_VOID, Event.SIGNED, Event.SUBMITTED);
  }

  @Test
  void sendingThePageAsItWasChangesNothing() {
    ask();
    sign(partner);
    agreement("900000");
    partners(number(partner));
    assertThat(submit()).hasRedirectedUrl(mine(id) + "?submitted");
  }

  @Test
  void anotherPaperMakesItVoidAsDoesWhatIsTyped() {
    ask();
    sign(partner);
    as(owner).upload(mine(id) + "/papers", "plan", "hai.pdf", Files.pdf(20_000));
    assertThat(text(submit())).contains("phải ký lại");
    ask();
    sign(partner);
    as(owner).send(mine(id) + "/pages/agreement/typing", "name", "Quán Phở");
    assertThat(text(submit())).contains("phải ký lại");
  }

  @Test
  void onlyWhatWasReadIsSigned() {
    ask();
    var read = content(partner);
    agreement("700000");
    ask();
    var answer = as(partner).send(mine(id) + "/signature", "content", read, "declared", "true");
    assertThat(text(answer)).contains("Hồ sơ vừa được sửa", "700.000");
    assertThat(text(submit())).contains("chưa ký");
  }

  @Test
  void withoutTheDeclarationNothingIsSigned() {
    ask();
    var answer = as(partner).send(mine(id) + "/signature", "content", content(partner));
    assertThat(text(answer)).contains("Hãy đánh dấu vào ô cam đoan trước khi ký");
    assertThat(text(submit())).contains("chưa ký");
  }

  @Test
  void twoClicksAskOnceSignOnceAndSubmitOnce() {
    AtOnce.both(this::ask, this::ask);
    assertThat(signings.listOf(id)).hasSize(1);
    var content = content(partner);
    var signing = mine(id) + "/signature";
    AtOnce.both(
        () -> as(partner).send(signing, "content", content, "declared", "true"),
        () -> as(partner).send(signing, "content", content, "declared", "true"));
    assertThat(births.noticesTo(owner)).containsEntry("dossiers.notice.sign_done", 1);
    assertThat(AtOnce.both(this::submit, this::submit))
        .allSatisfy(answer -> assertThat(answer).hasRedirectedUrl(mine(id) + "?submitted"));
    assertThat(dossiers.historyOf(id))
        .extracting(entry -> entry.event())
        .containsExactly(Event.SIGNED, Event.SUBMITTED);
  }

  @Test
  void aSignatureAndAChangeInTheSameMomentNeverLeaveTheOtherSigned() {
    ask();
    var content = content(partner);
    AtOnce.both(
        () -> as(partner).send(mine(id) + "/signature", "content", content, "declared", "true"),
        () -> agreement("600000"));
    assertThat(dossier(id).answers().find("amount")).contains(600000L);
    assertThat(submit()).hasStatusOk();
    assertThat(dossier(id).status()).isEqualTo(DossierStatus.DRAFT);
  }

  @Test
  void nobodyCoSignsByTheApplicantsOwnNumber() {
    partners(number(owner));
    assertThat(text(as(owner).open(mine(id) + "/review")))
        .contains("Không ai tự cùng ký hồ sơ của chính mình");
    ask();
    assertThat(signings.listOf(id)).isEmpty();
    assertThat(text(submit())).contains("số này là của người nộp hồ sơ");
    var twin = owner.knownAs(LevelOfAssurance.LOA3);
    assertThat(as(twin).open(mine(id) + "/signature")).hasStatus(404);
  }

  @Test
  void nobodyCoSignsWhileHeActsForTheApplicant() {
    ask();
    var content = content(partner);
    var mandate = mandate(partner, Power.FILE);
    var acting =
        new CurrentUser(
            owner.id(),
            owner.kind(),
            owner.name(),
            LevelOfAssurance.LOA3,
            new Acting(partner.id(), partner.kind(), partner.name(), mandate));
    assertThat(as(acting).open(mine(id) + "/signature")).hasStatus(404);
    assertThat(as(acting).send(mine(id) + "/signature", "content", content, "declared", "true"))
        .hasStatus(404);
    var himself = as(partner).send(mine(id) + "/signature", "content", content, "declared", "true");
    assertThat(text(himself)).contains("không thể cùng ký hồ sơ này");
    assertThat(text(submit())).contains("chưa ký");
  }

  @Test
  void whoHasCoSignedDoesNotHandInForTheApplicant() {
    ask();
    sign(partner);
    var acting =
        new CurrentUser(
            owner.id(),
            owner.kind(),
            owner.name(),
            LevelOfAssurance.LOA2,
            new Acting(partner.id(), partner.kind(), partner.name(), mandate(partner, Power.SIGN)));
    assertThat(text(as(acting).send(mine(id) + "/submission", "declared", "true")))
        .contains("không nộp thay người nộp được");
    assertThat(dossier(id).status()).isEqualTo(DossierStatus.DRAFT);
    assertThat(submit()).hasRedirectedUrl(mine(id) + "?submitted");
  }

  @Test
  void twoSignersAreTwoPersons() {
    agreement("2000000");
    partners(number(partner), number(partner), partner.name());
    ask();
    sign(partner);
    assertThat(text(submit())).contains("Người bảo lãnh: số này trùng với người ký khác");
    assertThat(dossier(id).status()).isEqualTo(DossierStatus.DRAFT);
  }

  @Test
  void whereTheNameIsAskedItMustBeTheSigners() {
    agreement("2000000");
    partners(number(partner), number(guarantor), "Phạm Văn Khác");
    ask();
    assertThat(as(guarantor).open(mine(id) + "/signature")).hasStatus(404);
  }

  @Test
  void whoCannotBeFoundByHisNumberIsToldToBeNamedByAnother() {
    partners("101234567");
    assertThat(text(as(owner).open(mine(id) + "/review"))).contains("gồm 12 số để người này ký");
    ask();
    assertThat(text(submit())).contains("cần số định danh cá nhân gồm 12 số");
  }

  @Test
  void nobodyIsAskedBeforeTheApplicationIsWhole() {
    as(owner).send(mine(id) + "/pages/agreement", "name", "");
    assertThat(text(ask())).contains("govuk-error-summary");
    assertThat(signings.listOf(id)).isEmpty();
  }

  @Test
  void whatIsChangedForTheDeskIsSignedAgain() {
    ask();
    sign(partner);
    submit();
    var reception = as(Officers.hongHaReception());
    reception.send(desk(id) + "/addition-request", "point:question:amount", "Ghi rõ số tiền");
    assertThat(dossier(id).status()).isEqualTo(DossierStatus.ADDITIONS_REQUESTED);
    agreement("500000");
    assertThat(text(as(owner).send(mine(id) + "/additions"))).contains("phải ký lại");
    assertThat(text(as(owner).open(mine(id) + "/review"))).contains("Cần ký lại");
    ask();
    sign(partner);
    assertThat(as(owner).send(mine(id) + "/additions")).hasRedirectedUrl(mine(id) + "?supplied");
    assertThat(text(reception.open(desk(id)))).contains("Đã cùng ký", "Chữ ký không còn giá trị");
  }

  @Test
  void whatIsNotChangedForTheDeskStaysSigned() {
    ask();
    sign(partner);
    submit();
    as(Officers.hongHaReception())
        .send(desk(id) + "/addition-request", "point:whole", "Xin giải thích");
    assertThat(as(owner).send(mine(id) + "/additions", "note", "Đây là quán ăn"))
        .hasRedirectedUrl(mine(id) + "?supplied");
  }

  @Test
  void aDraftThatWasSignedCanBeDiscarded() {
    ask();
    sign(partner);
    as(owner).send(mine(id) + "/removal");
    assertThat(dossiers.find(id)).isEmpty();
    assertThat(as(partner).open(mine(id) + "/signature")).hasStatus(404);
  }

  @Test
  void whoWasAskedOrHasSignedIsToldOnceThatTheDraftIsDiscarded() {
    names.claim(guarantor.id(), NameKind.CITIZEN_ID, number(guarantor));
    agreement("2000000");
    partners(number(partner), number(guarantor), guarantor.name());
    ask();
    sign(partner);
    as(owner).send(mine(id) + "/removal");
    as(owner).send(mine(id) + "/removal");
    for (var signer : List.of(partner, guarantor)) {
      assertThat(births.noticesTo(signer)).containsEntry("dossiers.notice.sign_discarded", 1);
    }
    assertThat(text(as(partner).open("/my/inbox"))).contains(owner.name() + " đã bỏ hồ sơ");
  }

  @Test
  void whoSignedWhatWasChangedSinceIsToldToo() {
    ask();
    sign(partner);
    agreement("800000");
    as(owner).send(mine(id) + "/removal");
    assertThat(births.noticesTo(partner)).containsEntry("dossiers.notice.sign_discarded", 1);
  }

  @Test
  void whoWasNotAskedOrHasDeclinedHearsNothingOfADiscardedDraft() {
    names.claim(partner.id(), NameKind.CITIZEN_ID, number(partner));
    agreement("2000000");
    partners(number(partner), number(guarantor), guarantor.name());
    ask();
    decline(partner, content(partner), "Sai số tiền");
    partners(number(partner), number(births.mother()), "Phạm Văn Khác");
    as(owner).send(mine(id) + "/removal");
    for (var other : List.of(partner, guarantor)) {
      assertThat(births.noticesTo(other)).doesNotContainKey("dossiers.notice.sign_discarded");
    }
  }

  @Test
  void whoDoesNotAgreeSaysWhyAndTheApplicantReadsIt() {
    ask();
    var answer = decline(partner, content(partner), "  Số tiền phải là 800.000.\nXin sửa. ");
    assertThat(answer).hasRedirectedUrl(mine(id) + "/signature");
    var paper = dossier(id).attachments().getFirst().document().value();
    assertThat(text(as(partner).open(mine(id) + "/signature")))
        .contains("Bạn đã từ chối ký", "Số tiền phải là 800.000.\nXin sửa.")
        .doesNotContain("Quán Bún");
    assertThat(as(partner).open(mine(id) + "/signature/papers/" + paper)).hasStatus(404);
    assertThat(text(as(partner).open("/my/dossiers"))).doesNotContain("Chờ bạn ký");

    assertThat(text(as(owner).open(mine(id) + "/review")))
        .contains(
            partner.name(), "Từ chối ký", "Đã từ chối ký lúc 09:0", "Số tiền phải là 800.000.");
    assertThat(text(submit())).contains(partner.name(), "từ chối ký. Hãy xem lý do");
    assertThat(births.noticesTo(owner)).containsEntry("dossiers.notice.sign_declined", 1);
    assertThat(text(as(owner).open("/my/inbox"))).contains(partner.name() + " từ chối ký hồ sơ");
    assertThat(dossier(id).status()).isEqualTo(DossierStatus.DRAFT);
  }

  @Test
  void whatWasDeclinedIsMendedAskedAgainAndSigned() {
    ask();
    decline(partner, content(partner), "Sai số tiền");
    agreement("800000");
    assertThat(text(as(owner).open(mine(id) + "/review")))
        .contains("Chưa gửi", "trước lần sửa gần đây của bạn", "Sai số tiền");
    assertThat(text(as(partner).open(mine(id) + "/signature"))).contains("Bạn đã từ chối ký");
    ask();
    sign(partner);
    assertThat(submit()).hasRedirectedUrl(mine(id) + "?submitted");
    assertThat(dossiers.historyOf(id))
        .extracting(entry -> entry.event())
        .containsExactly(Event.SIGNING_DECLINED, Event.SIGNED, Event.SUBMITTED);
    assertThat(text(as(owner).open(mine(id)))).contains("Người cùng ký từ chối ký");
    assertThat(text(as(Officers.hongHaReception()).open(desk(id)))).doesNotContain("Sai số tiền");
  }

  @Test
  void whoDeclinedMayBeAskedAgainWithoutAChange() {
    ask();
    decline(partner, content(partner), "Tôi chưa nhớ ra việc này");
    ask();
    assertThat(signings.listOf(id)).hasSize(2);
    sign(partner);
    assertThat(submit()).hasRedirectedUrl(mine(id) + "?submitted");
  }

  @Test
  void decliningOnceMakesTheOthersSignaturesNotVoidButAChangeDoes() {
    agreement("2000000");
    partners(number(partner), number(guarantor), guarantor.name());
    ask();
    sign(guarantor);
    decline(partner, content(partner), "Sai số tiền");
    assertThat(text(as(owner).open(mine(id) + "/review"))).contains("Đã ký lúc", "Từ chối ký");
    agreement("1900000");
    assertThat(text(as(owner).open(mine(id) + "/review"))).contains("Cần ký lại", "Chưa gửi");
  }

  @Test
  void withoutWordsOrWithTooManyNothingIsDeclined() {
    ask();
    var content = content(partner);
    assertThat(text(decline(partner, content, " \n "))).contains("Hãy ghi lý do bạn không ký");
    var much = "x".repeat(1001);
    assertThat(text(decline(partner, content, much))).contains("tối đa 1.000 ký tự", much);
    assertThat(text(as(owner).open(mine(id) + "/review"))).contains("Chờ ký");
    assertThat(decline(partner, content, "x".repeat(1000)))
        .hasRedirectedUrl(mine(id) + "/signature");
  }

  @Test
  void onlyWhatWasReadIsDeclinedAndOnlyByWhomIsAsked() {
    ask();
    var read = content(partner);
    assertThat(decline(guarantor, read, "Không")).hasStatus(404);
    assertThat(decline(owner, read, "Không")).hasStatus(404);
    assertThat(decline(partner.knownAs(LevelOfAssurance.LOA2), read, "Không"))
        .hasStatus3xxRedirection();
    agreement("700000");
    ask();
    assertThat(text(decline(partner, read, "Không"))).contains("Hồ sơ vừa được sửa", "700.000");
    assertThat(signings.listStanding(id).getFirst().refusal()).isNull();
  }

  @Test
  void twoClicksDeclineOnceAndWhoSignedHasSigned() {
    ask();
    var content = content(partner);
    AtOnce.both(
        () -> decline(partner, content, "Sai số tiền"),
        () -> decline(partner, content, "Sai số tiền"));
    assertThat(births.noticesTo(owner)).containsEntry("dossiers.notice.sign_declined", 1);
    var late = as(partner).send(mine(id) + "/signature", "content", content, "declared", "true");
    assertThat(text(late)).contains("Bạn đã từ chối ký");
    ask();
    sign(partner);
    assertThat(decline(partner, content, "Nghĩ lại")).hasRedirectedUrl(mine(id) + "/signature");
    assertThat(submit()).hasRedirectedUrl(mine(id) + "?submitted");
  }

  private MvcTestResult decline(CurrentUser who, String content, String why) {
    return as(who).send(mine(id) + "/signature/refusal", "content", content, "why", why);
  }

  private MvcTestResult agreement(String amount) {
    return as(owner)
        .send(
            mine(id) + "/pages/agreement",
            "name",
            "Quán Bún",
            "place.province",
            "22",
            "place.district",
            "193",
            "place.commune",
            "06697",
            "place.street",
            "Số 5",
            "amount",
            amount);
  }

  private void partners(String number) {
    as(owner).send(mine(id) + "/pages/partners", "partner", number);
  }

  private void partners(String number, String guarantorsNumber, String guarantorsName) {
    as(owner)
        .send(
            mine(id) + "/pages/partners",
            "partner",
            number,
            "guarantor.name",
            guarantorsName,
            "guarantor.idNumber",
            guarantorsNumber,
            "guarantor.day",
            "1",
            "guarantor.month",
            "2",
            "guarantor.year",
            "1992");
  }

  private MvcTestResult ask() {
    return as(owner).send(mine(id) + "/signers");
  }

  private MvcTestResult submit() {
    return as(owner).send(mine(id) + "/submission", "declared", "true");
  }

  private MvcTestResult sign(CurrentUser who) {
    return as(who).send(mine(id) + "/signature", "content", content(who), "declared", "true");
  }

  private String content(CurrentUser who) {
    var found = CONTENT.matcher(text(as(who).open(mine(id) + "/signature")));
    assertThat(found.find()).isTrue();
    return found.group(1);
  }

  private String number(CurrentUser who) {
    return requireNonNull(accounts.getPerson(who.id()).citizenId());
  }

  private MandateId mandate(CurrentUser holder, Power power) {
    return mandates
        .grant(
            new NewMandate(
                MandateKind.DELEGATION,
                owner.id(),
                holder.id(),
                Set.of(power),
                new MandateScope.All(),
                null),
            owner)
        .id();
  }
}
