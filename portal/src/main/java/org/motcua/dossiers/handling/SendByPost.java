package org.motcua.dossiers.handling;

import java.util.List;
import java.util.Optional;
import org.motcua.dossiers.DossierId;
import org.motcua.dossiers.GivenToPost;
import org.motcua.dossiers.handling.Desk.Change;
import org.motcua.dossiers.handling.DeskOutcome.Done;
import org.motcua.dossiers.handling.DeskOutcome.InThePost;
import org.motcua.dossiers.handling.DeskOutcome.NotByPost;
import org.motcua.dossiers.handling.DeskOutcome.NotMadeYet;
import org.motcua.dossiers.handling.DeskOutcome.RevokedBefore;
import org.motcua.dossiers.model.Act;
import org.motcua.dossiers.model.Consignment;
import org.motcua.dossiers.model.ConsignmentStore;
import org.motcua.dossiers.model.Dossier;
import org.motcua.dossiers.model.HistoryEntry.Event;
import org.motcua.dossiers.model.RevocationStore;
import org.motcua.dossiers.paying.FeePayments;
import org.motcua.eservices.Delivery;
import org.motcua.platform.ids.NewId;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Gives a result to the post. It was finished in time when it was finished: how long the post takes
 * is not the agency's time.
 */
@Service
class SendByPost {

  private final Desk desk;
  private final ConsignmentStore post;
  private final RevocationStore revocations;
  private final FeePayments payments;
  private final ApplicationEventPublisher events;

  SendByPost(
      Desk desk,
      ConsignmentStore post,
      RevocationStore revocations,
      FeePayments payments,
      ApplicationEventPublisher events) {
    this.desk = desk;
    this.post = post;
    this.revocations = revocations;
    this.payments = payments;
    this.events = events;
  }

  @Transactional
  DeskOutcome give(DossierId id, DeskOfficer officer) {
    var outcome =
        desk.carryOut(
            Act.SEND_BY_POST,
            id,
            officer,
            Change.of(Event.GIVEN_TO_POST, Dossier::sendByPost)
                .unless(dossier -> against(dossier, officer)));
    var last = post.findLast(id);
    boolean first = last.filter(Consignment::open).isEmpty();
    if (outcome instanceof Done(Dossier dossier) && first) {
      give(dossier, officer, last.map(Consignment::number).orElse(0) + 1);
    }
    return outcome;
  }

  /** The second of two clicks gets the answer of the first. */
  private Optional<DeskOutcome> against(Dossier dossier, DeskOfficer officer) {
    if (!isWanted(dossier)) return Optional.of(new NotByPost());
    if (dossier.result() == null) return Optional.of(new NotMadeYet());
    if (revocations.find(dossier.id()).isPresent()) return Optional.of(new RevokedBefore());
    if (payments.owes(dossier)) return Optional.of(new DeskOutcome.FeeOwed());
    return post.findLast(dossier.id())
        .filter(Consignment::open)
        .map(
            there ->
                there.givenBy().equals(officer.name())
                    ? new Done(dossier)
                    : new InThePost(there.givenBy()));
  }

  /** Who wanted it otherwise has given no address. */
  boolean isWanted(Dossier dossier) {
    return dossier.delivery() == Delivery.POST && post.findAddress(dossier.id()).isPresent();
  }

  private void give(Dossier dossier, DeskOfficer officer, int number) {
    var consignment =
        new Consignment(
            NewId.next(),
            dossier.id(),
            number,
            dossier.changedAt(),
            officer.name(),
            Consignment.State.GIVEN,
            null,
            null,
            List.of());
    post.add(consignment);
    events.publishEvent(new GivenToPost(consignment.id(), dossier.id(), dossier.changedAt()));
  }
}
