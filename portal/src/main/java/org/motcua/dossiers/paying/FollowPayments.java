package org.motcua.dossiers.paying;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import org.motcua.dossiers.DossierId;
import org.motcua.dossiers.FeeSettled;
import org.motcua.dossiers.clock.Terms;
import org.motcua.dossiers.model.Act;
import org.motcua.dossiers.model.Charge;
import org.motcua.dossiers.model.ChargeStore;
import org.motcua.dossiers.model.Dossier;
import org.motcua.dossiers.model.DossierStatus;
import org.motcua.dossiers.model.DossierStore;
import org.motcua.dossiers.model.HistoryEntry;
import org.motcua.dossiers.model.HistoryEntry.Actor;
import org.motcua.dossiers.model.HistoryEntry.Event;
import org.motcua.eservices.Collecting;
import org.motcua.notifications.Notice;
import org.motcua.notifications.Notifications;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Makes a dossier agree with what is paid for it. It looks at how things stand and not at what has
 * happened, so it may run twice, late, and in any order.
 */
@Service
class FollowPayments {

  private final DossierStore dossiers;
  private final ChargeStore charges;
  private final FeePayments payments;
  private final Terms terms;
  private final Notifications notifications;
  private final ApplicationEventPublisher events;
  private final Clock clock;

  FollowPayments(
      DossierStore dossiers,
      ChargeStore charges,
      FeePayments payments,
      Terms terms,
      Notifications notifications,
      ApplicationEventPublisher events,
      Clock clock) {
    this.dossiers = dossiers;
    this.charges = charges;
    this.payments = payments;
    this.terms = terms;
    this.notifications = notifications;
    this.events = events;
    this.clock = clock;
  }

  @Transactional
  void after(DossierId id) {
    var found = dossiers.findToMove(id);
    if (found.isEmpty()) {
      payments.discarded(id);
      return;
    }
    var dossier = found.get();
    if (dossier.status().draft()) {
      if (payments.kept(id) > 0) tellToHandIn(dossier);
    } else if (dossier.status() == DossierStatus.REFUSED
        || dossier.status() == DossierStatus.STOPPED) {
      payments.ended(dossier);
    } else {
      charges.find(id).ifPresent(charge -> agree(dossier, charge));
    }
  }

  private void agree(Dossier dossier, Charge charge) {
    var id = dossier.id();
    var covered = payments.covered(id);
    var settlement = charge.settlement();
    if (settlement == null) {
      paid(dossier, charge, covered);
    } else if (covered < charge.total() && (settlement.online() || covered > 0)) {
      reversed(dossier);
    }
    payments.giveBackBeyond(id, charge.total());
  }

  private void paid(Dossier dossier, Charge charge, long covered) {
    var now = clock.instant();
    if (covered >= charge.total()) {
      charges.settle(dossier.id(), null, Charge.Settlement.online(now));
      append(goingOn(dossier, now), Event.FEE_PAID_ONLINE, now);
    } else if (covered > 0
        && covered >= charge.dueBy(Collecting.When.ON_ACCEPTANCE)
        && payments.open(dossier.id()).isEmpty()
        && dossier.allows(Act.SETTLE_PAYMENT)) {
      append(goingOn(dossier, now), Event.FEE_PAID_ONLINE, now);
    }
  }

  /** What waited for the money goes on; its clock runs again. */
  private Dossier goingOn(Dossier dossier, Instant now) {
    if (!dossier.allows(Act.SETTLE_PAYMENT)) return dossier;
    var due = terms.dueAfterPause(dossier, now);
    var goesOn = dossier.settlePayment(due, now);
    dossiers.move(goesOn);
    events.publishEvent(
        new FeeSettled(
            dossier.id(), dossier.submittedCode(), dossier.applicant().account(), now, "", due));
    return goesOn;
  }

  /** The bank took back a payment or one of several: that much is owed again, and asked for. */
  private void reversed(Dossier dossier) {
    charges.unsettle(dossier.id());
    payments.askAll(dossier);
    append(dossier, Event.FEE_REVERSED, clock.instant());
  }

  private void append(Dossier dossier, Event what, Instant now) {
    dossiers.append(
        dossier.id(),
        new HistoryEntry(now, what, dossier.status(), dossier.step(), new Actor.ThePortal(), null));
  }

  private void tellToHandIn(Dossier draft) {
    notifications.sendOnce(
        "dossiers.paid_draft:" + draft.id(),
        draft.applicant().account(),
        new Notice(
            "dossiers.notice.paid_draft", List.of(), "/my/dossiers/" + draft.id() + "/review"));
  }
}
