package org.motcua.dossiers.handling;

import static java.util.Objects.requireNonNull;

import java.time.Clock;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.motcua.documents.Bilingual;
import org.motcua.documents.Certificates;
import org.motcua.documents.VerificationCode;
import org.motcua.dossiers.DossierId;
import org.motcua.dossiers.ResultRevoked;
import org.motcua.dossiers.handling.Desk.Change;
import org.motcua.dossiers.handling.DeskOutcome.CorrectionUnderWay;
import org.motcua.dossiers.handling.DeskOutcome.Done;
import org.motcua.dossiers.handling.DeskOutcome.GroundMissing;
import org.motcua.dossiers.handling.DeskOutcome.NotMadeYet;
import org.motcua.dossiers.handling.DeskOutcome.ReasonMissing;
import org.motcua.dossiers.handling.DeskOutcome.RevokedBefore;
import org.motcua.dossiers.model.Act;
import org.motcua.dossiers.model.CorrectionStore;
import org.motcua.dossiers.model.Dossier;
import org.motcua.dossiers.model.HistoryEntry.Event;
import org.motcua.dossiers.model.Revocation;
import org.motcua.dossiers.model.RevocationStore;
import org.motcua.platform.web.Language;
import org.motcua.platform.web.Messages;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Takes a result back for good: everybody who verifies it is told so from that moment. */
@Service
class RevokeResult {

  private final Desk desk;
  private final RevocationStore revocations;
  private final CorrectionStore corrections;
  private final FourEyes fourEyes;
  private final Certificates certificates;
  private final ApplicationEventPublisher events;
  private final Messages messages;
  private final Clock clock;

  RevokeResult(
      Desk desk,
      RevocationStore revocations,
      CorrectionStore corrections,
      FourEyes fourEyes,
      Certificates certificates,
      ApplicationEventPublisher events,
      Messages messages,
      Clock clock) {
    this.desk = desk;
    this.revocations = revocations;
    this.corrections = corrections;
    this.fourEyes = fourEyes;
    this.certificates = certificates;
    this.events = events;
    this.messages = messages;
    this.clock = clock;
  }

  /**
   * @param ground told to everybody
   * @param law by which, told to everybody
   * @param reason told to the applicant
   */
  record Wanted(Revocation.@Nullable Ground ground, String law, String reason) {}

  @Transactional
  DeskOutcome revoke(DossierId id, DeskOfficer leader, Wanted wanted) {
    var ground = wanted.ground();
    if (ground == null || wanted.law().isBlank()) return new GroundMissing();
    if (wanted.reason().isBlank()) return new ReasonMissing();
    var outcome =
        desk.carryOut(
            Act.REVOKE_RESULT,
            id,
            leader,
            Change.of(Event.RESULT_REVOKED, wanted.reason().strip(), Dossier::revokeResult)
                .unless(dossier -> against(dossier, leader)));
    boolean first = revocations.find(id).isEmpty();
    if (outcome instanceof Done(Dossier dossier) && first) {
      takeBack(dossier, leader, ground, wanted);
    }
    return outcome;
  }

  private Optional<DeskOutcome> against(Dossier dossier, DeskOfficer leader) {
    if (dossier.result() == null) return Optional.of(new NotMadeYet());
    var earlier = revocations.find(dossier.id());
    if (earlier.isPresent()) {
      return Optional.of(
          earlier.get().isBy(leader.auditName()) ? new Done(dossier) : new RevokedBefore());
    }
    var open = corrections.list(dossier.id()).stream().filter(it -> it.madeAt() == null);
    var underWay = open.findFirst();
    if (underWay.isPresent()) return Optional.of(new CorrectionUnderWay(underWay.get().leader()));
    return fourEyes.against(leader, dossier);
  }

  private void takeBack(
      Dossier dossier, DeskOfficer leader, Revocation.Ground ground, Wanted wanted) {
    var code = requireNonNull(dossier.result()).verificationCode();
    var revocation =
        new Revocation(
            dossier.id(),
            code,
            clock.instant(),
            ground,
            wanted.law().strip(),
            wanted.reason().strip(),
            leader.name(),
            leader.auditName());
    revocations.add(revocation);
    certificates.revoke(
        VerificationCode.parse(code).orElseThrow(), told(revocation), leader.auditName());
    events.publishEvent(
        new ResultRevoked(
            dossier.id(),
            dossier.submittedCode(),
            dossier.applicant().account(),
            dossier.changedAt(),
            code,
            revocation.law(),
            revocation.reason()));
  }

  private Bilingual told(Revocation revocation) {
    return new Bilingual(told(revocation, Language.VIETNAMESE), told(revocation, Language.ENGLISH));
  }

  private String told(Revocation revocation, Language language) {
    var ground = messages.text(language, revocation.ground().messageKey());
    return messages.text(language, "dossiers.revocation.public", ground, revocation.law());
  }
}
