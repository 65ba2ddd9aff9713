package org.motcua.catalogue.searching;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.motcua.catalogue.Catalogue;
import org.motcua.catalogue.LifeEvent;
import org.motcua.catalogue.OnlineApplications;
import org.motcua.catalogue.Procedure.Audience;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The search page; an unknown filter or page mark is taken for none, as a search should. */
@Controller
class SearchController {

  private static final int PER_PAGE = 15;

  private final ProcedureSearch search;
  private final Catalogue catalogue;
  private final OnlineApplications online;

  SearchController(ProcedureSearch search, Catalogue catalogue, OnlineApplications online) {
    this.search = search;
    this.catalogue = catalogue;
    this.online = online;
  }

  @GetMapping("/procedures")
  String search(
      @RequestParam(name = "q", defaultValue = "") String query,
      @RequestParam(name = "audience", defaultValue = "") String audience,
      @RequestParam(name = "event", defaultValue = "") String event,
      @RequestParam(name = "after", defaultValue = "") String after,
      Model model) {
    var asked = query.replace('\0', ' ').strip();
    var lifeEvent = lifeEvent(event);
    var chosen = audience(audience);
    var request =
        new SearchRequest(
            asked,
            SearchFilters.NONE
                .withAudiences(chosen.map(Set::of).orElse(Set.of()))
                .withLifeEvent(lifeEvent.map(LifeEvent::slug).orElse(null)),
            SearchCursor.parse(after).orElse(null),
            PER_PAGE);
    var page =
        new SearchPage(
            request, chosen.orElse(null), lifeEvent.orElse(null), search.search(request));
    model.addAttribute("search", page);
    model.addAttribute(
        "lifeEvents", page.results().total() == 0 ? catalogue.lifeEvents() : List.of());
    model.addAttribute(
        "online",
        page.results().hits().stream()
            .map(SearchResults.Hit::code)
            .filter(code -> online.addressFor(code).isPresent())
            .toList());
    return "catalogue/searching/results";
  }

  private Optional<LifeEvent> lifeEvent(String slug) {
    return catalogue.lifeEvents().stream().filter(event -> event.slug().equals(slug)).findFirst();
  }

  private static Optional<Audience> audience(@Nullable String name) {
    return Arrays.stream(Audience.values()).filter(it -> it.name().equals(name)).findFirst();
  }
}
