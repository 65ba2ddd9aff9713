package org.motcua.catalogue.searching;

import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.motcua.catalogue.ProcedureCode;
import org.motcua.organisation.Agency;
import org.motcua.organisation.AgencyId;
import org.motcua.organisation.Organisation;
import org.motcua.organisation.UnitCode;
import org.springframework.stereotype.Component;

/** Finds procedures by what people type, and remembers what they looked for in vain. */
@Component
public class ProcedureSearch {

  private final ProcedureIndex index;
  private final ProcedureFinder finder;
  private final CurrentWords words;
  private final Organisation organisation;
  private final Misses misses;

  ProcedureSearch(
      ProcedureIndex index, CurrentWords words, Organisation organisation, Misses misses) {
    this.index = index;
    this.finder = new ProcedureFinder(index);
    this.words = words;
    this.organisation = organisation;
    this.misses = misses;
  }

  public SearchResults search(SearchRequest request) {
    return noted(request, false).results();
  }

  /** As {@link #search}, and how many there would be with other filters. */
  ProcedureFinder.Found searchWithFacets(SearchRequest request) {
    return noted(request, true);
  }

  /** What would be found if people's words were understood that way; nobody's search. */
  public SearchResults tryOut(SearchRequest request, EverydayWords understood) {
    return finder.find(request, understood, keeper(request), false).results();
  }

  /** The slugs of the groups to which at least one procedure belongs. */
  public Set<String> lifeEvents() {
    return index.lifeEvents();
  }

  private ProcedureFinder.Found noted(SearchRequest request, boolean withFacets) {
    var found = finder.find(request, words.current(), keeper(request), withFacets);
    misses.note(request, found.results());
    return found;
  }

  /** Who asks for a province's copy by its code means that province. */
  private @Nullable String keeper(SearchRequest request) {
    return ProcedureCode.parse(request.query())
        .flatMap(ProcedureCode::keeper)
        .or(() -> keeper(request.filters().province()))
        .map(AgencyId::value)
        .orElse(null);
  }

  private Optional<AgencyId> keeper(@Nullable UnitCode province) {
    return Optional.ofNullable(province).flatMap(organisation::committeeOf).map(Agency::id);
  }
}
