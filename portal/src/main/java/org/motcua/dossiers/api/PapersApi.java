package org.motcua.dossiers.api;

import static org.motcua.dossiers.api.Replies.send;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.motcua.documents.DocumentId;
import org.motcua.documents.Documents;
import org.motcua.documents.Download;
import org.motcua.documents.Examined;
import org.motcua.documents.StoringOutcome;
import org.motcua.documents.Upload;
import org.motcua.documents.UploadId;
import org.motcua.dossiers.access.OwnDossiers;
import org.motcua.dossiers.api.Callers.Known;
import org.motcua.dossiers.filling.AttachAnswer;
import org.motcua.dossiers.filling.AttachPaper;
import org.motcua.dossiers.filling.AttachPaper.Looked;
import org.motcua.dossiers.filling.ChangePapers;
import org.motcua.dossiers.filling.PaperOutcome;
import org.motcua.dossiers.filling.TusPapers;
import org.motcua.dossiers.filling.TusPapers.Sending;
import org.motcua.dossiers.model.Dossier;
import org.motcua.identity.Power;
import org.motcua.platform.api.KeyOptional;
import org.motcua.platform.api.Problem;
import org.motcua.platform.api.Problems;
import org.motcua.platform.api.ProgramApi;
import org.motcua.platform.api.Speech;
import org.motcua.platform.idempotency.CallKey;
import org.motcua.platform.idempotency.CallKeys;
import org.motcua.platform.idempotency.OnlyOnce;
import org.motcua.platform.idempotency.Reply;
import org.motcua.platform.web.Language;
import org.motcua.platform.web.Messages;
import org.springframework.core.io.Resource;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.util.DigestUtils;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.server.ResponseStatusException;

/** Papers, and files that answer questions: at once, or in parts that may be resumed. */
@ProgramApi
@RestController
@RequestMapping(FilingApi.PATH + FilingApi.ONE)
@PreAuthorize(FilingApi.FILES)
@Tag(name = "Papers", description = "Files of an application")
class PapersApi {

  private final Callers callers;
  private final OnlyOnce once;
  private final Replies replies;
  private final DossierJsons jsons;
  private final ProgramLooks looked;
  private final AttachPaper attachPaper;
  private final AttachAnswer attachAnswer;
  private final ChangePapers changePapers;
  private final TusPapers tus;
  private final OwnDossiers own;
  private final Documents documents;
  private final Messages messages;

  PapersApi(
      Callers callers,
      OnlyOnce once,
      Replies replies,
      DossierJsons jsons,
      ProgramLooks looked,
      AttachPaper attachPaper,
      AttachAnswer attachAnswer,
      ChangePapers changePapers,
      TusPapers tus,
      OwnDossiers own,
      Documents documents,
      Messages messages) {
    this.callers = callers;
    this.once = once;
    this.replies = replies;
    this.jsons = jsons;
    this.looked = looked;
    this.attachPaper = attachPaper;
    this.attachAnswer = attachAnswer;
    this.changePapers = changePapers;
    this.tus = tus;
    this.own = own;
    this.documents = documents;
    this.messages = messages;
  }

  @PostMapping(path = "/papers", consumes = MediaType.MULTIPART_FORM_DATA_VALUE)
  @Operation(
      summary = "Attach a file",
      description =
          "To one of the service's papers, or to a question that is answered by a file. The same"
              + " file sent to the same paper again is there once, with a key or without.")
  @KeyOptional
  @ApiResponse(
      responseCode = "200",
      description = "Attached",
      content = @Content(schema = @Schema(implementation = DossierJson.class)))
  @Problems
  ResponseEntity<byte[]> attach(
      @PathVariable UUID id,
      @Parameter(description = "Id of the paper or question", example = "proof-of-birth")
          @RequestParam
          String paper,
      @RequestParam MultipartFile file,
      @AuthenticationPrincipal Jwt token,
      HttpServletRequest request) {
    var language = Speech.of(request);
    return of(
        token,
        id,
        Power.FILE,
        language,
        known -> attach(known, paper, file, key(known, request, content(paper, file)), language));
  }

  private Reply attach(
      Known known, String paper, MultipartFile file, CallKey call, Language language) {
    var user = known.caller().user();
    var upload = Upload.of(file);
    return attachAnswer.isAsked(known.dossier(), user, paper)
        ? answered(known, paper, upload, call, language)
        : attached(known, attachPaper.look(known.dossier(), user, paper, upload), call, language);
  }

  /** As it was sent; how it is kept is another thing. */
  private static byte[] content(String paper, MultipartFile file) {
    try (var bytes = file.getInputStream()) {
      var said = paper + " " + file.getOriginalFilename() + " " + DigestUtils.md5DigestAsHex(bytes);
      return said.getBytes(StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * @param upload as its address ends
   */
  @Schema(name = "ArrivedUpload")
  record Arrived(
      @Schema(example = "proof-of-birth", requiredMode = Schema.RequiredMode.REQUIRED)
          @Nullable String paper,
      @Schema(requiredMode = Schema.RequiredMode.REQUIRED) @Nullable UUID upload) {}

  @PostMapping(path = "/papers", consumes = MediaType.APPLICATION_JSON_VALUE)
  @Operation(
      summary = "Attach a file that has come in parts",
      description = "Once it is whole. Twice is once, with a key or without.")
  @KeyOptional
  @ApiResponse(
      responseCode = "200",
      description = "Attached",
      content = @Content(schema = @Schema(implementation = DossierJson.class)))
  @Problems
  ResponseEntity<byte[]> attach(
      @PathVariable UUID id,
      @RequestBody Arrived arrived,
      @AuthenticationPrincipal Jwt token,
      HttpServletRequest request) {
    var language = Speech.of(request);
    var paper = arrived.paper();
    var upload = arrived.upload();
    if (paper == null || upload == null) {
      return send(replies.problem(HttpStatus.UNPROCESSABLE_CONTENT, "no-such-paper", language));
    }
    return of(
        token,
        id,
        Power.FILE,
        language,
        known ->
            attached(
                known,
                attachPaper.look(
                    known.dossier(), known.caller().user(), paper, new UploadId(upload)),
                CallKeys.of(request, known.caller().keeper()),
                language));
  }

  private Reply attached(Known known, Looked looked, CallKey call, Language language) {
    return switch (looked) {
      case Looked.Otherwise(var outcome) -> told(known, outcome, language);
      case Looked.Good good ->
          onlyOnce(
              good.file(),
              call,
              () ->
                  told(
                      known,
                      attachPaper.add(known.dossier(), known.caller().user(), good),
                      language));
    };
  }

  private Reply answered(
      Known known, String question, Upload file, CallKey call, Language language) {
    var user = known.caller().user();
    return switch (attachAnswer.examine(user, file)) {
      case StoringOutcome.Refused why -> refused(question, why, language);
      case Examined good ->
          onlyOnce(
              good,
              call,
              () ->
                  switch (attachAnswer.attach(known.dossier(), user, question, good, language)) {
                    case AttachAnswer.Outcome.Added(var dossier) -> added(known, dossier, language);
                    case AttachAnswer.Outcome.Refused(var why) ->
                        replies.problem(HttpStatus.UNPROCESSABLE_CONTENT, "file-refused", language);
                    case AttachAnswer.Outcome.NotAsked none ->
                        problem(question, "not-asked", language);
                    case AttachAnswer.Outcome.NoSuchPlace none ->
                        replies.problem(
                            HttpStatus.UNPROCESSABLE_CONTENT, "no-such-paper", language);
                  });
    };
  }

  /** A file that is not used in the end, since an earlier call's was, is let go. */
  private Reply onlyOnce(Examined file, CallKey call, Supplier<Reply> effect) {
    var used = new AtomicBoolean();
    try {
      return once.answer(
          call,
          () -> {
            used.set(true);
            return effect.get();
          });
    } finally {
      if (!used.get()) documents.release(file);
    }
  }

  private static CallKey key(Known known, HttpServletRequest request, byte[] content) {
    return CallKeys.of(request, known.caller().keeper(), content);
  }

  private Reply told(Known known, PaperOutcome outcome, Language language) {
    return switch (outcome) {
      case PaperOutcome.Added(var dossier) -> added(known, dossier, language);
      case PaperOutcome.Refused(var paper, var why) -> refused(paper.id(), why, language);
      case PaperOutcome.WrongKind(var paper) ->
          problem(paper.id(), "wrong-kind", language, kinds(paper.accepts()));
      case PaperOutcome.NotWhole(var paper) -> problem(paper.id(), "not-whole", language);
      case PaperOutcome.NotAsked(var paper) -> problem(paper.id(), "not-asked", language);
      case PaperOutcome.TooMany(var paper) ->
          problem(paper.id(), "too-many-files", language, paper.maxFiles());
      case PaperOutcome.Closed(var dossier) ->
          replies.problem(HttpStatus.CONFLICT, "not-open", language);
      case PaperOutcome.NoSuchPaper none ->
          replies.problem(HttpStatus.UNPROCESSABLE_CONTENT, "no-such-paper", language);
    };
  }

  private static String kinds(Set<?> accepts) {
    return String.join(", ", accepts.stream().map(String::valueOf).sorted().toList());
  }

  private Reply added(Known known, Dossier dossier, Language language) {
    looked.at(dossier, known.caller());
    return replies.ok(jsons.kept(dossier, List.of(), language), Map.of());
  }

  private Reply refused(String paper, StoringOutcome.Refused why, Language language) {
    var text = messages.text(language, why.messageKey(), why.messageArguments());
    var errors = List.of(new Problem.Error(paper, "/papers/" + paper, text));
    // What will be taken in some minutes is no fault of the sender's.
    return why.reason().passes()
        ? replies.problem(HttpStatus.SERVICE_UNAVAILABLE, "file-refused", errors, language)
        : replies.problem(HttpStatus.UNPROCESSABLE_CONTENT, "file-refused", errors, language);
  }

  private Reply problem(String paper, String code, Language language, Object... arguments) {
    var text = replies.words(code, language, arguments);
    return replies.problem(
        HttpStatus.UNPROCESSABLE_CONTENT,
        code,
        List.of(new Problem.Error(paper, "/papers/" + paper, text)),
        language,
        arguments);
  }

  @DeleteMapping("/papers/{document}")
  @Operation(summary = "Take a file away", description = "Twice is once.")
  @ApiResponse(responseCode = "204", description = "It is not there")
  @Problems
  ResponseEntity<byte[]> remove(
      @PathVariable UUID id,
      @PathVariable UUID document,
      @AuthenticationPrincipal Jwt token,
      HttpServletRequest request) {
    var language = Speech.of(request);
    return of(
        token,
        id,
        Power.FILE,
        language,
        known -> {
          var file = new DocumentId(document);
          return changePapers
              .remove(known.dossier(), known.caller().user(), file)
              .map(paper -> problem(paper, "not-asked", language))
              .orElseGet(() -> new Reply(HttpStatus.NO_CONTENT.value(), Map.of(), new byte[0]));
        });
  }

  @GetMapping("/papers/{document}")
  @Operation(summary = "Fetch a file")
  @ApiResponse(responseCode = "200", content = @Content(mediaType = "*/*"))
  @Problems
  ResponseEntity<Resource> open(
      @PathVariable UUID id, @PathVariable UUID document, @AuthenticationPrincipal Jwt token) {
    var dossier = dossierOf(id, token);
    var file = dossier.findAttachment(new DocumentId(document)).orElseThrow(PapersApi::notFound);
    return Download.attachment(documents.get(file.document()), documents.open(file.document()));
  }

  @GetMapping("/result.pdf")
  @Operation(summary = "Fetch the result")
  @ApiResponse(responseCode = "200", content = @Content(mediaType = "application/pdf"))
  @Problems
  ResponseEntity<Resource> result(@PathVariable UUID id, @AuthenticationPrincipal Jwt token) {
    var result = dossierOf(id, token).result();
    if (result == null) throw notFound();
    return Download.attachment(documents.get(result.document()), documents.open(result.document()));
  }

  private Dossier dossierOf(UUID id, Jwt token) {
    var known = callers.of(token, id, Power.SEE).orElseThrow(PapersApi::notFound);
    var dossier =
        own.find(known.dossier(), known.caller().user(), Power.SEE)
            .orElseThrow(PapersApi::notFound);
    looked.at(dossier, known.caller());
    return dossier;
  }

  @RequestMapping(path = "/papers/{paper}/uploads", method = RequestMethod.OPTIONS)
  @Operation(summary = "What of tus is spoken here")
  ResponseEntity<Void> options(@PathVariable UUID id, @PathVariable String paper) {
    return tus.options();
  }

  @PostMapping("/papers/{paper}/uploads")
  @Operation(
      summary = "Begin a file in parts (tus 1.0.0)",
      description =
          "Upload-Length names its size, Upload-Metadata its filename and, if you like, its sha256;"
              + " Location tells where the parts go. Nothing is attached until POST …/papers names"
              + " the upload. A begun upload that nobody goes on with is forgotten after a day, so"
              + " it needs no Idempotency-Key; one that is sent is honoured.")
  @KeyOptional
  @ApiResponse(responseCode = "201", description = "Begun")
  ResponseEntity<byte[]> begin(
      @PathVariable UUID id,
      @PathVariable String paper,
      @RequestHeader HttpHeaders headers,
      @AuthenticationPrincipal Jwt token,
      HttpServletRequest request) {
    var known = callers.of(token, id, Power.FILE).orElseThrow(PapersApi::notFound);
    var here = FilingApi.PATH + "/" + id + "/papers/" + paper + "/uploads";
    var length = String.valueOf(headers.getFirst("Upload-Length"));
    var call = key(known, request, length.getBytes(StandardCharsets.UTF_8));
    return send(once.answer(call, () -> reply(tus.begin(sending(known, paper), headers, here))));
  }

  private static Reply reply(ResponseEntity<Void> answer) {
    return new Reply(
        answer.getStatusCode().value(), answer.getHeaders().toSingleValueMap(), new byte[0]);
  }

  @RequestMapping(path = "/papers/{paper}/uploads/{upload}", method = RequestMethod.HEAD)
  @Operation(summary = "How much of it has come (tus 1.0.0)")
  ResponseEntity<Void> state(
      @PathVariable UUID id,
      @PathVariable String paper,
      @PathVariable UUID upload,
      @RequestHeader HttpHeaders headers,
      @AuthenticationPrincipal Jwt token) {
    var known = callers.of(token, id, Power.FILE).orElseThrow(PapersApi::notFound);
    return tus.state(sending(known, paper), new UploadId(upload), headers);
  }

  @PatchMapping("/papers/{paper}/uploads/{upload}")
  @Operation(summary = "Send the next part (tus 1.0.0)")
  ResponseEntity<Void> append(
      @PathVariable UUID id,
      @PathVariable String paper,
      @PathVariable UUID upload,
      @RequestHeader HttpHeaders headers,
      @Parameter(hidden = true) InputStream content,
      @AuthenticationPrincipal Jwt token) {
    var known = callers.of(token, id, Power.FILE).orElseThrow(PapersApi::notFound);
    return tus.append(sending(known, paper), new UploadId(upload), headers, content);
  }

  @DeleteMapping("/papers/{paper}/uploads/{upload}")
  @Operation(summary = "Forget it (tus 1.0.0)")
  ResponseEntity<Void> forget(
      @PathVariable UUID id,
      @PathVariable String paper,
      @PathVariable UUID upload,
      @RequestHeader HttpHeaders headers,
      @AuthenticationPrincipal Jwt token) {
    var known = callers.of(token, id, Power.FILE).orElseThrow(PapersApi::notFound);
    return tus.remove(sending(known, paper), new UploadId(upload), headers);
  }

  private static Sending sending(Known known, String paper) {
    return new Sending(known.dossier(), paper, known.caller().user());
  }

  private ResponseEntity<byte[]> of(
      Jwt token, UUID id, Power power, Language language, Function<Known, Reply> act) {
    return send(
        callers
            .of(token, id, power)
            .map(act)
            .orElseGet(() -> replies.problem(HttpStatus.NOT_FOUND, "no-such-dossier", language)));
  }

  private static ResponseStatusException notFound() {
    return new ResponseStatusException(HttpStatus.NOT_FOUND, "No such thing of theirs");
  }
}
