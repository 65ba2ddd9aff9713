package org.motcua.dossiers.handling;

import java.util.Optional;
import org.motcua.dossiers.DossierId;
import org.motcua.dossiers.ResultReturned;
import org.motcua.dossiers.handling.Desk.Change;
import org.motcua.dossiers.handling.DeskOutcome.Done;
import org.motcua.dossiers.handling.DeskOutcome.FeeOwed;
import org.motcua.dossiers.handling.DeskOutcome.InThePost;
import org.motcua.dossiers.handling.DeskOutcome.NotMadeYet;
import org.motcua.dossiers.handling.DeskOutcome.ReasonMissing;
import org.motcua.dossiers.handling.DeskOutcome.RevokedBefore;
import org.motcua.dossiers.model.Act;
import org.motcua.dossiers.model.Consignment;
import org.motcua.dossiers.model.ConsignmentStore;
import org.motcua.dossiers.model.Dossier;
import org.motcua.dossiers.model.HistoryEntry.Event;
import org.motcua.dossiers.model.RevocationStore;
import org.motcua.dossiers.paying.FeePayments;
import org.motcua.eservices.Delivery;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Hands the result to whoever came for it, and has signed for it at the counter. */
@Service
class HandOverResult {

  private final Desk desk;
  private final MakeResult results;
  private final RevocationStore revocations;
  private final ConsignmentStore post;
  private final FeePayments payments;
  private final ApplicationEventPublisher events;

  HandOverResult(
      Desk desk,
      MakeResult results,
      RevocationStore revocations,
      ConsignmentStore post,
      FeePayments payments,
      ApplicationEventPublisher events) {
    this.desk = desk;
    this.results = results;
    this.revocations = revocations;
    this.post = post;
    this.payments = payments;
    this.events = events;
  }

  /**
   * @param takenBy the name of the person who signed for it
   */
  @Transactional
  DeskOutcome handOver(DossierId id, DeskOfficer officer, String takenBy) {
    if (takenBy.isBlank()) return new ReasonMissing();
    var outcome =
        desk.carryOut(
            Act.HAND_OVER,
            id,
            officer,
            Change.of(Event.RESULT_HANDED_OVER, takenBy.strip(), Dossier::handOver)
                .unless(dossier -> notToGive(dossier, officer)));
    if (outcome instanceof Done(Dossier returned)) {
      var result = returned.result();
      events.publishEvent(
          new ResultReturned(
              id,
              returned.submittedCode(),
              returned.applicant().account(),
              returned.changedAt(),
              Delivery.COUNTER,
              result == null ? null : result.verificationCode()));
    }
    return outcome;
  }

  /** Who works elsewhere has a cash desk of his own. */
  private Optional<DeskOutcome> notToGive(Dossier dossier, DeskOfficer officer) {
    var letter = post.findLast(dossier.id()).filter(Consignment::open);
    if (letter.isPresent()) return Optional.of(new InThePost(letter.get().givenBy()));
    if (revocations.find(dossier.id()).isPresent()) return Optional.of(new RevokedBefore());
    if (officer.account() != null && payments.owes(dossier)) return Optional.of(new FeeOwed());
    return dossier.result() == null && results.areMade(dossier)
        ? Optional.of(new NotMadeYet())
        : Optional.empty();
  }
}
