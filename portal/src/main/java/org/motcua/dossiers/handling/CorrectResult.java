package org.motcua.dossiers.handling;

import static java.util.Objects.requireNonNull;

import com.github.kagkarlsson.scheduler.SchedulerClient;
import com.github.kagkarlsson.scheduler.task.TaskInstance;
import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.motcua.documents.Bilingual;
import org.motcua.documents.Certificate;
import org.motcua.documents.Certificates;
import org.motcua.documents.VerificationCode;
import org.motcua.dossiers.DossierId;
import org.motcua.dossiers.ResultCorrected;
import org.motcua.dossiers.handling.Desk.Change;
import org.motcua.dossiers.handling.DeskOutcome.CorrectedBefore;
import org.motcua.dossiers.handling.DeskOutcome.CorrectionUnderWay;
import org.motcua.dossiers.handling.DeskOutcome.Done;
import org.motcua.dossiers.handling.DeskOutcome.NotMadeYet;
import org.motcua.dossiers.handling.DeskOutcome.NothingCorrected;
import org.motcua.dossiers.handling.DeskOutcome.ReasonMissing;
import org.motcua.dossiers.handling.DeskOutcome.RevokedBefore;
import org.motcua.dossiers.model.Act;
import org.motcua.dossiers.model.Correction;
import org.motcua.dossiers.model.CorrectionStore;
import org.motcua.dossiers.model.Dossier;
import org.motcua.dossiers.model.DossierStore;
import org.motcua.dossiers.model.HistoryEntry;
import org.motcua.dossiers.model.HistoryEntry.Actor;
import org.motcua.dossiers.model.HistoryEntry.Event;
import org.motcua.dossiers.model.Result;
import org.motcua.dossiers.model.RevocationStore;
import org.motcua.forms.Answers;
import org.motcua.platform.audit.AuditTrail;
import org.motcua.platform.ids.NewId;
import org.motcua.platform.web.Language;
import org.motcua.platform.web.Messages;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Puts a right result in the place of a faulty one. A leader decides it; a job makes it, and the
 * faulty one holds until then: at no moment is the applicant without a result.
 */
@Service
class CorrectResult {

  private final Desk desk;
  private final DossierStore dossiers;
  private final CorrectionStore corrections;
  private final RevocationStore revocations;
  private final FourEyes fourEyes;
  private final ResultPapers papers;
  private final Certificates certificates;
  private final SchedulerClient jobs;
  private final TransactionTemplate transaction;
  private final ApplicationEventPublisher events;
  private final AuditTrail audit;
  private final Messages messages;
  private final Clock clock;

  CorrectResult(
      Desk desk,
      DossierStore dossiers,
      CorrectionStore corrections,
      RevocationStore revocations,
      FourEyes fourEyes,
      ResultPapers papers,
      Certificates certificates,
      SchedulerClient jobs,
      TransactionTemplate transaction,
      ApplicationEventPublisher events,
      AuditTrail audit,
      Messages messages,
      Clock clock) {
    this.desk = desk;
    this.dossiers = dossiers;
    this.corrections = corrections;
    this.revocations = revocations;
    this.fourEyes = fourEyes;
    this.papers = papers;
    this.certificates = certificates;
    this.jobs = jobs;
    this.transaction = transaction;
    this.events = events;
    this.audit = audit;
    this.messages = messages;
    this.clock = clock;
  }

  /**
   * @param former the verification code of the result that the leader found faulty
   * @param right the answers as they should have been, checked
   * @param reason what was wrong and why
   */
  record Wanted(String former, Answers right, String reason) {}

  @Transactional
  DeskOutcome order(DossierId id, DeskOfficer leader, Wanted wanted) {
    if (wanted.reason().isBlank()) return new ReasonMissing();
    var outcome =
        desk.carryOut(
            Act.CORRECT_RESULT,
            id,
            leader,
            Change.of(Event.CORRECTION_ORDERED, wanted.reason().strip(), Dossier::orderCorrection)
                .unless(dossier -> against(dossier, leader, wanted)));
    boolean first = findCorrectionOf(id, wanted.former()).isEmpty();
    if (outcome instanceof Done(Dossier dossier) && first) order(dossier, leader, wanted);
    return outcome;
  }

  private Optional<DeskOutcome> against(Dossier dossier, DeskOfficer leader, Wanted wanted) {
    var result = dossier.result();
    if (result == null) return Optional.of(new NotMadeYet());
    if (revocations.find(dossier.id()).isPresent()) return Optional.of(new RevokedBefore());
    var same = findCorrectionOf(dossier.id(), wanted.former());
    if (same.isPresent()) return Optional.of(answerAgain(dossier, same.get(), leader, wanted));
    if (!result.verificationCode().equals(wanted.former())) {
      return Optional.of(new CorrectedBefore());
    }
    if (dossier.answers().equals(wanted.right())) return Optional.of(new NothingCorrected());
    return fourEyes.against(leader, dossier);
  }

  /** The second of two clicks gets the answer of the first; another leader is told who it was. */
  private static DeskOutcome answerAgain(
      Dossier dossier, Correction ordered, DeskOfficer leader, Wanted wanted) {
    if (ordered.asks(wanted.right(), wanted.reason().strip(), leader.auditName())) {
      return new Done(dossier);
    }
    return ordered.madeAt() == null
        ? new CorrectionUnderWay(ordered.leader())
        : new CorrectedBefore();
  }

  private Optional<Correction> findCorrectionOf(DossierId id, String former) {
    return corrections.list(id).stream().filter(it -> it.former().equals(former)).findFirst();
  }

  private void order(Dossier dossier, DeskOfficer leader, Wanted wanted) {
    var correction =
        new Correction(
            NewId.next(),
            dossier.id(),
            wanted.former(),
            nextNumber(dossier),
            wanted.right(),
            wanted.reason().strip(),
            clock.instant(),
            leader.name(),
            leader.auditName(),
            null);
    corrections.add(correction);
    // At once by the scheduler's own clock, which is not ours.
    jobs.schedule(
        new TaskInstance<>(
            CorrectResultJob.NAME, correction.id().toString(), correction.id().toString()),
        Instant.now());
  }

  /** The first one's number, and which correction of it this is (đính chính). */
  private String nextNumber(Dossier dossier) {
    var earlier = corrections.list(dossier.id());
    var first = earlier.isEmpty() ? code(dossier) : parsed(earlier.getFirst().former());
    var number = certificates.find(first).orElseThrow().number();
    return number + "-ĐC" + (earlier.size() + 1);
  }

  private static VerificationCode code(Dossier dossier) {
    return parsed(requireNonNull(dossier.result()).verificationCode());
  }

  private static VerificationCode parsed(String code) {
    return VerificationCode.parse(code).orElseThrow();
  }

  /** May run twice, and be killed anywhere: one correction has one certificate. */
  void make(UUID id) {
    var open = corrections.find(id).filter(it -> it.madeAt() == null);
    if (open.isEmpty()) return;
    var correction = open.get();
    var dossier = dossiers.find(correction.dossier()).orElseThrow();
    var former = certificates.find(parsed(correction.former())).orElseThrow();
    var certificate = certificates.issue(papers.corrected(dossier, correction, former));
    transaction.executeWithoutResult(status -> finish(correction, certificate));
  }

  /** In one transaction the right one becomes the result, and the faulty one points to it. */
  private void finish(Correction correction, Certificate right) {
    var dossier = dossiers.findForUpdate(correction.dossier()).orElseThrow();
    if (corrections.find(correction.id()).orElseThrow().madeAt() != null) return;
    var now = clock.instant();
    var corrected =
        dossier.correct(
            correction.answers(), new Result(right.document(), right.code().toString()), now);
    dossiers.save(corrected);
    corrections.made(correction.id(), now);
    certificates.replace(
        parsed(correction.former()), right.code(), told(right.number()), correction.orderedBy());
    dossiers.append(
        corrected.id(),
        new HistoryEntry(
            now,
            Event.RESULT_CORRECTED,
            corrected.status(),
            corrected.step(),
            new Actor.ThePortal(),
            null));
    audit.record(
        "system:dossiers",
        "dossiers.result_corrected",
        "dossier",
        corrected.id().toString(),
        Map.of(
            "code", corrected.submittedCode().value(),
            "former", correction.former(),
            "now", right.code().toString()));
    events.publishEvent(
        new ResultCorrected(
            corrected.id(),
            corrected.submittedCode(),
            corrected.applicant().account(),
            now,
            correction.former(),
            right.code().toString(),
            correction.reason()));
  }

  /** What everybody may read: the leader's own words may tell about a person. */
  private Bilingual told(String number) {
    return new Bilingual(
        messages.text(Language.VIETNAMESE, "dossiers.correction.public", number),
        messages.text(Language.ENGLISH, "dossiers.correction.public", number));
  }
}
