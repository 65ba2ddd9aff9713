package org.motcua.dossiers.filling;

import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import org.motcua.dossiers.model.Binding;
import org.motcua.dossiers.model.Bundle;
import org.motcua.dossiers.model.BundleStore;
import org.motcua.dossiers.model.Dossier;
import org.motcua.eservices.ServicePackages;
import org.springframework.stereotype.Component;

/** What nobody has to give to one of several drafts, since it comes from the others. */
@Component
public class Awaiting {

  private final BundleStore bundles;
  private final ServicePackages packages;
  private final KnownAnswers known;

  Awaiting(BundleStore bundles, ServicePackages packages, KnownAnswers known) {
    this.bundles = bundles;
    this.packages = packages;
    this.known = known;
  }

  /** What this draft is filled in with; empty for one that stands alone. */
  public Optional<Bundle> together(Dossier draft) {
    return draft.binding() == Binding.ALONE ? Optional.empty() : bundles.findWith(draft.id());
  }

  /**
   * The questions that are answered in common, if at all, or by the result that it will wait for.
   */
  public Set<String> answeredElsewhere(Dossier draft) {
    if (draft.binding() == Binding.ALONE) return Set.of();
    var all = new HashSet<>(known.answeredElsewhere(draft));
    all.addAll(awaitedAnswers(draft));
    together(draft)
        .flatMap(bundle -> packages.find(bundle.packaged()))
        .flatMap(packaged -> packaged.find(draft.service().slug()))
        .ifPresent(member -> all.addAll(member.answers().keySet()));
    return all;
  }

  /** Those of them that the result will answer. */
  public Set<String> awaitedAnswers(Dossier draft) {
    return waiting(draft).map(waiting -> waiting.answers().keySet()).orElse(Set.of());
  }

  /** The paper as which it will get that result. */
  public Optional<String> awaitedPaper(Dossier draft) {
    return waiting(draft).flatMap(waiting -> Optional.ofNullable(waiting.paper()));
  }

  private Optional<Bundle.Waiting> waiting(Dossier draft) {
    return together(draft)
        .flatMap(bundle -> bundle.find(draft.id()))
        .flatMap(part -> Optional.ofNullable(part.waiting()));
  }
}
