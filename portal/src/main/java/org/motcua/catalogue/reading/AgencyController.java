package org.motcua.catalogue.reading;

import java.util.List;
import org.motcua.catalogue.searching.ProcedureSearch;
import org.motcua.catalogue.searching.SearchAddress;
import org.motcua.catalogue.searching.SearchRequest;
import org.motcua.organisation.Agency;
import org.motcua.organisation.AgencyId;
import org.motcua.organisation.AgencyKind;
import org.motcua.organisation.Organisation;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;

/** Agencies, what stands below each, and what can be done there. */
@Controller
@RequestMapping("/agencies")
class AgencyController {

  private static final int MOST_FOUND = 50;
  private static final int MOST_PROCEDURES = 30;

  private final Organisation organisation;
  private final AgencyProcedures procedures;
  private final ProcedureSearch search;

  AgencyController(Organisation organisation, AgencyProcedures procedures, ProcedureSearch search) {
    this.organisation = organisation;
    this.procedures = procedures;
    this.search = search;
  }

  /** Without words: the central agencies and the provinces' committees. */
  @GetMapping
  String list(@RequestParam(name = "q", defaultValue = "") String query, Model model) {
    model.addAttribute("query", query.strip());
    if (query.isBlank()) {
      model.addAttribute("central", topmost(AgencyKind.CENTRAL));
      model.addAttribute("provinces", topmost(AgencyKind.PROVINCE_COMMITTEE));
      model.addAttribute("found", List.of());
    } else {
      model.addAttribute("central", List.of());
      model.addAttribute("provinces", List.of());
      model.addAttribute(
          "found",
          organisation.searchAgencies(query.strip(), MOST_FOUND).stream()
              .map(this::entry)
              .toList());
    }
    return "catalogue/reading/agency-list";
  }

  @GetMapping("/{code}")
  String read(@PathVariable String code, Model model) {
    var agency =
        AgencyId.parse(code)
            .flatMap(organisation::findAgency)
            .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    var filters = procedures.of(agency);
    model.addAttribute("agency", entry(agency));
    model.addAttribute(
        "parent",
        agency.parent() == null ? null : organisation.findAgency(agency.parent()).orElse(null));
    model.addAttribute(
        "successor",
        agency.successor() == null
            ? null
            : organisation.findAgency(agency.successor()).orElse(null));
    model.addAttribute("below", organisation.agenciesBelow(agency.id()));
    model.addAttribute(
        "results", search.search(new SearchRequest("", filters, null, MOST_PROCEDURES)));
    model.addAttribute("all", SearchAddress.of("", filters, null));
    return "catalogue/reading/agency";
  }

  private List<AgencyEntry> topmost(AgencyKind kind) {
    return organisation.topmostAgencies().stream()
        .filter(agency -> agency.kind() == kind)
        .map(this::entry)
        .toList();
  }

  private AgencyEntry entry(Agency agency) {
    return new AgencyEntry(
        agency, agency.unit() == null ? "" : organisation.pathName(agency.unit()));
  }
}
