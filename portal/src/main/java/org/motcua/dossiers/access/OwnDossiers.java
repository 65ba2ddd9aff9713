package org.motcua.dossiers.access;

import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.motcua.catalogue.ProcedureCode;
import org.motcua.dossiers.DossierCode;
import org.motcua.dossiers.DossierId;
import org.motcua.dossiers.model.Dossier;
import org.motcua.dossiers.model.DossierStore;
import org.motcua.dossiers.model.HistoryEntry.Actor;
import org.motcua.dossiers.model.Participation;
import org.motcua.dossiers.model.ParticipationStore;
import org.motcua.identity.CurrentUser;
import org.motcua.identity.MandateScope;
import org.motcua.identity.Power;
import org.motcua.identity.Representation;
import org.springframework.stereotype.Component;

/**
 * One's own dossiers, and those of the one for whom one acts, as far as the mandate goes; to fill
 * in, also those to which one was invited, as far as that goes. Beyond it, a dossier does not
 * exist; where it may be seen but not this be done with it, that is said. Drafts come in the
 * version of their service that is in force.
 */
@Component
public class OwnDossiers {

  private final DossierStore dossiers;
  private final Representation representation;
  private final CarryOver carryOver;
  private final ParticipationStore participations;
  private final Clock clock;

  OwnDossiers(
      DossierStore dossiers,
      Representation representation,
      CarryOver carryOver,
      ParticipationStore participations,
      Clock clock) {
    this.dossiers = dossiers;
    this.representation = representation;
    this.carryOver = carryOver;
    this.participations = participations;
    this.clock = clock;
  }

  /**
   * @throws org.motcua.identity.PowerNeeded when the mandate lets it be seen, but not this be done
   */
  public Optional<Dossier> find(DossierId id, CurrentUser user, Power power) {
    return dossiers
        .findOwn(id, user.id())
        .filter(dossier -> entitled(dossier, user, power))
        .map(carryOver::toVersionInForce);
  }

  /**
   * Locked until the transaction ends.
   *
   * @throws org.motcua.identity.PowerNeeded when the mandate lets it be seen, but not this be done
   */
  public Optional<Dossier> findForUpdate(DossierId id, CurrentUser user, Power power) {
    return dossiers
        .findOwnForUpdate(id, user.id())
        .filter(dossier -> entitled(dossier, user, power))
        .map(carryOver::toVersionInForce);
  }

  /** What was handed in and waits, for the portal to go on with it; locked likewise. */
  public Optional<Dossier> findHeldForUpdate(DossierId id) {
    return dossiers.findForUpdate(id).filter(Dossier::held).map(carryOver::toVersionInForce);
  }

  /**
   * To fill it in: one's own as a whole, another's as far as one was invited.
   *
   * @throws SharingEnded where one was invited and is no longer
   * @throws org.motcua.identity.PowerNeeded when the mandate lets it be seen, but not filled in
   */
  public Optional<OpenedDossier> findToFill(DossierId id, CurrentUser user) {
    return find(id, user, Power.FILE)
        .map(OpenedDossier::own)
        .or(() -> dossiers.find(id).flatMap(dossier -> shared(dossier, user)));
  }

  /** The same, locked until the transaction ends; never by one to whom it is not open. */
  public Optional<OpenedDossier> findToFillForUpdate(DossierId id, CurrentUser user) {
    return findForUpdate(id, user, Power.FILE)
        .map(OpenedDossier::own)
        .or(() -> lockShared(id, user).flatMap(dossier -> shared(dossier, user)));
  }

  private Optional<Dossier> lockShared(DossierId id, CurrentUser user) {
    return participations.listBetween(id, user.id()).isEmpty()
        ? Optional.empty()
        : dossiers.findForUpdate(id);
  }

  /** Looked up at each call, so that it ends with its date, or at once. */
  private Optional<OpenedDossier> shared(Dossier dossier, CurrentUser user) {
    if (dossier.belongsTo(user.id())) return Optional.empty();
    var accepted = participations.listBetween(dossier.id(), user.id());
    if (accepted.isEmpty() || !may(user, Power.FILE, dossier)) return Optional.empty();
    var now = clock.instant();
    var joined = accepted.stream().filter(each -> each.joins(user.id(), now)).findFirst();
    if (!dossier.open()) throw new SharingEnded(SharingEnded.Why.SUBMITTED);
    if (joined.isEmpty()) throw new SharingEnded(why(accepted.getFirst()));
    return Optional.of(
        new OpenedDossier(carryOver.toVersionInForce(dossier), new Share(joined.get())));
  }

  private static SharingEnded.Why why(Participation ended) {
    return switch (ended.ending()) {
      case null -> SharingEnded.Why.EXPIRED;
      case SUBMITTED -> SharingEnded.Why.SUBMITTED;
      case LEFT, DECLINED -> SharingEnded.Why.LEFT;
      case WITHDRAWN, FORGOTTEN -> SharingEnded.Why.WITHDRAWN;
    };
  }

  /** Whether a button for this is worth showing. */
  public boolean may(CurrentUser user, Power power, Dossier dossier) {
    return representation.allows(user, power, procedure(dossier), code(dossier));
  }

  /**
   * @throws org.motcua.identity.PowerNeeded when the mandate is not for this procedure
   */
  public void requireToBegin(CurrentUser user, ProcedureCode procedure) {
    representation.require(user, Power.FILE, procedure.value(), null);
  }

  /** A page of them, the newest first. */
  public List<Dossier> list(CurrentUser user, @Nullable DossierId before, int limit) {
    var seen = representation.seen(user);
    if (seen.isEmpty()) return List.of();
    return switch (seen.get()) {
      case MandateScope.All() -> dossiers.listOf(user.id(), before, limit);
      case MandateScope.Procedure(var code) ->
          dossiers.listOf(user.id(), new ProcedureCode(code), before, limit);
      case MandateScope.Dossier(var code) -> only(code, user, before);
    };
  }

  /** Who does it, as the dossier's history tells it. */
  public Actor actor(Dossier dossier, CurrentUser user) {
    var applicant = dossier.applicant().name();
    var acting = user.acting();
    return acting == null
        ? new Actor.TheApplicant(applicant)
        : new Actor.ForTheApplicant(applicant, acting.actor(), acting.actorName());
  }

  private List<Dossier> only(String code, CurrentUser user, @Nullable DossierId before) {
    if (before != null) return List.of();
    return DossierCode.parse(code)
        .flatMap(dossiers::find)
        .filter(dossier -> dossier.belongsTo(user.id()))
        .stream()
        .toList();
  }

  private boolean entitled(Dossier dossier, CurrentUser user, Power power) {
    if (!may(user, Power.SEE, dossier)) return false;
    representation.require(user, power, procedure(dossier), code(dossier));
    return true;
  }

  private static String procedure(Dossier dossier) {
    return dossier.service().procedure().value();
  }

  private static @Nullable String code(Dossier dossier) {
    var code = dossier.code();
    return code == null ? null : code.value();
  }
}
