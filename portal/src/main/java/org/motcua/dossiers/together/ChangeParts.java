package org.motcua.dossiers.together;

import java.util.Set;
import org.motcua.dossiers.filling.NewDrafts;
import org.motcua.dossiers.model.Bundle;
import org.motcua.dossiers.model.BundleId;
import org.motcua.dossiers.model.BundleStore;
import org.motcua.dossiers.model.Dossier;
import org.motcua.dossiers.model.DossierStore;
import org.motcua.dossiers.tracking.DiscardDraft;
import org.motcua.eservices.OnlineServices;
import org.motcua.eservices.ServicePackage;
import org.motcua.identity.CurrentUser;
import org.motcua.identity.Power;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Which services are applied for together, while nothing is handed in. Twice is once. */
@Service
class ChangeParts {

  private final OwnBundles own;
  private final BundleStore bundles;
  private final DossierStore dossiers;
  private final OnlineServices services;
  private final NewDrafts drafts;
  private final CommonAnswers common;
  private final DiscardDraft discardDraft;

  ChangeParts(
      OwnBundles own,
      BundleStore bundles,
      DossierStore dossiers,
      OnlineServices services,
      NewDrafts drafts,
      CommonAnswers common,
      DiscardDraft discardDraft) {
    this.own = own;
    this.bundles = bundles;
    this.dossiers = dossiers;
    this.services = services;
    this.drafts = drafts;
    this.common = common;
    this.discardDraft = discardDraft;
  }

  /**
   * @param chosen of those that may be left out, the ones that are wanted; the draft of any other
   *     is thrown away
   */
  @Transactional
  public void choose(BundleId id, CurrentUser user, Set<String> chosen) {
    var found = own.findForUpdate(id, user, Power.FILE).filter(bundle -> !bundle.sent());
    if (found.isEmpty()) return;
    var packaged = own.packageOf(found.get());
    if (packaged.isEmpty()) return;
    var members = packaged.get().members();
    for (var place = 0; place < members.size(); place++) {
      var member = members.get(place);
      if (!member.choice()) continue;
      var part = found.get().find(member.service());
      var wanted = chosen.contains(member.service().value());
      if (!wanted && part.isPresent()) remove(part.get(), user);
      if (wanted && part.isEmpty()) add(found.get(), member, place, user);
    }
    common.spread(bundles.find(id).orElseThrow(), packaged.get(), user);
  }

  /** Throws all of it away. */
  @Transactional
  public void discard(BundleId id, CurrentUser user) {
    own.findForUpdate(id, user, Power.FILE)
        .filter(bundle -> !bundle.sent())
        .ifPresent(
            bundle -> {
              bundle.parts().forEach(part -> remove(part, user));
              bundles.delete(bundle.id());
            });
  }

  private void remove(Bundle.Part part, CurrentUser user) {
    dossiers
        .findForUpdate(part.dossier())
        .filter(Dossier::open)
        .ifPresent(draft -> discardDraft.discard(draft, user));
  }

  private void add(Bundle bundle, ServicePackage.Member member, int place, CurrentUser user) {
    var service = services.get(member.service());
    if (!drafts.mayBegin(service, user)) return;
    var after = member.after();
    var first = after == null ? null : bundle.find(after.service()).orElse(null);
    var draft = drafts.insertPart(user, service);
    bundles.add(
        bundle.id(),
        new Bundle.Part(
            draft.id(),
            member.service(),
            Bundle.State.FILLED_IN,
            after == null || first == null
                ? null
                : new Bundle.Waiting(first.dossier(), after.result(), after.answers()),
            null),
        place);
  }
}
