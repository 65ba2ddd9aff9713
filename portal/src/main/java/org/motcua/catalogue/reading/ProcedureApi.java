package org.motcua.catalogue.reading;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.motcua.catalogue.Catalogue;
import org.motcua.catalogue.Procedure;
import org.motcua.catalogue.Procedure.Audience;
import org.motcua.catalogue.Procedure.Level;
import org.motcua.catalogue.ProcedureCode;
import org.motcua.catalogue.searching.ProcedureSearch;
import org.motcua.catalogue.searching.SearchCursor;
import org.motcua.catalogue.searching.SearchFilters;
import org.motcua.catalogue.searching.SearchRequest;
import org.motcua.catalogue.searching.SearchResults;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ResponseStatusException;

@RestController
@RequestMapping("/api/procedures")
@PreAuthorize("hasAuthority('SCOPE_catalogue.read')")
@Tag(name = "Procedures", description = "The national database of administrative procedures")
class ProcedureApi {

  private static final int MOST_PER_PAGE = 100;

  private final Catalogue catalogue;
  private final ProcedureSearch search;

  ProcedureApi(Catalogue catalogue, ProcedureSearch search) {
    this.catalogue = catalogue;
    this.search = search;
  }

  @GetMapping
  @Operation(
      summary = "Find procedures, best first",
      description =
          "Without q, all of them by code. Vietnamese may be typed without diacritics; everyday"
              + " words and typing errors are understood.")
  Procedures find(
      @Parameter(description = "What is looked for") @RequestParam(defaultValue = "") String q,
      @Parameter(description = "Only what this kind of applicant may apply for")
          @RequestParam(required = false)
          @Nullable Audience audience,
      @Parameter(description = "The next of the page before") @RequestParam(required = false)
          @Nullable String after,
      @Parameter(description = "From 1 to " + MOST_PER_PAGE) @RequestParam(defaultValue = "20")
          int limit) {
    if (limit < 1 || limit > MOST_PER_PAGE) throw bad("limit must be from 1 to " + MOST_PER_PAGE);
    var audiences = audience == null ? Set.<Audience>of() : Set.of(audience);
    return Procedures.of(
        search.search(
            new SearchRequest(
                q.strip(), SearchFilters.NONE.withAudiences(audiences), cursor(after), limit)));
  }

  @GetMapping("/{code}")
  @Operation(summary = "One procedure as it is in force, with everything about it")
  ResponseEntity<Procedure> read(
      @Parameter(description = "National code, such as 1.001193") @PathVariable String code) {
    var procedure =
        ProcedureCode.parse(code)
            .flatMap(catalogue::find)
            .orElseThrow(
                () ->
                    new ResponseStatusException(
                        HttpStatus.NOT_FOUND, "No procedure has this code"));
    return ResponseEntity.ok()
        .header(HttpHeaders.CACHE_CONTROL, UnchangedReplies.ASK_AGAIN)
        .body(procedure);
  }

  private static @Nullable SearchCursor cursor(@Nullable String after) {
    if (after == null || after.isBlank()) return null;
    return SearchCursor.parse(after)
        .orElseThrow(() -> bad("after must be the next of an earlier reply"));
  }

  private static ResponseStatusException bad(String reason) {
    return new ResponseStatusException(HttpStatus.BAD_REQUEST, reason);
  }

  /**
   * @param next ask again with after = next; null on the last page
   */
  record Procedures(List<Item> items, @Nullable String next) {
    static Procedures of(SearchResults results) {
      return new Procedures(
          results.hits().stream().map(Item::of).toList(),
          results.next() == null ? null : results.next().toString());
    }
  }

  record Item(
      ProcedureCode code,
      String name,
      @Nullable String nameEnglish,
      @Nullable String summary,
      @Nullable String summaryEnglish,
      List<Level> levels) {
    static Item of(SearchResults.Hit hit) {
      return new Item(
          hit.code(),
          hit.name(),
          hit.nameEnglish(),
          hit.summary(),
          hit.summaryEnglish(),
          hit.levels());
    }
  }
}
