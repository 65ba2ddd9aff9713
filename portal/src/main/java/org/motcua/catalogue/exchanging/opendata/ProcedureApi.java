package org.motcua.catalogue.exchanging.opendata;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.security.SecurityRequirements;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.motcua.catalogue.Procedure;
import org.motcua.catalogue.Procedure.Level;
import org.motcua.catalogue.ProcedureCode;
import org.motcua.catalogue.exchanging.national.NationalJson;
import org.motcua.catalogue.model.Version;
import org.motcua.catalogue.model.VersionStore;
import org.motcua.catalogue.searching.ProcedureSearch;
import org.motcua.catalogue.searching.SearchCursor;
import org.motcua.catalogue.searching.SearchRequest;
import org.motcua.catalogue.searching.SearchResults;
import org.springdoc.core.annotations.ParameterObject;
import org.springframework.format.annotation.DateTimeFormat;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.context.request.WebRequest;

@RestController
@RequestMapping("/api/procedures")
@SecurityRequirements
@Tag(
    name = "Procedures",
    description = "The national database of administrative procedures: open data, without a token")
class ProcedureApi {

  /** Many may share it; nobody is told of a change later than this. */
  static final CacheControl SHORT = CacheControl.maxAge(Duration.ofMinutes(1)).cachePublic();

  private static final int MOST_PER_PAGE = 100;

  /** A version is written the same way until this changes. */
  private static final String WRITING = "1";

  private final ProcedureSearch search;
  private final OneProcedure procedures;
  private final VersionStore versions;
  private final Provinces provinces;

  ProcedureApi(
      ProcedureSearch search, OneProcedure procedures, VersionStore versions, Provinces provinces) {
    this.search = search;
    this.procedures = procedures;
    this.versions = versions;
    this.provinces = provinces;
  }

  @GetMapping
  @Operation(
      summary = "Find procedures, best first",
      description =
          "Without q, all of them by code. Vietnamese may be typed without diacritics; everyday"
              + " words and typing errors are understood.")
  ResponseEntity<Procedures> find(
      @ParameterObject AskedFor asked,
      @Parameter(description = "The next of the page before") @RequestParam(required = false)
          @Nullable String after,
      @Parameter(description = "From 1 to " + MOST_PER_PAGE) @RequestParam(defaultValue = "20")
          int limit) {
    if (limit < 1 || limit > MOST_PER_PAGE) {
      throw Problems.bad("limit must be from 1 to " + MOST_PER_PAGE);
    }
    var found =
        search.search(
            new SearchRequest(asked.query(), asked.filters(provinces), cursor(after), limit));
    return ResponseEntity.ok().cacheControl(SHORT).body(Procedures.of(found));
  }

  @GetMapping("/{code}")
  @Operation(
      summary = "One procedure with everything about it, as it is in force or was on a day",
      description = "Carries an ETag: whoever sends it back as If-None-Match is told 304.")
  @ApiResponse(responseCode = "200")
  @ApiResponse(responseCode = "404", description = "Unknown, or not in force on that day")
  @Nullable ResponseEntity<Object> read(
      @Parameter(description = "National code", example = "1.001193") @PathVariable String code,
      @Parameter(description = "The text that held, or will hold, on this day")
          @RequestParam
          @DateTimeFormat(iso = DateTimeFormat.ISO.DATE)
          Optional<LocalDate> on,
      @Parameter(description = "A province's own copy, where it keeps one", example = "22")
          @RequestParam
          Optional<String> province,
      @Parameter(description = "national: the JSON of the national database") @RequestParam
          Optional<String> format,
      WebRequest request) {
    var national = format.filter(ProcedureApi::isNational).isPresent();
    var version =
        ProcedureCode.parse(code)
            .map(
                it ->
                    procedures.get(it, on.orElse(null), province.map(provinces::get).orElse(null)))
            .orElseThrow(() -> Problems.notFound("No procedure has this code"));
    if (request.checkNotModified(tag(version, national))) return null;
    return ResponseEntity.ok()
        .cacheControl(SHORT)
        .header(HttpHeaders.CONTENT_LANGUAGE, "vi")
        .contentType(MediaType.APPLICATION_JSON)
        .body(written(versions.getText(version), national));
  }

  private static boolean isNational(String format) {
    if (!format.equals("national")) throw Problems.bad("format is national, or left out");
    return true;
  }

  /** Weak, since the reply may be packed on its way. */
  private static String tag(Version version, boolean national) {
    return "W/\"%s-%s.%d%s\""
        .formatted(WRITING, version.code(), version.number(), national ? "n" : "");
  }

  private static Object written(Procedure procedure, boolean national) {
    return national ? NationalJson.write(procedure) : procedure.withNationalWording(Map.of());
  }

  private static @Nullable SearchCursor cursor(@Nullable String after) {
    if (after == null || after.isBlank()) return null;
    return SearchCursor.parse(after)
        .orElseThrow(() -> Problems.bad("after must be the next of an earlier reply"));
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
