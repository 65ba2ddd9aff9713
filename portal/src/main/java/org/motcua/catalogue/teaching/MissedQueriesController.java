package org.motcua.catalogue.teaching;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.motcua.catalogue.searching.CurrentWords;
import org.motcua.catalogue.searching.ProcedureSearch;
import org.motcua.catalogue.searching.SearchRequest;
import org.motcua.catalogue.searching.SearchResults;
import org.motcua.catalogue.searching.model.MissedQuery;
import org.motcua.catalogue.searching.model.MissedQueryStore;
import org.motcua.identity.CurrentUser;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** What people looked for in vain, and what they would find by now. */
@Controller
class MissedQueriesController {

  private static final int PER_PAGE = 50;
  private static final Pattern KEY = Pattern.compile("(\\d{1,18})~(.{1,400})");

  private final MissedQueryStore missed;
  private final ProcedureSearch search;
  private final CurrentWords words;
  private final Teachers teachers;

  MissedQueriesController(
      MissedQueryStore missed, ProcedureSearch search, CurrentWords words, Teachers teachers) {
    this.missed = missed;
    this.search = search;
    this.words = words;
    this.teachers = teachers;
  }

  @GetMapping("/desk/queries")
  String list(
      @RequestParam(name = "after", defaultValue = "") String after,
      @AuthenticationPrincipal CurrentUser user,
      Model model) {
    if (!teachers.seesQueries(user)) throw new AccessDeniedException("Keeps no procedures");
    var found = missed.list(key(after).orElse(null), PER_PAGE + 1);
    var shown = found.subList(0, Math.min(PER_PAGE, found.size()));
    model.addAttribute("rows", shown.stream().map(this::row).toList());
    model.addAttribute("next", found.size() > PER_PAGE ? key(shown.getLast()) : null);
    model.addAttribute("teaches", teachers.teaches(user));
    return "catalogue/teaching/queries";
  }

  private MissedRow row(MissedQuery query) {
    var found = search.tryOut(SearchRequest.of(query.typed(), 1), words.current());
    var hits = found.guessed() ? List.<SearchResults.Hit>of() : found.hits();
    return new MissedRow(query, hits.isEmpty() ? null : hits.getFirst());
  }

  private static Optional<MissedQueryStore.Key> key(String text) {
    var parts = KEY.matcher(text);
    if (!parts.matches()) return Optional.empty();
    var at = Instant.EPOCH.plus(Long.parseLong(parts.group(1)), ChronoUnit.MICROS);
    return Optional.of(new MissedQueryStore.Key(at, parts.group(2)));
  }

  private static String key(MissedQuery last) {
    return ChronoUnit.MICROS.between(Instant.EPOCH, last.lastAt()) + "~" + last.query();
  }
}
