package org.motcua.dossiers.together;

import java.time.Clock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.motcua.dossiers.DossierId;
import org.motcua.dossiers.filling.NewDrafts;
import org.motcua.dossiers.model.Bundle;
import org.motcua.dossiers.model.BundleId;
import org.motcua.dossiers.model.BundleStore;
import org.motcua.dossiers.model.DossierStore;
import org.motcua.eservices.OnlineServices;
import org.motcua.eservices.ServicePackage;
import org.motcua.eservices.ServicePackages;
import org.motcua.eservices.ServiceSlug;
import org.motcua.forms.Answers;
import org.motcua.identity.CurrentUser;
import org.motcua.platform.audit.AuditTrail;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Begins all drafts of a package, and what they have in common. */
@Service
class BeginTogether {

  private final ServicePackages packages;
  private final OnlineServices services;
  private final NewDrafts drafts;
  private final DossierStore dossiers;
  private final BundleStore bundles;
  private final AuditTrail audit;
  private final Clock clock;

  BeginTogether(
      ServicePackages packages,
      OnlineServices services,
      NewDrafts drafts,
      DossierStore dossiers,
      BundleStore bundles,
      AuditTrail audit,
      Clock clock) {
    this.packages = packages;
    this.services = services;
    this.drafts = drafts;
    this.dossiers = dossiers;
    this.bundles = bundles;
    this.audit = audit;
    this.clock = clock;
  }

  sealed interface Outcome {

    record Begun(BundleId id) implements Outcome {}

    /** One of this package is half filled. */
    record AnotherWaits(BundleId id) implements Outcome {}

    /** The services are not for such as this one. */
    record NotForYou() implements Outcome {}

    record NoSuchPackage() implements Outcome {}
  }

  /**
   * A double click begins once: the second finds the first, still as it was made.
   *
   * @param chosen of those that may be left out, the ones that are wanted
   * @param another begin it beside one that is half filled: twins are two births
   */
  @Transactional
  Outcome begin(CurrentUser user, ServiceSlug slug, Set<String> chosen, boolean another) {
    var found = packages.find(slug);
    if (found.isEmpty()) return new Outcome.NoSuchPackage();
    var members =
        found.get().members().stream()
            .filter(member -> !member.choice() || chosen.contains(member.service().value()))
            .toList();
    if (!members.stream()
        .allMatch(member -> drafts.mayBegin(services.get(member.service()), user))) {
      return new Outcome.NotForYou();
    }
    dossiers.lockDraftsOf(user.id());
    var earlier = bundles.findDraft(user.id(), slug);
    if (earlier.isPresent() && isUntouched(earlier.get(), members)) {
      return new Outcome.Begun(earlier.get().id());
    }
    if (earlier.isPresent() && !another) return new Outcome.AnotherWaits(earlier.get().id());
    return new Outcome.Begun(insert(user, slug, members));
  }

  private static boolean isUntouched(Bundle earlier, List<ServicePackage.Member> members) {
    return earlier.answers().isEmpty()
        && earlier.parts().stream()
            .map(Bundle.Part::service)
            .toList()
            .equals(members.stream().map(ServicePackage.Member::service).toList());
  }

  private BundleId insert(CurrentUser user, ServiceSlug slug, List<ServicePackage.Member> members) {
    var ids = new HashMap<ServiceSlug, DossierId>();
    var parts = new ArrayList<Bundle.Part>();
    for (var member : members) {
      var draft = drafts.insertPart(user, services.get(member.service()));
      ids.put(member.service(), draft.id());
      parts.add(
          new Bundle.Part(
              draft.id(), member.service(), Bundle.State.FILLED_IN, waiting(member, ids), null));
    }
    var id = BundleId.next();
    bundles.insert(new Bundle(id, user.id(), slug, Answers.none(), parts, clock.instant(), null));
    audit.record(
        user.actor(),
        "dossiers.begun_together",
        "bundle",
        id.toString(),
        Map.of("package", slug.value()));
    return id;
  }

  private static Bundle.@Nullable Waiting waiting(
      ServicePackage.Member member, Map<ServiceSlug, DossierId> ids) {
    var after = member.after();
    var first = after == null ? null : ids.get(after.service());
    return after == null || first == null
        ? null
        : new Bundle.Waiting(first, after.result(), after.answers());
  }
}
