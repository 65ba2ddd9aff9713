package org.motcua.dossiers.together;

import java.util.List;
import java.util.Map;
import org.motcua.dossiers.DossierId;
import org.motcua.dossiers.model.Binding;
import org.motcua.dossiers.model.Bundle;
import org.motcua.dossiers.model.BundleId;
import org.motcua.dossiers.model.BundleStore;
import org.motcua.dossiers.model.Dossier;
import org.motcua.dossiers.model.DossierStore;
import org.motcua.eservices.OnlineServices;
import org.motcua.identity.Accounts;
import org.motcua.identity.CurrentUser;
import org.motcua.identity.Power;
import org.motcua.notifications.Notice;
import org.motcua.notifications.Notifications;
import org.motcua.platform.audit.AuditTrail;
import org.motcua.platform.web.Language;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Gives what was held back to its applicant: a draft like any other, with all that it had. He is
 * told why, and what he can do.
 */
@Service
class LetGo {

  private final OwnBundles own;
  private final BundleStore bundles;
  private final DossierStore dossiers;
  private final OnlineServices services;
  private final Accounts accounts;
  private final Notifications notifications;
  private final AuditTrail audit;

  LetGo(
      OwnBundles own,
      BundleStore bundles,
      DossierStore dossiers,
      OnlineServices services,
      Accounts accounts,
      Notifications notifications,
      AuditTrail audit) {
    this.own = own;
    this.bundles = bundles;
    this.dossiers = dossiers;
    this.services = services;
    this.accounts = accounts;
    this.notifications = notifications;
    this.audit = audit;
  }

  /** All that waited for a dossier which gives no result. */
  @Transactional(propagation = Propagation.MANDATORY)
  public void allWaitingFor(DossierId first, Bundle.Reason reason) {
    for (var part : bundles.listWaitingFor(first)) {
      dossiers
          .findForUpdate(part.dossier())
          .filter(Dossier::held)
          .ifPresent(held -> letGo(held, reason, first));
    }
  }

  /** Its applicant does not want it handed on by itself. Twice is once. */
  @Transactional
  public void wished(BundleId id, DossierId part, CurrentUser user) {
    own.findForUpdate(id, user, Power.SIGN)
        .flatMap(bundle -> bundle.find(part))
        .flatMap(found -> dossiers.findForUpdate(found.dossier()))
        .filter(Dossier::held)
        .ifPresent(held -> release(held, Bundle.Reason.WISHED, user.actor()));
  }

  /** What came over does not suffice: the applicant has to complete it. */
  @Transactional(propagation = Propagation.MANDATORY)
  public void incomplete(Dossier released, DossierId first) {
    note(released, Bundle.Reason.INCOMPLETE, "system:dossiers");
    tell(released, "part_needs_you", first);
  }

  private void letGo(Dossier held, Bundle.Reason reason, DossierId first) {
    release(held, reason, "system:dossiers");
    tell(held, "part_let_go", first);
  }

  private void release(Dossier held, Bundle.Reason reason, String actor) {
    dossiers.save(held.bind(Binding.ALONE));
    note(held, reason, actor);
  }

  private void note(Dossier part, Bundle.Reason reason, String actor) {
    bundles.move(part.id(), Bundle.State.LET_GO, reason);
    audit.record(
        actor, "dossiers.let_go", "dossier", part.id().toString(), Map.of("why", reason.name()));
  }

  private void tell(Dossier part, String what, DossierId first) {
    var account = part.applicant().account();
    var language = accounts.languageOf(account);
    var bundle = bundles.findWith(part.id()).orElseThrow();
    notifications.sendOnce(
        "dossiers." + what + ":" + part.id(),
        account,
        new Notice(
            "dossiers.notice." + what,
            List.of(nameOf(part, language), nameOf(dossiers.find(first).orElseThrow(), language)),
            "/my/packages/" + bundle.id()));
  }

  private String nameOf(Dossier dossier, Language language) {
    return services.get(dossier.service().slug(), dossier.service().version()).name().in(language);
  }
}
