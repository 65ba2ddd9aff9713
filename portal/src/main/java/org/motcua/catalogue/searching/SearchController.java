package org.motcua.catalogue.searching;

import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.motcua.catalogue.Catalogue;
import org.motcua.catalogue.FoundBeside.Kind;
import org.motcua.catalogue.LifeEvent;
import org.motcua.catalogue.OnlineApplications;
import org.motcua.catalogue.Procedure.Audience;
import org.motcua.catalogue.Procedure.Level;
import org.motcua.catalogue.Procedure.OnlineLevel;
import org.motcua.organisation.Agency;
import org.motcua.organisation.AgencyId;
import org.motcua.organisation.Organisation;
import org.motcua.organisation.Unit;
import org.motcua.platform.web.Language;
import org.motcua.platform.web.Page;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.RequestParam;

/** The search page; an unknown filter or page mark is taken for none, as a search should. */
@Controller
class SearchController {

  private static final int PER_PAGE = 15;
  private static final int LONGEST_FILTER = 300;

  private final ProcedureSearch search;
  private final ProcedureIndex index;
  private final BesideSearch beside;
  private final Catalogue catalogue;
  private final OnlineApplications online;
  private final Organisation organisation;

  SearchController(
      ProcedureSearch search,
      ProcedureIndex index,
      BesideSearch beside,
      Catalogue catalogue,
      OnlineApplications online,
      Organisation organisation) {
    this.search = search;
    this.index = index;
    this.beside = beside;
    this.catalogue = catalogue;
    this.online = online;
    this.organisation = organisation;
  }

  @GetMapping("/procedures")
  String search(
      @RequestParam(name = "q", defaultValue = "") String query,
      Asked asked,
      @ModelAttribute(name = "page", binding = false) Page page,
      Model model) {
    var lifeEvents = catalogue.lifeEvents();
    var request =
        new SearchRequest(
            clean(query),
            asked.filters(lifeEvents, organisation.provinces()),
            SearchCursor.parse(clean(asked.after())).orElse(null),
            PER_PAGE);
    var found = search.searchWithFacets(request);
    var shown =
        new SearchPage(
            request,
            found.results(),
            Objects.requireNonNull(found.facets()),
            request.after() == null ? beside.best(request.query()) : BesideResults.NONE,
            lifeEvents,
            organisation.provinces(),
            labels(page.language()));
    model.addAttribute("search", shown);
    model.addAttribute(
        "online",
        found.results().hits().stream()
            .map(SearchResults.Hit::code)
            .filter(code -> online.addressFor(code).isPresent())
            .toList());
    return "catalogue/searching/results";
  }

  /** All of one other kind than procedures. */
  @GetMapping(path = "/procedures", params = "kind")
  String searchBeside(
      @RequestParam(name = "q", defaultValue = "") String query,
      @RequestParam String kind,
      @RequestParam(name = "after", defaultValue = "") String after,
      Model model) {
    var chosen = one(Kind.values(), kind);
    if (chosen.isEmpty()) return "redirect:" + SearchAddress.of(clean(query));
    model.addAttribute("query", clean(query));
    model.addAttribute("kind", chosen.get());
    model.addAttribute(
        "found",
        beside.all(chosen.get(), clean(query), BesideCursor.parse(clean(after)).orElse(null)));
    return "catalogue/searching/beside";
  }

  private SearchPage.FilterLabels labels(Language language) {
    var labels = index.labels();
    return new SearchPage.FilterLabels() {
      @Override
      public String field(String code) {
        return Objects.requireNonNullElse(labels.field(code, language), code);
      }

      @Override
      public String agency(String key) {
        var name = labels.agency(key);
        if (name != null) return name;
        return AgencyId.parse(key).flatMap(organisation::findAgency).map(Agency::name).orElse(key);
      }
    };
  }

  private static String clean(String text) {
    return text.replace('\0', ' ').strip();
  }

  private static <E extends Enum<E>> Optional<E> one(E[] values, @Nullable String name) {
    return Arrays.stream(values).filter(it -> it.name().equals(name)).findFirst();
  }

  /** The filters as they stand in the address. */
  record Asked(
      @Nullable List<String> audience,
      @Nullable String level,
      @Nullable String field,
      @Nullable String agency,
      @Nullable String province,
      @Nullable String online,
      @Nullable String event,
      @Nullable String after) {

    @Override
    public String after() {
      return after == null ? "" : after;
    }

    SearchFilters filters(List<LifeEvent> events, List<Unit> provinces) {
      return new SearchFilters(
          audiences(),
          one(Level.values(), level).orElse(null),
          text(field),
          text(agency),
          provinces.stream()
              .map(Unit::code)
              .filter(code -> code.value().equals(province))
              .findFirst()
              .orElse(null),
          one(OnlineLevel.values(), online).orElse(null),
          events.stream()
              .map(LifeEvent::slug)
              .filter(slug -> slug.equals(event))
              .findFirst()
              .orElse(null));
    }

    private Set<Audience> audiences() {
      var audiences = new HashSet<Audience>();
      if (audience != null) {
        audience.forEach(name -> one(Audience.values(), name).ifPresent(audiences::add));
      }
      return audiences;
    }

    private static @Nullable String text(@Nullable String value) {
      if (value == null) return null;
      var text = clean(value);
      return text.isEmpty() || text.length() > LONGEST_FILTER ? null : text;
    }
  }
}
