package org.motcua.dossiers.api;

import static org.motcua.dossiers.api.Replies.send;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.ExampleObject;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.motcua.dossiers.DossierCode;
import org.motcua.dossiers.DossierId;
import org.motcua.dossiers.access.OwnDossiers;
import org.motcua.dossiers.api.Callers.Known;
import org.motcua.dossiers.filling.BeginDraft;
import org.motcua.dossiers.filling.PutAnswers;
import org.motcua.dossiers.filling.PutAnswers.Sent;
import org.motcua.dossiers.model.BegunByPrograms;
import org.motcua.dossiers.model.Dossier;
import org.motcua.dossiers.model.DossierStore;
import org.motcua.dossiers.model.NeededLevel;
import org.motcua.dossiers.tracking.DiscardDraft;
import org.motcua.dossiers.tracking.WithdrawDossier;
import org.motcua.eservices.OnlineService;
import org.motcua.eservices.OnlineServices;
import org.motcua.eservices.ServiceSlug;
import org.motcua.forms.Question;
import org.motcua.identity.MandateId;
import org.motcua.identity.Power;
import org.motcua.platform.api.KeyOptional;
import org.motcua.platform.api.KeyRequired;
import org.motcua.platform.api.Problem;
import org.motcua.platform.api.Problems;
import org.motcua.platform.api.ProgramApi;
import org.motcua.platform.api.Speech;
import org.motcua.platform.idempotency.CallKeys;
import org.motcua.platform.idempotency.OnlyOnce;
import org.motcua.platform.idempotency.Reply;
import org.motcua.platform.web.Language;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** A person's program files for him, or for those who have authorised him. */
@ProgramApi
@RestController
@RequestMapping(FilingApi.PATH)
@PreAuthorize(FilingApi.FILES)
@Tag(
    name = "Filing",
    description = "Applications of the person who has signed in at the program and lets it file")
class FilingApi {

  static final String PATH = "/api/dossiers";
  static final String ONE = "/{id:[0-9a-fA-F-]{36}}";
  static final String FILES = "hasAuthority('SCOPE_dossiers.file')";

  private static final int MOST = 200;

  private final Callers callers;
  private final OnlyOnce once;
  private final Replies replies;
  private final DossierJsons jsons;
  private final ProgramLooks looked;
  private final BeginDraft beginDraft;
  private final PutAnswers putAnswers;
  private final WithdrawDossier withdrawDossier;
  private final DiscardDraft discardDraft;
  private final BegunByPrograms begunBy;
  private final OwnDossiers own;
  private final DossierStore dossiers;
  private final OnlineServices services;

  FilingApi(
      Callers callers,
      OnlyOnce once,
      Replies replies,
      DossierJsons jsons,
      ProgramLooks looked,
      BeginDraft beginDraft,
      PutAnswers putAnswers,
      WithdrawDossier withdrawDossier,
      DiscardDraft discardDraft,
      BegunByPrograms begunBy,
      OwnDossiers own,
      DossierStore dossiers,
      OnlineServices services) {
    this.callers = callers;
    this.once = once;
    this.replies = replies;
    this.jsons = jsons;
    this.looked = looked;
    this.beginDraft = beginDraft;
    this.putAnswers = putAnswers;
    this.withdrawDossier = withdrawDossier;
    this.discardDraft = discardDraft;
    this.begunBy = begunBy;
    this.own = own;
    this.dossiers = dossiers;
    this.services = services;
  }

  /**
   * What to begin.
   *
   * @param service its slug
   * @param applicant the mandate by which somebody else applies; left out: the person himself
   */
  @Schema(name = "Beginning")
  record Beginning(
      @Schema(example = "birth-registration", requiredMode = Schema.RequiredMode.REQUIRED)
          @Nullable String service,
      @Schema(description = "A mandate of GET /api/mandates; left out, the person himself applies")
          @Nullable UUID applicant) {}

  @PostMapping
  @Operation(
      summary = "Begin an application",
      description =
          "Each call begins a new one; sent again with its Idempotency-Key, it is the same one.")
  @KeyRequired
  @ApiResponse(
      responseCode = "201",
      description = "Begun; Location tells where it is",
      content = @Content(schema = @Schema(implementation = DossierJson.class)))
  @Problems
  ResponseEntity<byte[]> begin(
      @io.swagger.v3.oas.annotations.parameters.RequestBody(
              content =
                  @Content(
                      schema = @Schema(implementation = Beginning.class),
                      examples = @ExampleObject("{\"service\": \"birth-registration\"}")))
          @RequestBody
          Beginning wanted,
      @AuthenticationPrincipal Jwt token,
      HttpServletRequest request) {
    var language = Speech.of(request);
    var applicant = wanted.applicant();
    var caller =
        applicant == null ? callers.of(token) : callers.of(token, new MandateId(applicant));
    var call = CallKeys.required(request, caller.keeper());
    var service =
        Optional.ofNullable(wanted.service()).flatMap(ServiceSlug::parse).flatMap(services::find);
    if (service.isEmpty()) return send(noSuchService(language));
    caller.user().require(NeededLevel.of(service.get()));
    return send(once.answer(call, () -> begin(service.get(), caller, language)));
  }

  private Reply begin(OnlineService service, Caller caller, Language language) {
    return beginDraft
        .beginAnew(caller.user(), service)
        .map(draft -> begun(draft, caller, language))
        .orElseGet(
            () -> replies.problem(HttpStatus.UNPROCESSABLE_CONTENT, "not-for-you", language));
  }

  private Reply begun(Dossier draft, Caller caller, Language language) {
    begunBy.add(draft.id(), caller.client(), caller.user().signedIn());
    callers.remember(draft);
    looked.at(draft, caller);
    return replies.of(
        HttpStatus.CREATED,
        jsons.brief(draft, language),
        Map.of(HttpHeaders.LOCATION, PATH + "/" + draft.id()));
  }

  private Reply noSuchService(Language language) {
    return replies.problem(HttpStatus.UNPROCESSABLE_CONTENT, "no-such-service", language);
  }

  @PutMapping(ONE + "/answers")
  @Operation(
      summary = "Give all answers",
      description =
          "The body is as the service's JSON Schema has it. Everything is kept, right or wrong, as"
              + " on the pages; errors tell what is missing or wrong, each at its place. What is"
              + " left out is forgotten, except files. With If-Match (the dossier's mark, in"
              + " quotes) nothing is overwritten that somebody else has changed meanwhile.")
  @ApiResponse(
      responseCode = "200",
      description = "Kept",
      content = @Content(schema = @Schema(implementation = DossierJson.class)))
  @Problems
  ResponseEntity<byte[]> put(
      @PathVariable UUID id,
      @io.swagger.v3.oas.annotations.parameters.RequestBody(
              content =
                  @Content(
                      schema = @Schema(type = "object"),
                      examples =
                          @ExampleObject(
                              "{\"childName\": \"Nguyễn An\", \"childBirthDate\":"
                                  + " \"2020-07-01\"}")))
          @RequestBody
          Map<String, @Nullable Object> answers,
      @Parameter(description = "The mark of the dossier that was changed, in quotes")
          @RequestHeader(name = HttpHeaders.IF_MATCH, required = false)
          @Nullable String seen,
      @AuthenticationPrincipal Jwt token,
      HttpServletRequest request) {
    return put(id, new Sent(answers, false, mark(seen)), token, request);
  }

  @PatchMapping(
      path = ONE + "/answers",
      consumes = {"application/merge-patch+json", "application/json"})
  @Operation(
      summary = "Change some answers",
      description = "As JSON Merge Patch (RFC 7396): null takes an answer away.")
  @ApiResponse(
      responseCode = "200",
      description = "Kept",
      content = @Content(schema = @Schema(implementation = DossierJson.class)))
  @Problems
  ResponseEntity<byte[]> patch(
      @PathVariable UUID id,
      @io.swagger.v3.oas.annotations.parameters.RequestBody(
              content =
                  @Content(
                      schema = @Schema(type = "object"),
                      examples = @ExampleObject("{\"childName\": \"Nguyễn Bình An\"}")))
          @RequestBody
          Map<String, @Nullable Object> answers,
      @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String seen,
      @AuthenticationPrincipal Jwt token,
      HttpServletRequest request) {
    return put(id, new Sent(answers, true, mark(seen)), token, request);
  }

  private ResponseEntity<byte[]> put(UUID id, Sent sent, Jwt token, HttpServletRequest request) {
    var language = Speech.of(request);
    return of(token, id, Power.FILE, language, known -> put(known, sent, request, language));
  }

  private Reply put(Known known, Sent sent, HttpServletRequest request, Language language) {
    var call = CallKeys.of(request, known.caller().keeper());
    return once.answer(call, () -> put(known, sent, language));
  }

  private Reply put(Known known, Sent sent, Language language) {
    return switch (putAnswers.put(known.dossier(), known.caller().user(), sent, language)) {
      case PutAnswers.Outcome.Kept(var dossier, var misfits) -> {
        looked.at(dossier, known.caller());
        yield marked(dossier, jsons.kept(dossier, Replies.errors(misfits), language));
      }
      case PutAnswers.Outcome.Changed(var dossier) ->
          replies.problem(HttpStatus.PRECONDITION_FAILED, "changed-meanwhile", language);
      case PutAnswers.Outcome.NotAsked(var dossier, var questions) ->
          replies.problem(
              HttpStatus.UNPROCESSABLE_CONTENT,
              "not-asked",
              questions.stream().map(it -> notAsked(it, language)).toList(),
              language);
      case PutAnswers.Outcome.Closed(var dossier) ->
          replies.problem(HttpStatus.CONFLICT, "not-open", language);
      case PutAnswers.Outcome.NoSuchDossier none -> noSuchDossier(language);
    };
  }

  private Problem.Error notAsked(Question question, Language language) {
    return new Problem.Error(
        question.id(), "/" + question.id(), replies.words("not-asked", language));
  }

  @GetMapping(ONE)
  @Operation(summary = "One application with all that its applicant may know of it")
  @ApiResponse(
      responseCode = "200",
      content = @Content(schema = @Schema(implementation = DossierJson.class)))
  @Problems
  ResponseEntity<byte[]> one(
      @PathVariable UUID id, @AuthenticationPrincipal Jwt token, HttpServletRequest request) {
    var language = Speech.of(request);
    return of(
        token,
        id,
        Power.SEE,
        language,
        known ->
            own.find(known.dossier(), known.caller().user(), Power.SEE)
                .map(dossier -> told(dossier, known.caller(), language))
                .orElseGet(() -> noSuchDossier(language)));
  }

  private Reply told(Dossier dossier, Caller caller, Language language) {
    looked.at(dossier, caller);
    return marked(dossier, jsons.whole(dossier, language));
  }

  /**
   * @param next what to give as {@code before} for the next page; none on the last
   */
  @Schema(name = "Dossiers")
  record Listing(List<DossierJson> items, @Nullable UUID next) {}

  @GetMapping("/mine")
  @Operation(
      summary = "The person's own applications, the latest first, a page at a time",
      description = "Of somebody who has authorised the person: name the mandate as applicant.")
  @ApiResponse(
      responseCode = "200",
      content = @Content(schema = @Schema(implementation = Listing.class)))
  @Problems
  ResponseEntity<byte[]> mine(
      @Parameter(description = "A mandate of GET /api/mandates") @RequestParam(required = false)
          @Nullable UUID applicant,
      @Parameter(description = "Only the one with this code") @RequestParam(required = false)
          @Nullable String code,
      @Parameter(description = "next of the page before") @RequestParam(required = false)
          @Nullable UUID before,
      @RequestParam(defaultValue = "50") int limit,
      @AuthenticationPrincipal Jwt token,
      HttpServletRequest request) {
    var language = Speech.of(request);
    if (limit < 1 || limit > MOST) {
      return send(replies.problem(HttpStatus.BAD_REQUEST, "limit", language, MOST));
    }
    var caller =
        applicant == null ? callers.of(token) : callers.of(token, new MandateId(applicant));
    return send(
        code == null ? page(caller, before, limit, language) : byCode(code, caller, language));
  }

  private Reply page(Caller caller, @Nullable UUID before, int limit, Language language) {
    var found = own.list(caller.user(), before == null ? null : new DossierId(before), limit + 1);
    var page = found.subList(0, Math.min(limit, found.size()));
    page.forEach(dossier -> looked.at(dossier, caller));
    return replies.ok(
        new Listing(
            page.stream().map(dossier -> jsons.brief(dossier, language)).toList(),
            found.size() > limit ? page.getLast().id().value() : null),
        Map.of());
  }

  private Reply byCode(String code, Caller caller, Language language) {
    var found =
        DossierCode.parse(code)
            .flatMap(dossiers::find)
            .filter(dossier -> dossier.belongsTo(caller.user().id()))
            .filter(dossier -> own.may(caller.user(), Power.SEE, dossier))
            .stream()
            .toList();
    found.forEach(dossier -> looked.at(dossier, caller));
    return replies.ok(
        new Listing(found.stream().map(it -> jsons.brief(it, language)).toList(), null), Map.of());
  }

  @PostMapping(ONE + "/withdrawal")
  @Operation(
      summary = "Ask for an application back",
      description = "The agency grants it. Asked twice is asked once, with a key or without.")
  @KeyOptional
  @ApiResponse(
      responseCode = "200",
      content = @Content(schema = @Schema(implementation = DossierJson.class)))
  @Problems
  ResponseEntity<byte[]> withdraw(
      @PathVariable UUID id, @AuthenticationPrincipal Jwt token, HttpServletRequest request) {
    var language = Speech.of(request);
    return of(
        token,
        id,
        Power.SIGN,
        language,
        known ->
            once.answer(
                CallKeys.of(request, known.caller().keeper()), () -> withdraw(known, language)));
  }

  private Reply withdraw(Known known, Language language) {
    return switch (withdrawDossier.withdraw(known.dossier(), known.caller().user())) {
      case ASKED -> {
        var dossier = dossiers.find(known.dossier()).orElseThrow();
        looked.at(dossier, known.caller());
        yield marked(dossier, jsons.brief(dossier, language));
      }
      case TOO_LATE -> replies.problem(HttpStatus.CONFLICT, "not-withdrawable", language);
      case NO_SUCH_DOSSIER -> noSuchDossier(language);
    };
  }

  @DeleteMapping(ONE)
  @Operation(
      summary = "Throw a draft away",
      description = "What was handed in stays; ask for it back instead. Twice is once.")
  @ApiResponse(responseCode = "204", description = "It is gone")
  @Problems
  ResponseEntity<byte[]> discard(
      @PathVariable UUID id, @AuthenticationPrincipal Jwt token, HttpServletRequest request) {
    var language = Speech.of(request);
    return of(token, id, Power.FILE, language, known -> discard(known, language));
  }

  private Reply discard(Known known, Language language) {
    var found = own.find(known.dossier(), known.caller().user(), Power.FILE);
    if (found.filter(dossier -> !dossier.status().draft()).isPresent()) {
      return replies.problem(HttpStatus.CONFLICT, "not-open", language);
    }
    discardDraft.discard(known.dossier(), known.caller().user());
    return new Reply(HttpStatus.NO_CONTENT.value(), Map.of(), new byte[0]);
  }

  private ResponseEntity<byte[]> of(
      Jwt token, UUID id, Power power, Language language, Function<Known, Reply> act) {
    return send(callers.of(token, id, power).map(act).orElseGet(() -> noSuchDossier(language)));
  }

  private Reply noSuchDossier(Language language) {
    return replies.problem(HttpStatus.NOT_FOUND, "no-such-dossier", language);
  }

  private Reply marked(Dossier dossier, DossierJson json) {
    return replies.ok(json, Map.of(HttpHeaders.ETAG, "\"" + PutAnswers.mark(dossier) + "\""));
  }

  private static @Nullable String mark(@Nullable String ifMatch) {
    return ifMatch == null || ifMatch.strip().equals("*")
        ? null
        : ifMatch.strip().replaceAll("^(W/)?\"|\"$", "");
  }
}
