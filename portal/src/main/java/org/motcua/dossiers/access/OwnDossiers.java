package org.motcua.dossiers.access;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.motcua.catalogue.ProcedureCode;
import org.motcua.dossiers.DossierCode;
import org.motcua.dossiers.DossierId;
import org.motcua.dossiers.model.Dossier;
import org.motcua.dossiers.model.DossierStore;
import org.motcua.dossiers.model.HistoryEntry.Actor;
import org.motcua.identity.CurrentUser;
import org.motcua.identity.MandateScope;
import org.motcua.identity.Power;
import org.motcua.identity.Representation;
import org.springframework.stereotype.Component;

/**
 * One's own dossiers, and those of the one for whom one acts, as far as the mandate goes. Beyond
 * it, a dossier does not exist; where it may be seen but not this be done with it, that is said.
 * Drafts come in the version of their service that is in force.
 */
@Component
public class OwnDossiers {

  private final DossierStore dossiers;
  private final Representation representation;
  private final CarryOver carryOver;

  OwnDossiers(DossierStore dossiers, Representation representation, CarryOver carryOver) {
    this.dossiers = dossiers;
    this.representation = representation;
    this.carryOver = carryOver;
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
