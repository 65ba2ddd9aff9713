package org.motcua.dossiers.handling;

import static org.motcua.dossiers.api.Replies.send;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.ExampleObject;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.function.BiFunction;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.motcua.documents.DocumentId;
import org.motcua.documents.Documents;
import org.motcua.documents.Download;
import org.motcua.dossiers.DossierId;
import org.motcua.dossiers.api.Replies;
import org.motcua.dossiers.handling.DeskOutcome.Done;
import org.motcua.dossiers.handling.DeskOutcome.NoSuchDossier;
import org.motcua.dossiers.handling.ProgramsDesk.Place;
import org.motcua.dossiers.model.Dossier;
import org.motcua.dossiers.model.DossierStatus;
import org.motcua.dossiers.model.DossierStore;
import org.motcua.dossiers.model.QueueKey;
import org.motcua.dossiers.telling.Histories;
import org.motcua.dossiers.telling.Looks;
import org.motcua.eservices.OnlineService;
import org.motcua.eservices.OnlineServices;
import org.motcua.forms.Answers;
import org.motcua.identity.AccountId;
import org.motcua.identity.Tokens;
import org.motcua.organisation.AgencyId;
import org.motcua.payments.CounterPayments;
import org.motcua.platform.api.KeyRequired;
import org.motcua.platform.api.Problem;
import org.motcua.platform.api.Problems;
import org.motcua.platform.api.ProgramApi;
import org.motcua.platform.api.Speech;
import org.motcua.platform.idempotency.CallKeys;
import org.motcua.platform.idempotency.OnlyOnce;
import org.motcua.platform.idempotency.Reply;
import org.motcua.platform.web.Language;
import org.springframework.core.io.Resource;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ResponseStatusException;

/**
 * The desk for agencies that handle dossiers in systems of their own. Their officers hold their
 * posts there; each call names the one who acts, and the history tells him.
 */
@ProgramApi
@RestController
@RequestMapping(DeskApi.PATH)
@PreAuthorize("hasAuthority('SCOPE_dossiers.handle')")
@Tag(name = "Desk", description = "Handling in an agency's own system, for it and those below it")
class DeskApi {

  static final String PATH = "/api/desk/dossiers";

  private static final int MOST = 200;
  private static final int LONGEST_NAME = 100;
  private static final int LONGEST_WORDS = 5_000;
  private static final int MOST_POINTS = 100;

  private final ProgramsDesk desk;
  private final DeskQueue queue;
  private final ReceiveDossier reception;
  private final DecideDossier decisions;
  private final SettleFee fees;
  private final HandOverResult handOver;
  private final CorrectResult corrections;
  private final RevokeResult revocations;
  private final CorrectableAnswers correctable;
  private final DeskAnswers words;
  private final DossierStore dossiers;
  private final OnlineServices services;
  private final Histories histories;
  private final Looks looks;
  private final Documents documents;
  private final Replies replies;
  private final OnlyOnce once;

  DeskApi(
      ProgramsDesk desk,
      DeskQueue queue,
      ReceiveDossier reception,
      DecideDossier decisions,
      SettleFee fees,
      HandOverResult handOver,
      CorrectResult corrections,
      RevokeResult revocations,
      CorrectableAnswers correctable,
      DeskAnswers words,
      DossierStore dossiers,
      OnlineServices services,
      Histories histories,
      Looks looks,
      Documents documents,
      Replies replies,
      OnlyOnce once) {
    this.desk = desk;
    this.queue = queue;
    this.reception = reception;
    this.decisions = decisions;
    this.fees = fees;
    this.handOver = handOver;
    this.corrections = corrections;
    this.revocations = revocations;
    this.correctable = correctable;
    this.words = words;
    this.dossiers = dossiers;
    this.services = services;
    this.histories = histories;
    this.looks = looks;
    this.documents = documents;
    this.replies = replies;
    this.once = once;
  }

  @GetMapping
  @Operation(
      summary = "Open dossiers, the most urgent first, a page at a time",
      description = "Of the client's agency, or of one below it.")
  @ApiResponse(
      responseCode = "200",
      content = @Content(schema = @Schema(implementation = DeskJson.Queue.class)))
  @Problems
  ResponseEntity<byte[]> list(
      @Parameter(
              description = "Code of the agency; left out, the client's",
              example = "000.12.03.H49")
          @RequestParam(required = false)
          @Nullable String agency,
      @Parameter(description = "National numbers: 1, 2, 4, 5, 6, 7")
          @RequestParam(required = false, defaultValue = "")
          List<Integer> status,
      @Parameter(example = "birth-registration") @RequestParam(required = false)
          @Nullable String service,
      @RequestParam(required = false) @Nullable Instant changedSince,
      @Parameter(description = "next of the page before") @RequestParam(required = false)
          @Nullable String after,
      @RequestParam(defaultValue = "50") int limit,
      @AuthenticationPrincipal Jwt token,
      HttpServletRequest request) {
    var language = Speech.of(request);
    if (limit < 1 || limit > MOST) {
      return send(replies.problem(HttpStatus.BAD_REQUEST, "limit", language, MOST));
    }
    var own = Tokens.agency(token);
    var asked = agency == null ? own : AgencyId.parse(agency).orElse(null);
    if (asked == null || !desk.covers(own, asked)) {
      return send(replies.problem(HttpStatus.FORBIDDEN, "not-your-agency", language));
    }
    var wanted =
        new DeskQueue.Wanted(
            asked,
            statuses(status),
            service,
            changedSince,
            after == null ? null : QueueKey.parse(after).orElse(null),
            limit + 1);
    var found = queue.list(wanted);
    var page = found.subList(0, Math.min(limit, found.size()));
    looks.programLists(
        page.stream()
            .map(row -> new Looks.Listed(row.id(), new AccountId(row.applicant()), row.code()))
            .toList(),
        Tokens.client(token),
        own);
    var last = found.size() > limit ? page.getLast() : null;
    return send(
        replies.ok(
            new DeskJson.Queue(
                page.stream().map(row -> item(row, language)).toList(),
                last == null || last.dueAt() == null
                    ? null
                    : new QueueKey(last.dueAt(), last.id()).toString()),
            Map.of()));
  }

  private static Set<DossierStatus> statuses(List<Integer> national) {
    return Arrays.stream(DossierStatus.values())
        .filter(status -> national.contains(status.national()))
        .collect(Collectors.toSet());
  }

  @GetMapping("/{code}")
  @Operation(summary = "One dossier with its answers, papers and history")
  @ApiResponse(
      responseCode = "200",
      content = @Content(schema = @Schema(implementation = DeskJson.Whole.class)))
  @Problems
  ResponseEntity<byte[]> one(
      @PathVariable String code, @AuthenticationPrincipal Jwt token, HttpServletRequest request) {
    var language = Speech.of(request);
    var dossier = dossierOf(code, token);
    return send(replies.ok(whole(dossier, language), Map.of()));
  }

  @GetMapping("/{code}/papers/{document}")
  @Operation(summary = "Fetch a file")
  @ApiResponse(responseCode = "200", content = @Content(mediaType = "*/*"))
  @Problems
  ResponseEntity<Resource> paper(
      @PathVariable String code, @PathVariable UUID document, @AuthenticationPrincipal Jwt token) {
    var file =
        dossierOf(code, token)
            .findAttachment(new DocumentId(document))
            .orElseThrow(DeskApi::notFound);
    return Download.attachment(documents.get(file.document()), documents.open(file.document()));
  }

  private Dossier dossierOf(String code, Jwt token) {
    var own = Tokens.agency(token);
    var dossier =
        desk.find(code, own)
            .flatMap(place -> dossiers.find(place.dossier()))
            .filter(found -> desk.covers(own, found.decidingAgency()))
            .orElseThrow(DeskApi::notFound);
    looks.programReads(List.of(dossier), Tokens.client(token), own);
    return dossier;
  }

  @PostMapping("/{code}/acceptance")
  @Operation(summary = "Accept a dossier")
  @KeyRequired
  @ApiResponse(
      responseCode = "200",
      description = "Accepted",
      content = @Content(schema = @Schema(implementation = DeskJson.Item.class)))
  @Problems
  ResponseEntity<byte[]> accept(
      @PathVariable String code,
      @io.swagger.v3.oas.annotations.parameters.RequestBody(
              content =
                  @Content(
                      schema = @Schema(implementation = DeskJson.Acceptance.class),
                      examples =
                          @ExampleObject(
                              "{\"officer\": {\"name\": \"Lê Thị Lan\", \"title\": \"Cán bộ một"
                                  + " cửa\"}}")))
          @RequestBody
          DeskJson.Acceptance wanted,
      @AuthenticationPrincipal Jwt token,
      HttpServletRequest request) {
    return act(
        new Call(code, token, request), wanted.officer(), "", (id, by) -> reception.accept(id, by));
  }

  @PostMapping("/{code}/refusal")
  @Operation(summary = "Refuse to accept a dossier, with reasons")
  @KeyRequired
  @ApiResponse(
      responseCode = "200",
      description = "Refused",
      content = @Content(schema = @Schema(implementation = DeskJson.Item.class)))
  @Problems
  ResponseEntity<byte[]> refuse(
      @PathVariable String code,
      @RequestBody DeskJson.Refusal wanted,
      @AuthenticationPrincipal Jwt token,
      HttpServletRequest request) {
    var reason = text(wanted.reason());
    return act(
        new Call(code, token, request),
        wanted.officer(),
        reason,
        (id, by) -> reception.refuse(id, by, reason));
  }

  @PostMapping("/{code}/addition-request")
  @Operation(
      summary = "Ask for additions, all reasons together, each at its place",
      description = "Once only: a second request is refused.")
  @KeyRequired
  @ApiResponse(
      responseCode = "200",
      description = "Asked",
      content = @Content(schema = @Schema(implementation = DeskJson.Item.class)))
  @Problems
  ResponseEntity<byte[]> requestAdditions(
      @PathVariable String code,
      @RequestBody DeskJson.Additions wanted,
      @AuthenticationPrincipal Jwt token,
      HttpServletRequest request) {
    var call = new Call(code, token, request);
    var points = Objects.requireNonNullElse(wanted.points(), List.<DeskJson.Point>of());
    var said = points.stream().filter(Objects::nonNull).map(DeskJson.Point::said).toList();
    if (said.size() > MOST_POINTS) return send(problem("text-too-long", "points", call));
    var strange = said.stream().filter(point -> !isPlace(point.target(), code, token)).findFirst();
    if (strange.isPresent()) return send(problem("no-such-place", "points", call));
    return act(
        call,
        wanted.officer(),
        said.stream().map(point -> point.text()).collect(Collectors.joining("\n")),
        (id, by) -> reception.requestAdditions(id, by, said));
  }

  /** A question or a paper of the service, or the whole; a dossier not found is told by the act. */
  private boolean isPlace(String target, String code, Jwt token) {
    if (target.equals("whole")) return true;
    return desk.find(code, Tokens.agency(token))
        .flatMap(place -> dossiers.find(place.dossier()))
        .map(this::serviceOf)
        .map(
            service ->
                service.form().questions().stream()
                        .anyMatch(question -> target.equals("question:" + question.id()))
                    || service.papers().stream()
                        .anyMatch(paper -> target.equals("paper:" + paper.id())))
        .orElse(true);
  }

  @PostMapping("/{code}/step")
  @Operation(
      summary = "Work on a dossier where it stands on its route",
      description =
          "TAKE_UP, PASS_ON to the next step (what nobody has taken up is taken up first),"
              + " HAND_BACK, SEND_BACK to the step before, with reasons.")
  @KeyRequired
  @ApiResponse(
      responseCode = "200",
      description = "Done",
      content = @Content(schema = @Schema(implementation = DeskJson.Item.class)))
  @Problems
  ResponseEntity<byte[]> step(
      @PathVariable String code,
      @RequestBody DeskJson.Step wanted,
      @AuthenticationPrincipal Jwt token,
      HttpServletRequest request) {
    var note = text(wanted.note());
    var act = Objects.requireNonNullElse(wanted.act(), DeskJson.StepAct.PASS_ON);
    return act(
        new Call(code, token, request),
        wanted.officer(),
        note,
        (id, by) ->
            switch (act) {
              case TAKE_UP -> decisions.takeUp(id, by);
              case HAND_BACK -> decisions.handBack(id, by, note);
              case SEND_BACK -> decisions.sendBack(id, by, stepOf(id, wanted.step()), note);
              case PASS_ON -> decisions.takeUpAndPassOn(id, by, stepOf(id, wanted.step()), note);
            });
  }

  @PostMapping("/{code}/decision")
  @Operation(
      summary = "Decide",
      description =
          "APPROVE: the portal makes, signs and sends the result where the service has one. STOP:"
              + " ends it without a result, with reasons.")
  @KeyRequired
  @ApiResponse(
      responseCode = "200",
      description = "Decided",
      content = @Content(schema = @Schema(implementation = DeskJson.Item.class)))
  @Problems
  ResponseEntity<byte[]> decide(
      @PathVariable String code,
      @RequestBody DeskJson.Decision wanted,
      @AuthenticationPrincipal Jwt token,
      HttpServletRequest request) {
    var call = new Call(code, token, request);
    var verdict = wanted.verdict();
    if (verdict == null) return send(problem("verdict-missing", "verdict", call));
    var reason = text(wanted.reason());
    return act(
        call,
        wanted.officer(),
        reason,
        (id, by) ->
            switch (verdict) {
              case APPROVE -> decisions.approve(id, by, stepOf(id, wanted.step()));
              case STOP -> decisions.stop(id, by, stepOf(id, wanted.step()), reason);
            });
  }

  @PostMapping("/{code}/fee")
  @Operation(
      summary = "Tell that the fees were paid at the agency's own cash desk",
      description =
          "What is paid is not paid twice: a payment online that was begun before goes back to the"
              + " payer. A dossier that waited for the money goes on.")
  @KeyRequired
  @ApiResponse(
      responseCode = "200",
      description = "Settled",
      content = @Content(schema = @Schema(implementation = DeskJson.Item.class)))
  @Problems
  ResponseEntity<byte[]> settleFee(
      @PathVariable String code,
      @RequestBody DeskJson.FeePaid wanted,
      @AuthenticationPrincipal Jwt token,
      HttpServletRequest request) {
    var receipt = text(wanted.receipt());
    return act(
        new Call(code, token, request),
        wanted.officer(),
        receipt,
        (id, by) -> fees.settle(id, by, CounterPayments.Means.CASH, receipt));
  }

  @PostMapping("/{code}/return")
  @Operation(
      summary = "Tell that the result was handed over at the counter",
      description = "What the applicant wants online is returned by the portal itself.")
  @KeyRequired
  @ApiResponse(
      responseCode = "200",
      description = "Returned",
      content = @Content(schema = @Schema(implementation = DeskJson.Item.class)))
  @Problems
  ResponseEntity<byte[]> handOver(
      @PathVariable String code,
      @RequestBody DeskJson.Return wanted,
      @AuthenticationPrincipal Jwt token,
      HttpServletRequest request) {
    var takenBy = text(wanted.takenBy());
    return act(
        new Call(code, token, request),
        wanted.officer(),
        takenBy,
        (id, by) -> handOver.handOver(id, by, takenBy));
  }

  @PostMapping("/{code}/correction")
  @Operation(
      summary = "Correct a faulty result",
      description =
          "The portal makes and signs a new one, with the answers set right. The faulty one holds"
              + " until then; after that its verification leads to the new one.")
  @KeyRequired
  @ApiResponse(
      responseCode = "200",
      description = "Ordered",
      content = @Content(schema = @Schema(implementation = DeskJson.Item.class)))
  @Problems
  ResponseEntity<byte[]> correct(
      @PathVariable String code,
      @RequestBody DeskJson.Corrected wanted,
      @AuthenticationPrincipal Jwt token,
      HttpServletRequest request) {
    var call = new Call(code, token, request);
    var dossier =
        desk.find(code, Tokens.agency(token))
            .flatMap(place -> dossiers.find(place.dossier()))
            .filter(found -> found.result() != null);
    // Whatever else is not as it should be, the act itself tells.
    if (dossier.isEmpty()) {
      var nothing = new CorrectResult.Wanted("", Answers.none(), "-");
      return act(call, wanted.officer(), "", (id, by) -> corrections.order(id, by, nothing));
    }
    var answers = Objects.requireNonNullElse(wanted.answers(), Map.<String, Object>of());
    var right = correctable.given(dossier.get(), answers, call.language());
    if (!right.misfits().isEmpty()) {
      var errors = Replies.errors(right.misfits());
      var status = HttpStatus.UNPROCESSABLE_CONTENT;
      return send(replies.problem(status, "answers-faulty", errors, call.language()));
    }
    var reason = text(wanted.reason());
    var present = Objects.requireNonNull(dossier.get().result()).verificationCode();
    var former = Objects.requireNonNullElse(wanted.verificationCode(), present);
    return act(
        call,
        wanted.officer(),
        reason,
        (id, by) ->
            corrections.order(id, by, new CorrectResult.Wanted(former, right.answers(), reason)));
  }

  @PostMapping("/{code}/revocation")
  @Operation(
      summary = "Revoke a result",
      description = "For good: everybody who verifies it is told since when and on what ground.")
  @KeyRequired
  @ApiResponse(
      responseCode = "200",
      description = "Revoked",
      content = @Content(schema = @Schema(implementation = DeskJson.Item.class)))
  @Problems
  ResponseEntity<byte[]> revoke(
      @PathVariable String code,
      @RequestBody DeskJson.Revoked wanted,
      @AuthenticationPrincipal Jwt token,
      HttpServletRequest request) {
    var call = new Call(code, token, request);
    var law = text(wanted.law());
    var reason = text(wanted.reason());
    if (wanted.ground() == null) return send(problem("ground-missing", "ground", call));
    if (law.isEmpty()) return send(problem("ground-missing", "law", call));
    return act(
        call,
        wanted.officer(),
        law + reason,
        (id, by) ->
            revocations.revoke(id, by, new RevokeResult.Wanted(wanted.ground(), law, reason)));
  }

  /** Which dossier, and who calls. */
  private record Call(String code, Jwt token, HttpServletRequest request) {

    Language language() {
      return Speech.of(request);
    }
  }

  /**
   * @param said all that the officer says, to be looked at for its length
   */
  private ResponseEntity<byte[]> act(
      Call call,
      DeskJson.@Nullable Officer officer,
      String said,
      BiFunction<DossierId, DeskOfficer, DeskOutcome> act) {
    var client = Tokens.client(call.token());
    var own = Tokens.agency(call.token());
    var key = CallKeys.required(call.request(), client);
    var name = nameOf(officer);
    if (name.isEmpty()) return send(problem("officer-missing", "officer/name", call));
    if (name.length() > 2 * LONGEST_NAME || said.length() > LONGEST_WORDS) {
      return send(problem("text-too-long", "", call));
    }
    var place = desk.find(call.code(), own);
    if (place.isEmpty()) return send(noSuchDossier(call));
    return send(once.answer(key, () -> told(at(place.get(), client, name, act), call)));
  }

  private static DeskOutcome at(
      Place place,
      String client,
      String name,
      BiFunction<DossierId, DeskOfficer, DeskOutcome> act) {
    return act.apply(place.dossier(), DeskOfficer.elsewhere(client, name, place.agency()));
  }

  private Reply told(DeskOutcome outcome, Call call) {
    return switch (outcome) {
      case Done(Dossier dossier) -> replies.ok(item(dossier, call.language()), Map.of());
      case NoSuchDossier none -> {
        desk.forget(call.code());
        yield noSuchDossier(call);
      }
      case DeskOutcome.ReasonMissing missing -> problem("reason-missing", "reason", call);
      default -> {
        var text = words.words(outcome, call.language());
        yield replies.problem(HttpStatus.CONFLICT, "not-now", call.language(), text);
      }
    };
  }

  private Reply problem(String code, String field, Call call) {
    var text = replies.words(code, call.language());
    var errors =
        field.isEmpty()
            ? List.<Problem.Error>of()
            : List.of(new Problem.Error(field, "/" + field, text));
    return replies.problem(HttpStatus.UNPROCESSABLE_CONTENT, code, errors, call.language());
  }

  private Reply noSuchDossier(Call call) {
    return replies.problem(HttpStatus.NOT_FOUND, "no-such-dossier", call.language());
  }

  private int stepOf(DossierId id, @Nullable Integer seen) {
    return seen != null ? seen : dossiers.find(id).map(Dossier::step).orElse(0);
  }

  private static String nameOf(DeskJson.@Nullable Officer officer) {
    var name = officer == null ? "" : text(officer.name());
    var title = officer == null ? "" : text(officer.title());
    return name.isEmpty() || title.isEmpty() ? name : name + " (" + title + ")";
  }

  private static String text(@Nullable String sent) {
    return sent == null ? "" : sent.replace("\0", "").strip();
  }

  private DeskJson.Item item(DeskQueue.Row row, Language language) {
    return new DeskJson.Item(
        row.code(),
        row.service(),
        row.version(),
        row.procedure(),
        row.applicantName(),
        row.status().national(),
        words.statusName(row.status(), language),
        row.step(),
        row.submittedAt(),
        row.dueAt(),
        row.changedAt(),
        PATH + "/" + row.code());
  }

  private DeskJson.Item item(Dossier dossier, Language language) {
    return new DeskJson.Item(
        dossier.submittedCode().value(),
        dossier.service().slug().value(),
        dossier.service().version(),
        dossier.service().procedure().value(),
        dossier.applicant().name(),
        dossier.status().national(),
        words.statusName(dossier.status(), language),
        dossier.step(),
        dossier.term().submittedAt(),
        dossier.term().dueAt(),
        dossier.changedAt(),
        PATH + "/" + dossier.submittedCode());
  }

  private DeskJson.Whole whole(Dossier dossier, Language language) {
    var delivery = dossier.delivery();
    return new DeskJson.Whole(
        item(dossier, language),
        serviceOf(dossier).name().in(language),
        delivery == null ? null : delivery.name(),
        dossier.answers().values(),
        dossier.attachments().stream()
            .map(
                file ->
                    new DeskJson.PaperFile(
                        file.paper(),
                        file.document().value(),
                        file.name(),
                        file.size(),
                        file.addedAt(),
                        PATH + "/" + dossier.submittedCode() + "/papers/" + file.document()))
            .toList(),
        dossiers.historyOf(dossier.id()).stream()
            .map(
                entry ->
                    new DeskJson.Happening(
                        entry.at(),
                        entry.event().name(),
                        entry.status().national(),
                        entry.step(),
                        histories.title(entry, language),
                        entry.note()))
            .toList());
  }

  private OnlineService serviceOf(Dossier dossier) {
    return services.get(dossier.service().slug(), dossier.service().version());
  }

  private static ResponseStatusException notFound() {
    return new ResponseStatusException(HttpStatus.NOT_FOUND, "No such thing of the agency's");
  }
}
