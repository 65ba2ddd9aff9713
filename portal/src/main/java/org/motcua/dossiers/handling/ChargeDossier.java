package org.motcua.dossiers.handling;

import java.util.Optional;
import org.motcua.dossiers.DossierId;
import org.motcua.dossiers.FeeDemanded;
import org.motcua.dossiers.handling.Desk.Change;
import org.motcua.dossiers.handling.DeskOutcome.AmountFaulty;
import org.motcua.dossiers.handling.DeskOutcome.Done;
import org.motcua.dossiers.handling.DeskOutcome.PaidBefore;
import org.motcua.dossiers.model.Act;
import org.motcua.dossiers.model.Charge;
import org.motcua.dossiers.model.ChargeStore;
import org.motcua.dossiers.model.Dossier;
import org.motcua.dossiers.model.HistoryEntry.Event;
import org.motcua.dossiers.paying.FeePayments;
import org.motcua.eservices.FeeLine;
import org.motcua.forms.Words;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Lets a dossier wait until it is paid for; meanwhile its clock stands still. */
@Service
class ChargeDossier {

  private static final long HIGHEST = 1_000_000_000;

  private final Desk desk;
  private final ChargeStore charges;
  private final FeePayments payments;
  private final ApplicationEventPublisher events;

  ChargeDossier(
      Desk desk, ChargeStore charges, FeePayments payments, ApplicationEventPublisher events) {
    this.desk = desk;
    this.charges = charges;
    this.payments = payments;
    this.events = events;
  }

  /**
   * Demands what is owed by the answers and, if the officer names it, something besides.
   *
   * @param what what the further amount is for; blank: nothing further
   */
  @Transactional
  DeskOutcome demand(DossierId id, DeskOfficer officer, String what, long dong) {
    boolean more = !what.isBlank();
    if (more && (dong <= 0 || dong > HIGHEST)) return new AmountFaulty();
    var outcome =
        desk.carryOut(
            Act.REQUEST_PAYMENT,
            id,
            officer,
            Change.of(Event.FEE_DEMANDED, more ? what.strip() : null, Dossier::requestPayment)
                .unless(dossier -> faulty(charges.find(dossier.id()), more)));
    if (outcome instanceof Done(Dossier waiting)) {
      if (more) {
        var words = what.strip();
        charges.demand(id, new FeeLine(new Words(words, words), dong, dong, null));
      }
      payments.askAll(waiting);
      events.publishEvent(
          new FeeDemanded(
              id,
              waiting.submittedCode(),
              waiting.applicant().account(),
              waiting.changedAt(),
              charges.find(id).orElseThrow().total()));
    }
    return outcome;
  }

  private static Optional<DeskOutcome> faulty(Optional<Charge> owed, boolean more) {
    if (owed.filter(charge -> charge.settlement() != null).isPresent()) {
      return Optional.of(new PaidBefore());
    }
    return owed.isEmpty() && !more ? Optional.of(new AmountFaulty()) : Optional.empty();
  }
}
