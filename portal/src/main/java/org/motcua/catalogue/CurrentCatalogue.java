package org.motcua.catalogue;

import java.time.LocalDate;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.motcua.catalogue.model.ProcedureStore;
import org.motcua.catalogue.model.VersionStore;
import org.motcua.catalogue.searching.ProcedureSearch;
import org.motcua.catalogue.searching.SearchRequest;
import org.motcua.catalogue.searching.SearchResults.Hit;
import org.motcua.catalogue.seeding.LifeEvents;
import org.motcua.organisation.Organisation;
import org.motcua.organisation.UnitCode;
import org.springframework.stereotype.Service;

@Service
class CurrentCatalogue implements Catalogue {

  private final ProcedureStore procedures;
  private final VersionStore versions;
  private final ProcedureSearch search;
  private final LifeEvents lifeEvents;
  private final Organisation organisation;

  CurrentCatalogue(
      ProcedureStore procedures,
      VersionStore versions,
      ProcedureSearch search,
      LifeEvents lifeEvents,
      Organisation organisation) {
    this.procedures = procedures;
    this.versions = versions;
    this.organisation = organisation;
    this.search = search;
    this.lifeEvents = lifeEvents;
  }

  @Override
  public Optional<Procedure> find(ProcedureCode code) {
    return procedures.find(code);
  }

  @Override
  public Optional<Procedure> findFor(ProcedureCode code, UnitCode province) {
    return organisation
        .committeeOf(province)
        .flatMap(committee -> find(code.copyOf(committee.id())))
        .or(() -> find(code.national()));
  }

  @Override
  public Optional<Procedure> find(ProcedureCode code, LocalDate on) {
    return versions.findInForce(code, on).filter(it -> !it.isAbolition()).map(versions::getText);
  }

  @Override
  public Procedure get(ProcedureCode code) {
    return find(code).orElseThrow(() -> new NoSuchElementException("No procedure " + code));
  }

  @Override
  public List<Procedure> list(@Nullable ProcedureCode after, int limit) {
    return procedures.list(after, limit);
  }

  @Override
  public List<ProcedureCode> codes(@Nullable ProcedureCode after, int limit) {
    return procedures.codes(after, limit);
  }

  @Override
  public List<Procedure> search(String query, int limit) {
    var codes =
        search.search(SearchRequest.of(query, limit)).hits().stream().map(Hit::code).toList();
    var found =
        procedures.findAll(codes).stream()
            .collect(Collectors.toMap(Procedure::code, Function.identity()));
    return codes.stream().flatMap(code -> Optional.ofNullable(found.get(code)).stream()).toList();
  }

  @Override
  public List<LifeEvent> lifeEvents() {
    return lifeEvents.list();
  }

  @Override
  public Set<String> lifeEventsWithProcedures() {
    return search.lifeEvents();
  }
}
