package org.motcua.catalogue.proposing;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Map;
import org.motcua.catalogue.Procedure;
import org.motcua.catalogue.ProcedureCode;
import org.motcua.catalogue.Procedures;
import org.motcua.catalogue.proposing.BeginProposal.Beginning;
import org.motcua.catalogue.proposing.model.Kind;
import org.motcua.catalogue.proposing.model.Proposal;
import org.motcua.catalogue.proposing.model.ProposalId;
import org.motcua.catalogue.proposing.text.FormBinding;
import org.motcua.catalogue.proposing.text.Section;
import org.motcua.catalogue.proposing.text.SentForm;
import org.motcua.catalogue.publishing.Publication;
import org.motcua.identity.CurrentUser;
import org.motcua.platform.clock.CountryTime;
import org.motcua.platform.ids.NewId;
import org.springframework.boot.test.context.TestComponent;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** Proposals as officers bring them along, step by step. */
@TestComponent
class Amendments {

  private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("dd/MM/yyyy");

  private final EditorsDesk desk;
  private final BeginProposal begin;
  private final SaveSection saving;
  private final MoveProposal moves;
  private final Publication publication;
  private final TransactionTemplate transaction;
  private final JdbcClient jdbc;
  private final Clock clock;

  Amendments(
      EditorsDesk desk,
      BeginProposal begin,
      SaveSection saving,
      MoveProposal moves,
      Publication publication,
      TransactionTemplate transaction,
      JdbcClient jdbc,
      Clock clock) {
    this.desk = desk;
    this.begin = begin;
    this.saving = saving;
    this.moves = moves;
    this.publication = publication;
    this.transaction = transaction;
    this.jdbc = jdbc;
    this.clock = clock;
  }

  LocalDate today() {
    return LocalDate.now(clock.withZone(CountryTime.ZONE));
  }

  Editor editor(CurrentUser user) {
    return desk.editor(user).orElseThrow();
  }

  /** In force since last year. */
  Procedure published(String code, String name) {
    var procedure = Procedures.named(code, name);
    transaction.executeWithoutResult(
        status -> publication.publish(procedure, today().minusYears(1), "system:test"));
    return procedure;
  }

  void publishedMeanwhile(Procedure procedure) {
    transaction.executeWithoutResult(
        status -> publication.publish(procedure, today(), "system:test"));
  }

  Proposal begun(Kind kind, String code, CurrentUser by) {
    var outcome =
        kind == Kind.NEW
            ? begin.beginNew(new ProposalId(NewId.next()), editor(by))
            : begin.begin(new ProposalId(NewId.next()), kind, new ProcedureCode(code), editor(by));
    assertThat(outcome).isInstanceOf(Beginning.Begun.class);
    return ((Beginning.Begun) outcome).proposal();
  }

  /** Signed today, in force in two months: no deadline is missed. */
  Proposal decided(Proposal proposal, CurrentUser by) {
    return decided(proposal, by, today(), today().plusDays(60));
  }

  Proposal decided(Proposal proposal, CurrentUser by, LocalDate signed, LocalDate from) {
    return saved(
        proposal,
        by,
        Section.DECISION,
        Map.of(
            "decision.number", List.of("2228/QĐ-BTP"),
            "decision.signedOn", List.of(DAY.format(signed)),
            "decision.effectiveFrom", List.of(DAY.format(from)),
            "decision.reason", List.of("Theo Luật mới")));
  }

  Proposal renamed(Proposal proposal, CurrentUser by, String name) {
    return changed(proposal, by, Section.NAMES, "name", name);
  }

  /** One field of a section written anew, the others sent as they were shown. */
  Proposal changed(Proposal proposal, CurrentUser by, Section section, String path, String value) {
    var sent = SentForm.of(proposal.text(), section);
    sent.put(path, List.of(value));
    return saved(proposal, by, section, sent);
  }

  Proposal saved(
      Proposal proposal, CurrentUser by, Section section, Map<String, List<String>> sent) {
    var outcome =
        saving.save(
            proposal.id(),
            editor(by),
            section,
            proposal.revision(),
            FormBinding.bind(section, sent));
    return done(outcome);
  }

  Proposal proposed(Proposal proposal, CurrentUser by) {
    return done(moves.propose(proposal.id(), editor(by), Map.of()));
  }

  Proposal approved(Proposal proposal, CurrentUser by) {
    return done(moves.approve(proposal.id(), editor(by), "", Map.of()));
  }

  Proposal published(Proposal proposal, CurrentUser by) {
    return done(moves.publish(proposal.id(), editor(by), Map.of()));
  }

  static Proposal done(Outcome outcome) {
    assertThat(outcome).isInstanceOf(Outcome.Done.class);
    return ((Outcome.Done) outcome).proposal();
  }

  /** All that the tests' procedures, whose codes begin with 9.2, have left. */
  void leaveNothing() {
    jdbc.sql(
            """
            delete from catalogue.proposal_entry where proposal in
              (select id from catalogue.proposal where code is null or code like '9.2%')
            """)
        .update();
    jdbc.sql("delete from catalogue.proposal where code is null or code like '9.2%'").update();
    jdbc.sql("delete from catalogue.version where code like '9.2%'").update();
    jdbc.sql("delete from catalogue.procedure where code like '9.2%'").update();
  }
}
