package org.motcua.dossiers.coordinating;

import static java.util.Objects.requireNonNull;

import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.motcua.documents.Documents;
import org.motcua.documents.Examined;
import org.motcua.dossiers.handling.Desk;
import org.motcua.dossiers.handling.Desk.Change;
import org.motcua.dossiers.handling.DeskOfficer;
import org.motcua.dossiers.handling.DeskOutcome;
import org.motcua.dossiers.handling.DeskOutcome.Done;
import org.motcua.dossiers.handling.DeskOutcome.EntrustedEnded;
import org.motcua.dossiers.handling.DeskOutcome.InOtherHands;
import org.motcua.dossiers.handling.DeskOutcome.NoSuchDossier;
import org.motcua.dossiers.handling.DeskOutcome.ReasonMissing;
import org.motcua.dossiers.handling.Sight;
import org.motcua.dossiers.model.Act;
import org.motcua.dossiers.model.Dossier;
import org.motcua.dossiers.model.DossierStore;
import org.motcua.dossiers.model.Entrusted;
import org.motcua.dossiers.model.Entrusted.Ending;
import org.motcua.dossiers.model.Entrusted.Kind;
import org.motcua.dossiers.model.Entrusted.Paper;
import org.motcua.dossiers.model.Entrusted.Taken;
import org.motcua.dossiers.model.Entrusted.Verdict;
import org.motcua.dossiers.model.EntrustedStore;
import org.motcua.dossiers.model.HistoryEntry.Event;
import org.motcua.dossiers.model.PartEnded;
import org.motcua.dossiers.telling.EntrustedViews;
import org.motcua.platform.audit.AuditTrail;
import org.motcua.platform.web.Language;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Those who were asked take it up, and answer. */
@Service
class AnswerOthers {

  private final Desk desk;
  private final DossierStore dossiers;
  private final EntrustedStore entrusted;
  private final EntrustedViews views;
  private final Documents documents;
  private final ApplicationEventPublisher events;
  private final AuditTrail audit;
  private final Clock clock;

  AnswerOthers(
      Desk desk,
      DossierStore dossiers,
      EntrustedStore entrusted,
      EntrustedViews views,
      Documents documents,
      ApplicationEventPublisher events,
      AuditTrail audit,
      Clock clock) {
    this.desk = desk;
    this.dossiers = dossiers;
    this.entrusted = entrusted;
    this.views = views;
    this.documents = documents;
    this.events = events;
    this.audit = audit;
    this.clock = clock;
  }

  /** As far as it is this officer's; what was taken back still says that it was. */
  Optional<Entrusted> find(UUID id, DeskOfficer officer) {
    return entrusted
        .find(id)
        .filter(part -> part.agency().equals(officer.agency()) && officer.has(part.role()));
  }

  @Transactional
  DeskOutcome takeUp(UUID id, DeskOfficer officer) {
    var seen = find(id, officer);
    if (seen.isEmpty()) return new NoSuchDossier();
    var dossier = dossiers.findForUpdate(seen.get().dossier()).orElseThrow();
    var refusal = refusal(id, officer);
    if (refusal.isPresent()) return refusal.get();
    var part = entrusted.find(id).orElseThrow();
    if (part.taken() == null) {
      entrusted.save(part.takenUp(taken(officer, clock.instant())));
      audit.record(
          officer.auditName(),
          "dossiers.entrusted_taken_up",
          "dossier",
          dossier.id().toString(),
          Map.of("code", dossier.submittedCode().value(), "part", id.toString()));
    }
    return new Done(dossier);
  }

  /**
   * @param file was found good; it is let go where the answer is not taken
   */
  record Answer(Verdict verdict, String words, @Nullable Examined file) {}

  @Transactional
  DeskOutcome answer(UUID id, DeskOfficer officer, Answer answer) {
    var outcome = answer.words().isBlank() ? new ReasonMissing() : answerIfHis(id, officer, answer);
    var file = answer.file();
    var kept = outcome instanceof Done && entrusted.find(id).filter(Entrusted::waiting).isPresent();
    if (kept) end(entrusted.find(id).orElseThrow(), officer, answer);
    else if (file != null) documents.release(file);
    return outcome;
  }

  private DeskOutcome answerIfHis(UUID id, DeskOfficer officer, Answer answer) {
    return find(id, officer)
        .map(part -> answer(part, officer, answer))
        .orElseGet(NoSuchDossier::new);
  }

  private DeskOutcome answer(Entrusted part, DeskOfficer officer, Answer answer) {
    if (isSame(part, officer, answer)) {
      return new Done(dossiers.find(part.dossier()).orElseThrow());
    }
    if (officer.sightOf(part) == Sight.NONE) return new EntrustedEnded();
    var note =
        views.verdict(part.kind(), answer.verdict(), Language.VIETNAMESE)
            + ". "
            + answer.words().strip();
    return desk.carryOut(
        Act.REPORT_BACK,
        part,
        officer,
        Change.of(
                part.kind() == Kind.OPINION ? Event.OPINION_GIVEN : Event.WORK_GIVEN_BACK,
                note,
                (dossier, now) -> leadOn(part, answer.verdict(), dossier, now))
            .unless(dossier -> refusal(part.id(), officer)));
  }

  /** A step of the route that is done elsewhere is passed on from there. */
  private static Dossier leadOn(Entrusted part, Verdict verdict, Dossier dossier, Instant now) {
    var done = part.ofRoute() && verdict == Verdict.AGREE && part.step() == dossier.step();
    return done && dossier.allows(Act.PASS_ON) ? dossier.passOn(now) : dossier.reportBack(now);
  }

  /** The second click. */
  private static boolean isSame(Entrusted part, DeskOfficer officer, Answer answer) {
    var ending = part.ending();
    return ending != null
        && ending.verdict() == answer.verdict()
        && ending.by().equals(officer.name())
        && ending.words().equals(answer.words().strip());
  }

  private Optional<DeskOutcome> refusal(UUID id, DeskOfficer officer) {
    var part = entrusted.find(id).orElseThrow();
    if (!part.waiting()) return Optional.of(new EntrustedEnded());
    var taken = part.taken();
    var by = taken == null ? null : taken.officer();
    return by == null || officer.account() == null || officer.mine().contains(by)
        ? Optional.empty()
        : Optional.of(new InOtherHands(by));
  }

  private void end(Entrusted part, DeskOfficer officer, Answer answer) {
    var now = clock.instant();
    var file = answer.file();
    var paper = file == null ? null : documents.store(file);
    var taken = part.taken() == null ? taken(officer, now) : requireNonNull(part.taken());
    entrusted.save(
        part.takenUp(taken)
            .ended(
                new Ending(
                    Entrusted.State.ANSWERED,
                    now,
                    officer.name(),
                    answer.verdict(),
                    answer.words().strip(),
                    paper == null ? null : new Paper(paper.id(), paper.name()))));
    events.publishEvent(new PartEnded(part.id()));
  }

  private static Taken taken(DeskOfficer officer, Instant now) {
    return new Taken(officer.id(), officer.name(), now);
  }
}
