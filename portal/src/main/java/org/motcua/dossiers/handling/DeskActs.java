package org.motcua.dossiers.handling;

import static org.motcua.dossiers.handling.DossierView.DeskAct.*;

import java.util.EnumSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.motcua.dossiers.handling.DossierView.DeskAct;
import org.motcua.dossiers.model.Act;
import org.motcua.dossiers.model.ApologyStore;
import org.motcua.dossiers.model.Charge;
import org.motcua.dossiers.model.Consignment;
import org.motcua.dossiers.model.ConsignmentStore;
import org.motcua.dossiers.model.Dossier;
import org.motcua.dossiers.model.DossierStatus;
import org.motcua.dossiers.model.DossierStore;
import org.motcua.dossiers.model.EntrustedStore;
import org.motcua.dossiers.model.RevocationStore;
import org.motcua.eservices.Delivery;
import org.springframework.stereotype.Component;

/** Which buttons an officer is shown; whether the act is allowed is asked again when it is done. */
@Component
class DeskActs {

  private final Desk desk;
  private final DossierStore dossiers;
  private final ApologyStore apologies;
  private final EntrustedStore entrusted;
  private final MakeResult results;
  private final RevocationStore revocations;
  private final ConsignmentStore post;

  DeskActs(
      Desk desk,
      DossierStore dossiers,
      ApologyStore apologies,
      EntrustedStore entrusted,
      MakeResult results,
      RevocationStore revocations,
      ConsignmentStore post) {
    this.desk = desk;
    this.dossiers = dossiers;
    this.apologies = apologies;
    this.entrusted = entrusted;
    this.results = results;
    this.revocations = revocations;
    this.post = post;
  }

  Set<DeskAct> of(DeskOfficer officer, Dossier dossier, @Nullable Charge charge) {
    var acts = EnumSet.noneOf(DeskAct.class);
    if (desk.handledOutside(dossier)) return acts;
    boolean mayTouch = officer.mayTouch(dossier);
    boolean inHand = dossier.handler() != null;

    add(acts, ACCEPT, may(officer, dossier, Act.ACCEPT));
    add(acts, REFUSE, may(officer, dossier, Act.REFUSE));
    add(acts, GRANT_WITHDRAWAL, may(officer, dossier, Act.GRANT_WITHDRAWAL));
    add(acts, ASSIGN, may(officer, dossier, Act.ASSIGN));
    add(acts, TAKE_UP, mayTakeUp(officer, dossier));
    add(acts, HAND_BACK, may(officer, dossier, Act.HAND_BACK) && inHand && mayTouch);
    add(acts, PREPARE, may(officer, dossier, Act.PASS_ON) && mayTouch && !doneElsewhere(dossier));
    add(acts, SEND_BACK, may(officer, dossier, Act.SEND_BACK));
    add(acts, DECIDE, may(officer, dossier, Act.APPROVE));
    add(acts, STOP, may(officer, dossier, Act.STOP) && !acts.contains(DECIDE));
    add(
        acts,
        REQUEST_ADDITIONS,
        may(officer, dossier, Act.REQUEST_ADDITIONS)
            && mayTouch
            && !acts.contains(DECIDE)
            && dossiers.countRequests(dossier.id()) == 0);
    add(
        acts,
        REQUEST_PAYMENT,
        may(officer, dossier, Act.REQUEST_PAYMENT)
            && (charge == null || charge.settlement() == null));
    add(acts, SETTLE_FEE, charge != null && SettleFee.may(officer, dossier, charge));
    add(
        acts,
        APOLOGISE,
        may(officer, dossier, Act.APOLOGISE) && apologies.find(dossier.id()).isEmpty());
    add(acts, ENTRUST, may(officer, dossier, Act.ENTRUST) && mayTouch);
    boolean paid = charge == null || charge.settlement() != null;
    add(acts, HAND_OVER, paid && mayHandOver(officer, dossier));
    add(acts, SEND_BY_POST, paid && maySend(officer, dossier));
    boolean holds = dossier.result() != null && !isRevoked(dossier);
    add(acts, CORRECT_RESULT, may(officer, dossier, Act.CORRECT_RESULT) && holds);
    add(acts, REVOKE_RESULT, may(officer, dossier, Act.REVOKE_RESULT) && holds);
    return acts;
  }

  /** What is accepted and lies with nobody or with him; or has been handed back at his step. */
  private boolean mayTakeUp(DeskOfficer officer, Dossier dossier) {
    if (!may(officer, dossier, Act.TAKE_UP)) return false;
    return dossier.status() == DossierStatus.ACCEPTED
        ? officer.mayTouch(dossier)
        : dossier.handler() == null && !may(officer, dossier, Act.APPROVE);
  }

  private boolean doneElsewhere(Dossier dossier) {
    return entrusted.listOf(dossier.id()).stream().anyMatch(part -> part.holds(dossier));
  }

  private boolean mayHandOver(DeskOfficer officer, Dossier dossier) {
    return may(officer, dossier, Act.HAND_OVER)
        && (dossier.result() != null || !results.areMade(dossier))
        && !isRevoked(dossier)
        && post.findLast(dossier.id()).filter(Consignment::open).isEmpty();
  }

  private boolean maySend(DeskOfficer officer, Dossier dossier) {
    return may(officer, dossier, Act.SEND_BY_POST)
        && dossier.result() != null
        && dossier.delivery() == Delivery.POST
        && !isRevoked(dossier)
        && post.findAddress(dossier.id()).isPresent()
        && post.findLast(dossier.id()).filter(Consignment::open).isEmpty();
  }

  private boolean isRevoked(Dossier dossier) {
    return dossier.result() != null && revocations.find(dossier.id()).isPresent();
  }

  private boolean may(DeskOfficer officer, Dossier dossier, Act act) {
    return officer.hasOneOf(desk.rolesFor(dossier, act));
  }

  private static void add(Set<DeskAct> acts, DeskAct act, boolean may) {
    if (may) acts.add(act);
  }
}
