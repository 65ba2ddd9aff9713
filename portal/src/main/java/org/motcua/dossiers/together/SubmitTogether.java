package org.motcua.dossiers.together;

import static java.util.Objects.requireNonNull;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.motcua.dossiers.model.Bundle;
import org.motcua.dossiers.model.BundleId;
import org.motcua.dossiers.model.BundleStore;
import org.motcua.dossiers.model.DossierStore;
import org.motcua.dossiers.submitting.SubmissionOutcome;
import org.motcua.dossiers.submitting.SubmitDossier;
import org.motcua.dossiers.tracking.RemoveDraft;
import org.motcua.eservices.ServicePackage;
import org.motcua.forms.Fault;
import org.motcua.identity.CurrentUser;
import org.motcua.identity.Power;
import org.motcua.platform.audit.AuditTrail;
import org.motcua.platform.clock.CountryTime;
import org.motcua.platform.web.Language;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Hands in all parts at once, or none: what waits for nothing goes to its agency, what waits is
 * held until the portal can hand it on.
 */
@Service
class SubmitTogether {

  private final OwnBundles own;
  private final BundleStore bundles;
  private final DossierStore dossiers;
  private final CommonAnswers common;
  private final SharedFiles files;
  private final SubmitDossier submitDossier;
  private final RemoveDraft removeDraft;
  private final TransactionTemplate transaction;
  private final AuditTrail audit;
  private final Clock clock;

  SubmitTogether(
      OwnBundles own,
      BundleStore bundles,
      DossierStore dossiers,
      CommonAnswers common,
      SharedFiles files,
      SubmitDossier submitDossier,
      RemoveDraft removeDraft,
      TransactionTemplate transaction,
      AuditTrail audit,
      Clock clock) {
    this.own = own;
    this.bundles = bundles;
    this.dossiers = dossiers;
    this.common = common;
    this.files = files;
    this.submitDossier = submitDossier;
    this.removeDraft = removeDraft;
    this.transaction = transaction;
    this.audit = audit;
    this.clock = clock;
  }

  sealed interface Outcome {

    /** Twice is once. */
    record Sent() implements Outcome {}

    record CommonFaulty(List<Fault> faults) implements Outcome {}

    record PartsFaulty(List<Trouble> troubles) implements Outcome {}

    /** The box under the declarations was not ticked. */
    record NotDeclared() implements Outcome {}

    record NoSuchBundle() implements Outcome {}
  }

  /** What stands against handing in one part. */
  record Trouble(Bundle.Part part, SubmissionOutcome why) {}

  Outcome submit(BundleId id, CurrentUser user, boolean declared, Language language) {
    return requireNonNull(
        transaction.execute(
            status -> {
              var outcome = all(id, user, declared, language);
              if (!(outcome instanceof Outcome.Sent)) status.setRollbackOnly();
              return outcome;
            }));
  }

  private Outcome all(BundleId id, CurrentUser user, boolean declared, Language language) {
    var found = own.findForUpdate(id, user, Power.SIGN);
    if (found.isEmpty()) return new Outcome.NoSuchBundle();
    var bundle = found.get();
    if (bundle.sent()) return new Outcome.Sent();
    var packaged = own.packageOf(bundle);
    if (packaged.isEmpty()) return new Outcome.NoSuchBundle();
    var faults = common.faults(bundle, packaged.get(), language);
    if (!faults.isEmpty()) return new Outcome.CommonFaulty(faults);
    common.spread(bundle, packaged.get(), user);
    files.spread(bundle, packaged.get(), user);
    removeUnneeded(bundle, packaged.get(), user);

    var troubles = new ArrayList<Trouble>();
    for (var part : bundle.parts()) {
      if (!isNeeded(part, bundle, packaged.get())) continue;
      var why = handIn(part, user, language);
      if (why != null) troubles.add(new Trouble(part, why));
    }
    if (!troubles.isEmpty()) return new Outcome.PartsFaulty(troubles);
    if (!declared) return new Outcome.NotDeclared();
    bundles.submit(id, clock.instant());
    audit.record(
        user.actor(),
        "dossiers.submitted_together",
        "bundle",
        id.toString(),
        Map.of("package", bundle.packaged().value()));
    return new Outcome.Sent();
  }

  /** What stands against it; {@code null}: it is handed in, or held. */
  private @Nullable SubmissionOutcome handIn(
      Bundle.Part part, CurrentUser user, Language language) {
    var waiting = part.waiting();
    if (waiting != null) {
      var why = submitDossier.hold(part.dossier(), user, waiting, language);
      if (why == null) bundles.move(part.dossier(), Bundle.State.WAITS, null);
      return why;
    }
    var outcome = submitDossier.submitPart(part.dossier(), user, language);
    if (!(outcome instanceof SubmissionOutcome.Submitted)) return outcome;
    bundles.move(part.dossier(), Bundle.State.HANDED_IN, null);
    return null;
  }

  private boolean isNeeded(Bundle.Part part, Bundle bundle, ServicePackage packaged) {
    var today = clock.instant().atZone(CountryTime.ZONE).toLocalDate();
    return packaged
        .find(part.service())
        .map(member -> member.belongsIn(packaged.form().situation(bundle.answers(), today)))
        .orElse(true);
  }

  /** By the common answers, no agency has to do with it. */
  private void removeUnneeded(Bundle bundle, ServicePackage packaged, CurrentUser user) {
    bundle.parts().stream()
        .filter(part -> !isNeeded(part, bundle, packaged))
        .flatMap(part -> dossiers.findForUpdate(part.dossier()).stream())
        .forEach(draft -> removeDraft.remove(draft, user.actor()));
  }
}
