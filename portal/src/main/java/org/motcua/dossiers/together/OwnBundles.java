package org.motcua.dossiers.together;

import java.util.Optional;
import org.motcua.dossiers.access.OwnDossiers;
import org.motcua.dossiers.model.Bundle;
import org.motcua.dossiers.model.BundleId;
import org.motcua.dossiers.model.BundleStore;
import org.motcua.eservices.ServicePackage;
import org.motcua.eservices.ServicePackages;
import org.motcua.identity.CurrentUser;
import org.motcua.identity.Power;
import org.springframework.stereotype.Component;

/**
 * One's own bundles, and those of the one for whom one acts, as far as the mandate goes for every
 * part. Beyond it a bundle does not exist.
 */
@Component
class OwnBundles {

  private final BundleStore bundles;
  private final OwnDossiers own;
  private final ServicePackages packages;

  OwnBundles(BundleStore bundles, OwnDossiers own, ServicePackages packages) {
    this.bundles = bundles;
    this.own = own;
    this.packages = packages;
  }

  /**
   * @throws org.motcua.identity.PowerNeeded when the mandate lets it be seen, but not this be done
   */
  Optional<Bundle> find(BundleId id, CurrentUser user, Power power) {
    return bundles
        .find(id)
        .filter(bundle -> bundle.applicant().equals(user.id()))
        .filter(bundle -> mayAll(bundle, user, power));
  }

  /** Locked until the transaction ends. */
  Optional<Bundle> findForUpdate(BundleId id, CurrentUser user, Power power) {
    return bundles.findForUpdate(id, user.id()).filter(bundle -> mayAll(bundle, user, power));
  }

  private boolean mayAll(Bundle bundle, CurrentUser user, Power power) {
    return bundle.parts().stream()
        .allMatch(part -> own.find(part.dossier(), user, power).isPresent());
  }

  /** As it is offered now; empty where it is offered no longer. */
  Optional<ServicePackage> packageOf(Bundle bundle) {
    return packages.find(bundle.packaged());
  }
}
