package org.motcua.organisation.looking;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.motcua.organisation.Agency;
import org.motcua.organisation.AgencyId;
import org.motcua.organisation.AgencyKind;
import org.motcua.organisation.Organisation;
import org.motcua.organisation.Unit;
import org.motcua.organisation.UnitCode;
import org.motcua.organisation.UnitLevel;
import org.springframework.http.HttpStatus;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ResponseStatusException;

/** Units and agencies for the systems of other agencies. */
@RestController
@RequestMapping("/api/organisation")
@PreAuthorize("hasAuthority('SCOPE_catalogue.read')")
@Tag(name = "organisation", description = "Administrative units and agencies")
class OrganisationApi {

  private static final int LARGEST_PAGE = 500;

  private final Organisation organisation;

  OrganisationApi(Organisation organisation) {
    this.organisation = organisation;
  }

  @GetMapping("/units")
  @Operation(summary = "The units right below one, by name; without a parent the provinces")
  List<UnitView> units(
      @Parameter(description = "official code of a province or district", example = "22")
          @RequestParam(defaultValue = "")
          String parent) {
    if (parent.isEmpty()) return views(organisation.provinces());
    return UnitCode.parse(parent)
        .flatMap(organisation::findUnit)
        .map(unit -> views(organisation.children(unit.code())))
        .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND, "No unit " + parent));
  }

  @GetMapping("/agencies")
  @Operation(summary = "Agencies by code, a page at a time")
  AgenciesView agencies(
      @Parameter(description = "only this agency and those below it", example = "000.00.00.H49")
          @RequestParam(defaultValue = "")
          String under,
      @Parameter(description = "the `next` of the page before") @RequestParam(defaultValue = "")
          String after,
      @RequestParam(defaultValue = "100") int size) {
    var top = agency(under);
    top.ifPresent(this::requireKnown);
    var page =
        organisation.listAgencies(
            top.orElse(null), agency(after).orElse(null), Math.clamp(size, 1, LARGEST_PAGE));
    var next = page.next();
    return new AgenciesView(
        page.agencies().stream().map(AgencyView::of).toList(), next == null ? null : next.value());
  }

  private static Optional<AgencyId> agency(String text) {
    if (text.isEmpty()) return Optional.empty();
    var parsed = AgencyId.parse(text);
    if (parsed.isEmpty()) {
      throw new ResponseStatusException(
          HttpStatus.BAD_REQUEST, "Not an agency's code of QCVN 102: " + text);
    }
    return parsed;
  }

  private void requireKnown(AgencyId id) {
    if (organisation.findAgency(id).isEmpty()) {
      throw new ResponseStatusException(HttpStatus.NOT_FOUND, "No agency " + id);
    }
  }

  private static List<UnitView> views(List<Unit> units) {
    return units.stream().map(UnitView::of).toList();
  }

  record UnitView(
      String code, UnitLevel level, String name, @Nullable String parent, LocalDate validFrom) {

    static UnitView of(Unit unit) {
      var parent = unit.parent();
      return new UnitView(
          unit.code().value(),
          unit.level(),
          unit.fullName(),
          parent == null ? null : parent.value(),
          unit.validFrom());
    }
  }

  record AgenciesView(List<AgencyView> agencies, @Nullable String next) {}

  record AgencyView(
      String code,
      String decision20,
      String name,
      AgencyKind kind,
      @Nullable String unit,
      @Nullable String parent) {

    static AgencyView of(Agency agency) {
      var unit = agency.unit();
      var parent = agency.parent();
      return new AgencyView(
          agency.id().value(),
          agency.id().decision20(),
          agency.name(),
          agency.kind(),
          unit == null ? null : unit.value(),
          parent == null ? null : parent.value());
    }
  }
}
