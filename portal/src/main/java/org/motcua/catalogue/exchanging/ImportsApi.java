package org.motcua.catalogue.exchanging;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.ExampleObject;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.motcua.catalogue.exchanging.ImportStore.Filter;
import org.motcua.catalogue.exchanging.ReceiveImport.Receipt;
import org.motcua.catalogue.exchanging.ReportLine.Outcome;
import org.motcua.catalogue.exchanging.national.Finding;
import org.motcua.organisation.AgencyId;
import org.motcua.platform.web.Language;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ResponseStatusException;
import tools.jackson.databind.json.JsonMapper;

/** Procedures brought in by the systems that keep them. */
@RestController
@RequestMapping(ImportsApi.PATH)
@PreAuthorize("hasAuthority('SCOPE_catalogue.write')")
@Tag(name = "Imports", description = "Bringing procedures into the catalogue")
class ImportsApi {

  static final String PATH = "/api/catalogue/imports";

  private static final String LINES = "application/x-ndjson";

  private final ReceiveImport receive;
  private final ImportStore imports;
  private final FindingWords words;
  private final JsonMapper json;

  ImportsApi(ReceiveImport receive, ImportStore imports, FindingWords words, JsonMapper json) {
    this.receive = receive;
    this.imports = imports;
    this.words = words;
    this.json = json;
  }

  @PostMapping(
      consumes = {
        LINES,
        "application/jsonl",
        "application/json",
        "application/gzip",
        "application/x-gzip",
        "application/octet-stream",
        "text/plain"
      })
  @Operation(
      summary = "Hand in a file of procedures in the national JSON, one a line, of any length",
      description =
          "The body is UTF-8, packed by gzip or not. It is stored before this call answers, and"
              + " taken in afterwards, whatever happens to the machine. The same file sent again"
              + " while it is under way is the same import; sent later, it changes nothing."
              + " Agencies other than the Government Office bring in their own copies of"
              + " procedures.")
  @ApiResponse(responseCode = "202", description = "Received; Location tells where to follow it")
  ResponseEntity<ImportView> send(HttpServletRequest request, @AuthenticationPrincipal Jwt token)
      throws IOException {
    return switch (receive.receive(request.getInputStream(), null, sender(token))) {
      case Receipt.Received(var id) ->
          ResponseEntity.accepted()
              .location(URI.create(PATH + "/" + id))
              .body(ImportView.of(imports.find(id).orElseThrow()));
      case Receipt.Refused(var reason) ->
          throw switch (reason) {
            case EMPTY -> problem(HttpStatus.BAD_REQUEST, "The body is empty");
            case BADLY_PACKED ->
                problem(HttpStatus.BAD_REQUEST, "The body is not whole: gzip cannot unpack it");
            case TOO_LARGE -> problem(HttpStatus.CONTENT_TOO_LARGE, "The file is too large");
          };
    };
  }

  @GetMapping("/{id}")
  @Operation(summary = "How far an import has come")
  ImportView progress(@PathVariable UUID id, @AuthenticationPrincipal Jwt token) {
    return ImportView.of(find(id, token));
  }

  @GetMapping("/{id}/report")
  @Operation(
      summary = "What became of each line, as lines of JSON in the order of the file",
      description = "While the import runs, the lines taken in so far; go on with after.")
  @ApiResponse(
      responseCode = "200",
      content =
          @Content(
              mediaType = LINES,
              examples =
                  @ExampleObject(
                      """
                      {"line":1,"code":"1.000005","outcome":"CREATED","findings":[]}
                      {"line":2,"code":null,"outcome":"REFUSED","findings":[{"key":"notJson","arguments":["17"],"message":"…"}]}
                      """)))
  void report(
      @PathVariable UUID id,
      @Parameter(description = "Only lines behind this one") @RequestParam(defaultValue = "0")
          int after,
      @Parameter(description = "Only lines of this outcome") @RequestParam
          Optional<Outcome> outcome,
      @AuthenticationPrincipal Jwt token,
      HttpServletResponse response)
      throws IOException {
    var one = find(id, token);
    response.setContentType(LINES);
    response.setCharacterEncoding(StandardCharsets.UTF_8);
    var out = response.getWriter();
    imports.eachLine(
        one.id(),
        new Filter(outcome.orElse(null), false),
        after,
        line -> out.append(json.writeValueAsString(LineView.of(line, words))).append('\n'));
  }

  private Import find(UUID id, Jwt token) {
    var sender = sender(token);
    return imports
        .find(new ImportId(id))
        .filter(sender::maySee)
        .orElseThrow(() -> problem(HttpStatus.NOT_FOUND, "No import has this id"));
  }

  private static Sender sender(Jwt token) {
    var agency = token.getClaimAsString("agency");
    if (agency == null) throw problem(HttpStatus.FORBIDDEN, "The client belongs to no agency");
    var client = String.valueOf(token.getSubject());
    return new Sender(new AgencyId(agency), "client:" + client, client);
  }

  private static ResponseStatusException problem(HttpStatus status, String detail) {
    return new ResponseStatusException(status, detail);
  }

  /**
   * @param percent of the file that has been read
   */
  record ImportView(
      ImportId id,
      Import.State state,
      int percent,
      long bytes,
      Import.Counts counts,
      Instant receivedAt,
      @Nullable Instant startedAt,
      @Nullable Instant finishedAt,
      String report) {

    static ImportView of(Import one) {
      return new ImportView(
          one.id(),
          one.state(),
          one.percent(),
          one.bytes(),
          one.counts(),
          one.receivedAt(),
          one.startedAt(),
          one.finishedAt(),
          PATH + "/" + one.id() + "/report");
    }
  }

  /**
   * @param excerpt how a refused line begins
   */
  record LineView(
      int line,
      @Nullable String code,
      Outcome outcome,
      List<FindingView> findings,
      @Nullable String excerpt) {

    static LineView of(ReportLine line, FindingWords words) {
      return new LineView(
          line.number(),
          line.code(),
          line.outcome(),
          line.findings().stream().map(it -> FindingView.of(it, words)).toList(),
          line.excerpt());
    }
  }

  /**
   * @param key the same whatever the words
   */
  record FindingView(String key, List<String> arguments, String message, String messageEnglish) {

    static FindingView of(Finding finding, FindingWords words) {
      return new FindingView(
          finding.key(),
          finding.arguments(),
          words.text(finding, Language.VIETNAMESE),
          words.text(finding, Language.ENGLISH));
    }
  }
}
