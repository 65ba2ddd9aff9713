package org.motcua.catalogue.proposing;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.motcua.catalogue.Catalogue;
import org.motcua.catalogue.Procedure;
import org.motcua.catalogue.ProcedureCode;
import org.motcua.catalogue.Procedures;
import org.motcua.catalogue.model.Version;
import org.motcua.catalogue.model.Version.Change;
import org.motcua.catalogue.model.VersionStore;
import org.motcua.catalogue.proposing.BeginProposal.Beginning;
import org.motcua.catalogue.proposing.Outcome.NoSuchProposal;
import org.motcua.catalogue.proposing.Outcome.NotNow;
import org.motcua.catalogue.proposing.Outcome.NotYours;
import org.motcua.catalogue.proposing.Outcome.Overtaken;
import org.motcua.catalogue.proposing.Outcome.OwnWork;
import org.motcua.catalogue.proposing.Outcome.Unanswered;
import org.motcua.catalogue.proposing.Outcome.Unfinished;
import org.motcua.catalogue.proposing.checking.Finding;
import org.motcua.catalogue.proposing.checking.Findings;
import org.motcua.catalogue.proposing.model.Entry;
import org.motcua.catalogue.proposing.model.Kind;
import org.motcua.catalogue.proposing.model.Proposal;
import org.motcua.catalogue.proposing.model.ProposalId;
import org.motcua.catalogue.proposing.model.ProposalStore;
import org.motcua.catalogue.proposing.model.Stage;
import org.motcua.catalogue.proposing.model.State;
import org.motcua.catalogue.proposing.text.DraftText;
import org.motcua.catalogue.proposing.text.FormBinding;
import org.motcua.catalogue.proposing.text.Section;
import org.motcua.catalogue.proposing.text.SentForm;
import org.motcua.identity.CurrentUser;
import org.motcua.organisation.AgencyId;
import org.motcua.organisation.OfficerId;
import org.motcua.organisation.Post;
import org.motcua.organisation.Posts;
import org.motcua.organisation.Role;
import org.motcua.organisation.UnitCode;
import org.motcua.platform.ids.NewId;
import org.motcua.testing.AtOnce;
import org.motcua.testing.MovableClock;
import org.motcua.testing.Officers;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;

@SpringBootTest
@AutoConfigureMockMvc
@Import(Amendments.class)
class ProposalToPublicationTest {

  private static final UnitCode QUANG_NINH = new UnitCode("22");
  private static final UnitCode HO_CHI_MINH_CITY = new UnitCode("79");
  private static final AgencyId MINISTRY_OF_JUSTICE = new AgencyId("000.00.00.G15");

  private static final CurrentUser EDITOR = Officers.justiceEditor();
  private static final CurrentUser CONTROLLER = Officers.justiceController();
  private static final CurrentUser PUBLISHER = Officers.governmentController();
  private static final CurrentUser PROVINCE_EDITOR = Officers.quangNinhEditor();
  private static final CurrentUser PROVINCE_CONTROLLER = Officers.quangNinhController();

  @Autowired private Amendments amendments;
  @Autowired private EditorsDesk desk;
  @Autowired private BeginProposal begin;
  @Autowired private SaveSection saving;
  @Autowired private MoveProposal moves;
  @Autowired private CatchUp catchUp;
  @Autowired private Findings findings;
  @Autowired private ProposalStore proposals;
  @Autowired private VersionStore versions;
  @Autowired private Catalogue catalogue;
  @Autowired private Posts posts;
  @Autowired private MovableClock clock;
  @Autowired private JdbcClient jdbc;

  @AfterEach
  void leaveNothing() {
    clock.reset();
    amendments.leaveNothing();
  }

  @Test
  void anAmendmentIsProposedApprovedPublishedAndReadOnItsDay() {
    var code = amendments.published("9.200101", "Cấp phép").code();
    var draft = amendments.begun(Kind.AMENDMENT, code.value(), EDITOR);
    draft = amendments.decided(amendments.renamed(draft, EDITOR, "Cấp phép mới"), EDITOR);

    amendments.proposed(draft, EDITOR);
    amendments.approved(draft, CONTROLLER);
    var published = amendments.published(draft, PUBLISHER);

    assertThat(published.state())
        .asInstanceOf(InstanceOfAssertFactories.type(State.Published.class))
        .extracting(State.Published::version)
        .isEqualTo(2);
    assertThat(catalogue.get(code).name()).isEqualTo("Cấp phép");
    var coming = catalogue.find(code, amendments.today().plusDays(60)).orElseThrow();
    assertThat(coming.name()).isEqualTo("Cấp phép mới");
    assertThat(coming.decision())
        .isEqualTo(
            new Procedure.PublishingDecision("2228/QĐ-BTP", amendments.today(), "Bộ Tư pháp"));

    clock.advance(Duration.ofDays(60));
    awaitName(code, "Cấp phép mới");

    assertThat(proposals.historyOf(draft.id()))
        .extracting(Entry::event)
        .containsExactly(
            Entry.Event.BEGUN,
            Entry.Event.SAVED,
            Entry.Event.SAVED,
            Entry.Event.PROPOSED,
            Entry.Event.APPROVED,
            Entry.Event.PUBLISHED);
    assertThat(audited(draft))
        .startsWith("catalogue.proposal-begun")
        .endsWith(
            "catalogue.proposal-proposed",
            "catalogue.proposal-approved",
            "catalogue.proposal-published");
  }

  @Test
  void aNewProcedureIsReadOnceItIsPublished() {
    var text = DraftText.of(Procedures.named("9.200102", "Thủ tục mới"));
    var draft = amendments.begun(Kind.NEW, "", EDITOR);
    for (var section : Section.values()) {
      if (section == Section.DECISION) continue;
      draft = amendments.saved(draft, EDITOR, section, SentForm.of(text, section));
    }
    draft = amendments.decided(draft, EDITOR, amendments.today(), amendments.today());

    assertThat(moves.propose(draft.id(), amendments.editor(EDITOR), Map.of()))
        .isInstanceOf(Unanswered.class);
    var why = Map.of("deadline.decision@decision.effectiveFrom", "Luật có hiệu lực ngay");
    Amendments.done(moves.propose(draft.id(), amendments.editor(EDITOR), why));
    amendments.approved(draft, CONTROLLER);
    amendments.published(draft, PUBLISHER);

    assertThat(catalogue.get(new ProcedureCode("9.200102")).name()).isEqualTo("Thủ tục mới");
    assertThat(versions.list(new ProcedureCode("9.200102"), 5))
        .extracting(Version::change)
        .containsExactly(Change.PUBLISHED);
  }

  @Test
  void whatIsReturnedGoesBackToItsAuthorWithTheCommentAndComesAgain() {
    var draft = ready("9.200103");
    amendments.proposed(draft, EDITOR);

    assertThat(moves.sendBack(draft.id(), amendments.editor(CONTROLLER), "  "))
        .isInstanceOf(Outcome.CommentMissing.class);
    var returned =
        Amendments.done(moves.sendBack(draft.id(), amendments.editor(CONTROLLER), "Tên chưa rõ"));
    assertThat(returned.state())
        .asInstanceOf(InstanceOfAssertFactories.type(State.Returned.class))
        .extracting(State.Returned::comment)
        .isEqualTo("Tên chưa rõ");

    var mended = amendments.renamed(returned, EDITOR, "Cấp phép xây dựng");
    amendments.proposed(mended, EDITOR);
    amendments.approved(mended, CONTROLLER);
    var back =
        Amendments.done(moves.sendBack(draft.id(), amendments.editor(PUBLISHER), "Thiếu mẫu đơn"));
    assertThat(back.stage()).isEqualTo(Stage.RETURNED);
    assertThat(moves.discard(draft.id(), amendments.editor(EDITOR)))
        .isInstanceOf(Outcome.Done.class);
    assertThat(catalogue.get(new ProcedureCode("9.200103")).name()).isEqualTo("Cấp phép");
  }

  @Test
  void nobodyApprovesOrPublishesWhatHeHasWritten() {
    posts.appoint(post(EDITOR, Role.PROCEDURE_CONTROLLER), "system:test");
    try {
      var draft = ready("9.200104");
      amendments.proposed(draft, EDITOR);

      assertThat(moves.approve(draft.id(), amendments.editor(EDITOR), "", Map.of()))
          .isInstanceOf(OwnWork.class);
    } finally {
      posts.dismiss(post(EDITOR, Role.PROCEDURE_CONTROLLER), "system:test");
    }
  }

  @Test
  void whoOnlyTouchedACommaIsAnAuthorToo() {
    posts.appoint(post(CONTROLLER, Role.PROCEDURE_EDITOR), "system:test");
    try {
      var draft = amendments.renamed(ready("9.200105"), CONTROLLER, "Cấp phép, sửa");
      amendments.proposed(draft, EDITOR);

      assertThat(moves.approve(draft.id(), amendments.editor(CONTROLLER), "", Map.of()))
          .isInstanceOf(OwnWork.class);
    } finally {
      posts.dismiss(post(CONTROLLER, Role.PROCEDURE_EDITOR), "system:test");
    }
  }

  @Test
  void eachDoesOnlyWhatIsHisToDo() {
    var draft = ready("9.200106");

    assertThat(moves.propose(draft.id(), amendments.editor(CONTROLLER), Map.of()))
        .isInstanceOf(NotYours.class);
    amendments.proposed(draft, EDITOR);
    assertThat(moves.approve(draft.id(), amendments.editor(PUBLISHER), "", Map.of()))
        .isInstanceOf(NoSuchProposal.class);
    assertThat(moves.approve(draft.id(), amendments.editor(PROVINCE_CONTROLLER), "", Map.of()))
        .isInstanceOf(NoSuchProposal.class);
    assertThat(moves.publish(draft.id(), amendments.editor(CONTROLLER), Map.of()))
        .isInstanceOf(NotNow.class);
    amendments.approved(draft, CONTROLLER);
    assertThat(moves.publish(draft.id(), amendments.editor(CONTROLLER), Map.of()))
        .isInstanceOf(NotYours.class);
    assertThat(moves.discard(draft.id(), amendments.editor(EDITOR))).isInstanceOf(NotNow.class);
  }

  @Test
  void anotherMinistrysProcedureAndAProvincesCopyAreNotAmended() {
    amendments.published("9.200107.000.00.00.H29", "Quy định của nơi khác");
    amendments.published("9.200107", "Cấp phép");

    assertThat(begin("9.200107.000.00.00.H29", Kind.AMENDMENT, EDITOR))
        .isInstanceOf(Beginning.NotYours.class);
    assertThat(begin("9.200107.000.00.00.H29", Kind.AMENDMENT, PROVINCE_EDITOR))
        .isInstanceOf(Beginning.NotYours.class);
    assertThat(begin("9.200107", Kind.AMENDMENT, PROVINCE_EDITOR))
        .isInstanceOf(Beginning.NotYours.class);
    assertThat(begin("9.200107", Kind.COPY, EDITOR)).isInstanceOf(Beginning.NotYours.class);
    assertThat(begin("9.200107", Kind.AMENDMENT, CONTROLLER))
        .isInstanceOf(Beginning.NotYours.class);
    assertThat(begin("1.002809", Kind.AMENDMENT, PROVINCE_EDITOR))
        .isInstanceOf(Beginning.NotYours.class);
    assertThat(begin("9.299999", Kind.AMENDMENT, EDITOR))
        .isInstanceOf(Beginning.NoSuchProcedure.class);
  }

  @Test
  void aProvincesCopyIsDecidedThereAndReadByItsPeople() {
    var national = amendments.published("9.200108", "Đăng ký").code();
    var draft = amendments.begun(Kind.COPY, national.value(), PROVINCE_EDITOR);
    assertThat(draft.code()).isEqualTo(new ProcedureCode("9.200108.000.00.00.H49"));
    draft =
        amendments.changed(
            draft,
            PROVINCE_EDITOR,
            Section.CHANNELS,
            "channels.0.timeLimits.0.fees.0.dong",
            "20.000");
    draft =
        amendments.decided(
            draft, PROVINCE_EDITOR, amendments.today().minusDays(1), amendments.today());

    Amendments.done(
        moves.propose(
            draft.id(),
            amendments.editor(PROVINCE_EDITOR),
            Map.of("deadline.decision@decision.effectiveFrom", "Hội đồng nhân dân quyết định")));
    amendments.approved(draft, PROVINCE_CONTROLLER);
    assertThat(moves.publish(draft.id(), amendments.editor(PUBLISHER), Map.of()))
        .isInstanceOf(NoSuchProposal.class);
    amendments.published(draft, PROVINCE_CONTROLLER);

    assertThat(feeFor(national, QUANG_NINH)).isEqualTo(20_000);
    assertThat(feeFor(national, HO_CHI_MINH_CITY)).isEqualTo(50_000);
    assertThat(begin("9.200108", Kind.COPY, PROVINCE_EDITOR))
        .isInstanceOf(Beginning.NotYours.class);
  }

  @Test
  void anAbolishedProcedureIsGoneFromItsDayOn() {
    var code = amendments.published("9.200109", "Cấp phép").code();
    var draft = amendments.begun(Kind.ABOLITION, code.value(), EDITOR);
    draft = amendments.decided(draft, EDITOR);

    amendments.proposed(draft, EDITOR);
    amendments.approved(draft, CONTROLLER);
    amendments.published(draft, PUBLISHER);

    assertThat(catalogue.find(code, amendments.today().plusDays(59))).isPresent();
    assertThat(catalogue.find(code, amendments.today().plusDays(60))).isEmpty();
    assertThat(begin(code.value(), Kind.AMENDMENT, EDITOR)).isInstanceOf(Beginning.Begun.class);
  }

  @Test
  void anAmendmentThatWasOvertakenTakesTheNewVersionOverOrGoesOn() {
    var procedure = amendments.published("9.200110", "Cấp phép");
    var draft = ready("9.200110");
    var other = DraftText.of(procedure).with("summary", "Tóm tắt của người khác");
    amendments.publishedMeanwhile(other.toProcedure(null));

    assertThat(moves.propose(draft.id(), amendments.editor(EDITOR), Map.of()))
        .asInstanceOf(InstanceOfAssertFactories.type(Unfinished.class))
        .extracting(Unfinished::errors, InstanceOfAssertFactories.list(Finding.class))
        .extracting(Finding::key)
        .containsExactly("base.outdated");

    var merged = Amendments.done(catchUp.takeOver(draft.id(), amendments.editor(EDITOR)));
    assertThat(merged.text().name()).isEqualTo("Cấp phép sửa đổi");
    assertThat(merged.text().toProcedure(null).summary()).isEqualTo("Tóm tắt của người khác");
    assertThat(merged.text().decisionNumber()).contains("2228/QĐ-BTP");
    assertThat(catchUp.takeOver(draft.id(), amendments.editor(EDITOR)))
        .isEqualTo(new Outcome.Done(merged));
    amendments.proposed(merged, EDITOR);
  }

  @Test
  void whoGoesOnKeepsHisOwnText() {
    var procedure = amendments.published("9.200111", "Cấp phép");
    var draft = ready("9.200111");
    amendments.publishedMeanwhile(
        DraftText.of(procedure).with("summary", "Khác").toProcedure(null));

    var kept = Amendments.done(catchUp.goOn(draft.id(), amendments.editor(EDITOR)));

    assertThat(kept.text()).isEqualTo(draft.text());
    amendments.proposed(kept, EDITOR);
  }

  @Test
  void whatWasOvertakenAfterApprovalIsNotPublished() {
    var procedure = amendments.published("9.200112", "Cấp phép");
    var draft = ready("9.200112");
    amendments.proposed(draft, EDITOR);
    amendments.approved(draft, CONTROLLER);
    amendments.publishedMeanwhile(
        DraftText.of(procedure).with("summary", "Khác").toProcedure(null));

    assertThat(moves.publish(draft.id(), amendments.editor(PUBLISHER), Map.of()))
        .isInstanceOf(Unfinished.class);
    assertThat(catalogue.get(procedure.code()).summary()).isEqualTo("Khác");
  }

  @Test
  void twoEditorsOfOneSectionHearOfEachOtherAndTwoOfDifferentOnesDoNot() {
    var draft = ready("9.200113");
    var first = amendments.renamed(draft, EDITOR, "Của người thứ nhất");

    var overtaken = save(draft, Section.NAMES, "name", "Của người thứ hai");
    assertThat(overtaken).isInstanceOf(Overtaken.class);
    assertThat(((Overtaken) overtaken).last().by().name()).isEqualTo(EDITOR.name());
    assertThat(((Overtaken) overtaken).typed().name()).isEqualTo("Của người thứ hai");
    assertThat(proposals.find(draft.id()).orElseThrow().text()).isEqualTo(first.text());

    assertThat(save(draft, Section.WHO, "conditions", "Đủ 18 tuổi"))
        .isInstanceOf(Outcome.Done.class);
    assertThat(save(first, Section.NAMES, "name", "Của người thứ hai"))
        .isInstanceOf(Outcome.Done.class);
  }

  @Test
  void theSameFormSentTwiceIsSavedOnce() {
    var draft = ready("9.200114");
    var first = save(draft, Section.WHO, "conditions", "Đủ 18 tuổi");

    assertThat(save(draft, Section.WHO, "conditions", "Đủ 18 tuổi")).isEqualTo(first);
  }

  @Test
  void everyActMayComeTwice() {
    var draft = ready("9.200115");
    assertThat(amendments.proposed(draft, EDITOR)).isEqualTo(amendments.proposed(draft, EDITOR));
    amendments.approved(draft, CONTROLLER);
    amendments.approved(draft, CONTROLLER);
    amendments.published(draft, PUBLISHER);
    amendments.published(draft, PUBLISHER);

    assertThat(versions.list(new ProcedureCode("9.200115"), 10)).hasSize(2);
  }

  @Test
  void twoClicksAtOncePublishOnce() {
    var draft = ready("9.200116");
    amendments.proposed(draft, EDITOR);
    amendments.approved(draft, CONTROLLER);
    var editor = amendments.editor(PUBLISHER);

    AtOnce.both(
        () -> moves.publish(draft.id(), editor, Map.of()),
        () -> moves.publish(draft.id(), editor, Map.of()));

    assertThat(versions.list(new ProcedureCode("9.200116"), 10)).hasSize(2);
  }

  @Test
  void colleaguesMeetInOneDraft() {
    amendments.published("9.200117", "Cấp phép");
    var draft = amendments.begun(Kind.AMENDMENT, "9.200117", EDITOR);

    assertThat(begin("9.200117", Kind.ABOLITION, EDITOR)).isEqualTo(new Beginning.UnderWay(draft));
  }

  @Test
  void aDraftIsItsAgencysOwnAffair() {
    var draft = ready("9.200118");
    assertThat(desk.find(draft.id(), amendments.editor(CONTROLLER))).isPresent();
    assertThat(desk.find(draft.id(), amendments.editor(PUBLISHER))).isEmpty();
    assertThat(desk.find(draft.id(), amendments.editor(PROVINCE_EDITOR))).isEmpty();
    amendments.proposed(draft, EDITOR);
    assertThat(desk.find(draft.id(), amendments.editor(PUBLISHER))).isEmpty();
    amendments.approved(draft, CONTROLLER);
    assertThat(desk.find(draft.id(), amendments.editor(PUBLISHER))).isPresent();
  }

  @Test
  void deadlinesAreCountedInWorkingDaysOfTheMinistryOrProvince() {
    amendments.published("9.200119", "Cấp phép");
    var signed = amendments.today();
    var ministry = amendments.begun(Kind.AMENDMENT, "9.200119", EDITOR);
    ministry = amendments.decided(ministry, EDITOR, signed, signed.plusDays(14));
    var province = amendments.begun(Kind.COPY, "9.200119", PROVINCE_EDITOR);
    province = amendments.decided(province, PROVINCE_EDITOR, signed, signed.plusDays(14));

    assertThat(keys(ministry)).contains("deadline.decision");
    assertThat(keys(province)).doesNotContain("deadline.decision");

    var late = amendments.decided(ministry, EDITOR, signed.minusDays(30), signed.plusDays(60));
    assertThat(keys(late)).contains("deadline.public");
    var future = amendments.decided(late, EDITOR, signed.plusDays(1), signed.plusDays(90));
    assertThat(keys(future)).contains("signed.future");
  }

  @Test
  void twoAgenciesThatChangeTheSameProcedureKnowOfEachOther() {
    posts.appoint(
        new Post(
            new OfficerId(Officers.haLongAdmin().id().value()),
            new AgencyId("000.00.00.G01"),
            Role.PROCEDURE_EDITOR),
        "system:test");
    try {
      var draft = ready("9.200120");
      amendments.proposed(draft, EDITOR);
      var other = amendments.begun(Kind.AMENDMENT, "9.200120", Officers.haLongAdmin());

      assertThat(keys(other)).contains("others");
    } finally {
      posts.dismiss(
          new Post(
              new OfficerId(Officers.haLongAdmin().id().value()),
              new AgencyId("000.00.00.G01"),
              Role.PROCEDURE_EDITOR),
          "system:test");
    }
  }

  @Test
  void aCodeThatIsTakenAndATextThatSaysNothingNewAreFaults() {
    amendments.published("9.200121", "Cấp phép");
    var same = amendments.decided(amendments.begun(Kind.AMENDMENT, "9.200121", EDITOR), EDITOR);
    assertThat(keys(same)).containsExactly("unchanged");

    var taken = amendments.begun(Kind.NEW, "", EDITOR);
    taken = amendments.saved(taken, EDITOR, Section.NAMES, Map.of("code", List.of("9.200121")));
    assertThat(keys(taken)).contains("code.taken");
  }

  @Test
  void everyShippedProcedureGoesThroughTheFormUnchanged() {
    for (var procedure : catalogue.list(null, 500)) {
      var draft = DraftText.of(procedure);
      for (var section : Section.values()) {
        draft = draft.with(section, FormBinding.bind(section, SentForm.of(draft, section)));
      }
      assertThat(draft.namesChangedSince(DraftText.of(procedure))).as(procedure.name()).isEmpty();
      assertThat(draft.toProcedure(null))
          .usingRecursiveComparison()
          .ignoringFields("decision")
          .isEqualTo(procedure);
    }
  }

  /** An amendment with another name and a decision, which nothing stands against. */
  private Proposal ready(String code) {
    if (catalogue.find(new ProcedureCode(code)).isEmpty()) amendments.published(code, "Cấp phép");
    var draft = amendments.begun(Kind.AMENDMENT, code, EDITOR);
    return amendments.decided(amendments.renamed(draft, EDITOR, "Cấp phép sửa đổi"), EDITOR);
  }

  private Beginning begin(String code, Kind kind, CurrentUser by) {
    return begin.begin(
        new ProposalId(NewId.next()), kind, new ProcedureCode(code), amendments.editor(by));
  }

  private Outcome save(Proposal seen, Section section, String path, String value) {
    var sent = SentForm.of(seen.text(), section);
    sent.put(path, List.of(value));
    return saving.save(
        seen.id(),
        amendments.editor(EDITOR),
        section,
        seen.revision(),
        FormBinding.bind(section, sent));
  }

  private List<String> keys(Proposal proposal) {
    return findings.of(proposal).stream().map(Finding::key).toList();
  }

  private @Nullable Long feeFor(ProcedureCode code, UnitCode province) {
    return catalogue
        .findFor(code, province)
        .orElseThrow()
        .channels()
        .getFirst()
        .timeLimits()
        .getFirst()
        .fees()
        .getFirst()
        .dong();
  }

  private static Post post(CurrentUser user, Role role) {
    return new Post(new OfficerId(user.id().value()), MINISTRY_OF_JUSTICE, role);
  }

  private List<@Nullable String> audited(Proposal proposal) {
    return jdbc.sql("select action from platform.audit_entry where object_id = :id order by id")
        .param("id", proposal.id().toString())
        .query(String.class)
        .list();
  }

  private void awaitName(ProcedureCode code, String name) {
    versions
        .listDue(amendments.today(), 10)
        .forEach(due -> versions.bringIntoForce(due, amendments.today()));
    assertThat(catalogue.get(code).name()).isEqualTo(name);
  }
}
