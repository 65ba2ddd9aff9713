package org.motcua.dossiers.api;

import static org.motcua.dossiers.api.Replies.send;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.ExampleObject;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.motcua.dossiers.DossierCode;
import org.motcua.dossiers.access.OwnDossiers;
import org.motcua.dossiers.api.Callers.Known;
import org.motcua.dossiers.filling.KnownAnswers;
import org.motcua.dossiers.model.Dossier;
import org.motcua.dossiers.model.DossierStore;
import org.motcua.dossiers.model.NeededLevel;
import org.motcua.dossiers.signing.NeededSigner;
import org.motcua.dossiers.submitting.AdditionsOutcome;
import org.motcua.dossiers.submitting.AskDelivery;
import org.motcua.dossiers.submitting.AskDelivery.Wish;
import org.motcua.dossiers.submitting.SignerRows;
import org.motcua.dossiers.submitting.SubmissionOutcome;
import org.motcua.dossiers.submitting.SubmitDossier;
import org.motcua.dossiers.submitting.SupplyAdditions;
import org.motcua.eservices.Delivery;
import org.motcua.eservices.OnlineService;
import org.motcua.eservices.OnlineServices;
import org.motcua.eservices.Paper;
import org.motcua.forms.Fault;
import org.motcua.forms.Forms;
import org.motcua.forms.Given;
import org.motcua.identity.Power;
import org.motcua.platform.api.KeyRequired;
import org.motcua.platform.api.Problem;
import org.motcua.platform.api.Problems;
import org.motcua.platform.api.ProgramApi;
import org.motcua.platform.api.Speech;
import org.motcua.platform.idempotency.CallKeys;
import org.motcua.platform.idempotency.OnlyOnce;
import org.motcua.platform.idempotency.Reply;
import org.motcua.platform.web.Formats;
import org.motcua.platform.web.Language;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Handing in, and answering what an officer has asked to add. */
@ProgramApi
@RestController
@RequestMapping(FilingApi.PATH + FilingApi.ONE)
@PreAuthorize(FilingApi.FILES)
@Tag(name = "Filing")
class SubmissionApi {

  private static final int LONGEST_NOTE = 2_000;

  private final Callers callers;
  private final OnlyOnce once;
  private final Replies replies;
  private final ProgramLooks looked;
  private final SubmitDossier submitDossier;
  private final SupplyAdditions supplyAdditions;
  private final AskDelivery askDelivery;
  private final KnownAnswers knownAnswers;
  private final SignerRows signers;
  private final OwnDossiers own;
  private final DossierStore dossiers;
  private final OnlineServices services;
  private final Forms forms;
  private final String publicUrl;

  SubmissionApi(
      Callers callers,
      OnlyOnce once,
      Replies replies,
      ProgramLooks looked,
      SubmitDossier submitDossier,
      SupplyAdditions supplyAdditions,
      AskDelivery askDelivery,
      KnownAnswers knownAnswers,
      SignerRows signers,
      OwnDossiers own,
      DossierStore dossiers,
      OnlineServices services,
      Forms forms,
      @Value("${motcua.public-url}") String publicUrl) {
    this.callers = callers;
    this.once = once;
    this.replies = replies;
    this.looked = looked;
    this.submitDossier = submitDossier;
    this.supplyAdditions = supplyAdditions;
    this.askDelivery = askDelivery;
    this.knownAnswers = knownAnswers;
    this.signers = signers;
    this.own = own;
    this.dossiers = dossiers;
    this.services = services;
    this.forms = forms;
    this.publicUrl = publicUrl;
  }

  /**
   * @param declared that the applicant affirms the service's declaration
   * @param delivery how the result comes, of those that the service offers; left out: as usual
   * @param postalAddress needed with {@code POST}
   */
  @Schema(name = "Submission")
  record Submission(
      @Schema(example = "true") @Nullable Boolean declared,
      @Schema(example = "ONLINE") @Nullable Delivery delivery,
      @Nullable PostalAddress postalAddress) {}

  /**
   * Where the post brings the result.
   *
   * @param address with official codes: province, district (where there is one), commune; street
   */
  @Schema(name = "PostalAddress")
  record PostalAddress(
      @Schema(example = "Nguyễn Thị Mai") @Nullable String recipient,
      @Schema(example = "0912000001") @Nullable String phone,
      @Schema(
              example =
                  "{\"province\": \"22\", \"district\": \"193\", \"commune\": \"06697\","
                      + " \"street\": \"Số 5\"}")
          @Nullable Map<String, String> address) {

    Given given(AskDelivery asking, Language language) {
      return asking.given(
          Objects.requireNonNullElse(recipient, ""),
          Objects.requireNonNullElse(phone, ""),
          Objects.requireNonNullElse(address, Map.of()),
          language);
    }
  }

  /**
   * @param dueAt when the result is due
   */
  @Schema(name = "Submitted")
  record Submitted(
      UUID id,
      @Schema(example = "H49.12.03-201122-0001") String code,
      @Nullable Instant dueAt,
      @Schema(example = "/api/dossiers/019aa1b2-5c3d-7e4f-8a9b-0c1d2e3f4a5b") String href) {}

  @PostMapping("/submission")
  @Operation(
      summary = "Hand an application in",
      description =
          "With the force of the person's own word: the program has shown the service's"
              + " declaration. Handed in twice is handed in once, also without the key that is"
              + " asked for here so that a refusal is told once more, too.")
  @KeyRequired
  @ApiResponse(
      responseCode = "200",
      description = "Handed in",
      content = @Content(schema = @Schema(implementation = Submitted.class)))
  @Problems
  ResponseEntity<byte[]> submit(
      @PathVariable UUID id,
      @io.swagger.v3.oas.annotations.parameters.RequestBody(
              content =
                  @Content(
                      schema = @Schema(implementation = Submission.class),
                      examples = @ExampleObject("{\"declared\": true}")))
          @RequestBody
          Submission wanted,
      @AuthenticationPrincipal Jwt token,
      HttpServletRequest request) {
    var language = Speech.of(request);
    return of(
        token,
        id,
        Power.SIGN,
        language,
        known -> {
          var call = CallKeys.required(request, known.caller().keeper());
          requireLevel(known, Power.SIGN);
          keepLocked(known);
          return once.answer(call, () -> submit(known, wanted, language));
        });
  }

  private Reply submit(Known known, Submission wanted, Language language) {
    var declared = Boolean.TRUE.equals(wanted.declared());
    var delivery = Objects.requireNonNullElse(wanted.delivery(), Delivery.ONLINE);
    var to = wanted.postalAddress();
    if (delivery != Delivery.POST || to == null) {
      return told(known, submit(known, declared, Wish.of(delivery), language), language);
    }
    var given = to.given(askDelivery, language);
    if (!given.misfits().isEmpty()) {
      var errors = Replies.errors(given.misfits());
      return replies.problem(HttpStatus.UNPROCESSABLE_CONTENT, "address-faulty", errors, language);
    }
    var wish = new Wish(delivery, askDelivery.address(given.answers()));
    return told(known, submit(known, declared, wish, language), language);
  }

  private SubmissionOutcome submit(Known known, boolean declared, Wish wish, Language language) {
    return submitDossier.submit(known.dossier(), known.caller().user(), declared, wish, language);
  }

  private Reply told(Known known, SubmissionOutcome outcome, Language language) {
    return switch (outcome) {
      case SubmissionOutcome.Submitted(DossierCode code, Instant dueAt) ->
          handedIn(known, code, dueAt);
      case SubmissionOutcome.AlreadySubmitted(DossierCode code) ->
          handedIn(known, code, dossiers.find(known.dossier()).orElseThrow().term().dueAt());
      case SubmissionOutcome.AnswersFaulty(List<Fault> faults) -> faulty(known, faults, language);
      case SubmissionOutcome.PapersMissing(List<Paper> papers) -> missing(papers, language);
      case SubmissionOutcome.AddressMissing none ->
          refused("address-missing", "postalAddress", language);
      case SubmissionOutcome.NotDeclared none -> refused("not-declared", "declared", language);
      case SubmissionOutcome.ConsentMissing none ->
          refused("store-consent-missing", "papers", language);
      case SubmissionOutcome.NobodyReceives none -> refused("nobody-receives", "", language);
      case SubmissionOutcome.SignaturesMissing(List<NeededSigner> missing) ->
          unsigned(missing, language);
      case SubmissionOutcome.SignedIt none -> refused("signed-it", "signers", language);
      case SubmissionOutcome.PayFirst(String page, long dong) -> payFirst(page, dong, language);
      case SubmissionOutcome.PartOfSeveral none ->
          replies.problem(HttpStatus.CONFLICT, "part-of-several", language);
      case SubmissionOutcome.NoSuchDossier none -> noSuchDossier(language);
    };
  }

  /** With a link to where people pay (RFC 8288). */
  private Reply payFirst(String page, long dong, Language language) {
    var address = publicUrl + page;
    var problem = refused("pay-first", "", language, new Formats(language).money(dong), address);
    var headers = new HashMap<>(problem.headers());
    headers.put(HttpHeaders.LINK, "<" + address + ">; rel=\"payment\"");
    return new Reply(problem.status(), headers, problem.body());
  }

  /**
   * @param note a word to the officer
   */
  @Schema(name = "Additions")
  record Additions(@Schema(example = "Đã gửi lại giấy chứng sinh rõ hơn.") @Nullable String note) {}

  @PostMapping("/additions")
  @Operation(
      summary = "Send what an officer has asked to add, as a whole",
      description = "After the answers and papers that the request names have been mended.")
  @KeyRequired
  @ApiResponse(
      responseCode = "200",
      description = "Sent",
      content = @Content(schema = @Schema(implementation = Submitted.class)))
  @Problems
  ResponseEntity<byte[]> supply(
      @PathVariable UUID id,
      @io.swagger.v3.oas.annotations.parameters.RequestBody(
              content =
                  @Content(
                      schema = @Schema(implementation = Additions.class),
                      examples = @ExampleObject("{\"note\": \"Đã gửi lại ảnh rõ hơn.\"}")))
          @RequestBody
          Additions sent,
      @AuthenticationPrincipal Jwt token,
      HttpServletRequest request) {
    var language = Speech.of(request);
    var note = Objects.requireNonNullElse(sent.note(), "").replace("\0", "");
    if (note.length() > LONGEST_NOTE) {
      return send(refused("note-too-long", "note", language, LONGEST_NOTE));
    }
    return of(
        token,
        id,
        Power.FILE,
        language,
        known -> {
          var call = CallKeys.required(request, known.caller().keeper());
          requireLevel(known, Power.FILE);
          return once.answer(call, () -> supply(known, note, language));
        });
  }

  private Reply supply(Known known, String note, Language language) {
    var user = known.caller().user();
    return switch (supplyAdditions.supply(known.dossier(), user, note, language)) {
      case AdditionsOutcome.Supplied(DossierCode code, Instant dueAt) ->
          handedIn(known, code, dueAt);
      case AdditionsOutcome.NothingAsked(DossierCode code) ->
          replies.problem(HttpStatus.CONFLICT, "nothing-asked", language);
      case AdditionsOutcome.AnswersFaulty(List<Fault> faults) -> faulty(known, faults, language);
      case AdditionsOutcome.PapersMissing(List<Paper> papers) -> missing(papers, language);
      case AdditionsOutcome.SignaturesMissing(List<NeededSigner> missing) ->
          unsigned(missing, language);
      case AdditionsOutcome.NoSuchDossier none -> noSuchDossier(language);
    };
  }

  /**
   * A draft is handed in under the version that is in force. What is asked of whom is only looked
   * up where it is not that.
   */
  private void requireLevel(Known known, Power power) {
    var user = known.caller().user();
    if (power == Power.SIGN && services.find(known.service()).isPresent()) {
      user.require(NeededLevel.of(services.get(known.service())));
      return;
    }
    own.find(known.dossier(), user, power)
        .map(this::serviceOf)
        .map(NeededLevel::of)
        .ifPresent(user::require);
  }

  private void keepLocked(Known known) {
    var inForce = services.find(known.service());
    if (inForce.isPresent() && !locksAny(inForce.get())) return;
    var user = known.caller().user();
    own.find(known.dossier(), user, Power.SIGN)
        .ifPresent(dossier -> knownAnswers.keepLocked(dossier, user));
  }

  private static boolean locksAny(OnlineService service) {
    return service.form().questions().stream()
        .map(question -> question.prefill())
        .filter(Objects::nonNull)
        .anyMatch(offer -> offer.locked());
  }

  private Reply handedIn(Known known, DossierCode code, @Nullable Instant dueAt) {
    var href = FilingApi.PATH + "/" + known.dossier();
    return replies.ok(new Submitted(known.dossier().value(), code.value(), dueAt, href), Map.of());
  }

  private Reply faulty(Known known, List<Fault> faults, Language language) {
    var dossier = dossiers.find(known.dossier()).orElseThrow();
    looked.at(dossier, known.caller());
    var form = serviceOf(dossier).form();
    var misfits = forms.misfits(form, dossier.answers(), faults);
    return replies.problem(
        HttpStatus.UNPROCESSABLE_CONTENT, "answers-faulty", Replies.errors(misfits), language);
  }

  private Reply missing(List<Paper> papers, Language language) {
    var errors = new ArrayList<Problem.Error>();
    for (var paper : papers) {
      errors.add(new Problem.Error(paper.id(), "/papers/" + paper.id(), paper.name().in(language)));
    }
    return replies.problem(HttpStatus.UNPROCESSABLE_CONTENT, "papers-missing", errors, language);
  }

  private Reply unsigned(List<NeededSigner> missing, Language language) {
    var errors = new ArrayList<Problem.Error>();
    for (var signer : missing) {
      errors.add(
          new Problem.Error(
              signer.id(), "/signers/" + signer.id(), signers.missing(signer, language)));
    }
    return replies.problem(
        HttpStatus.UNPROCESSABLE_CONTENT, "signatures-missing", errors, language);
  }

  private Reply refused(String code, String field, Language language, Object... arguments) {
    var problem = replies.words(code, language, arguments);
    return replies.problem(
        HttpStatus.UNPROCESSABLE_CONTENT,
        code,
        field.isEmpty() ? List.of() : List.of(new Problem.Error(field, "/" + field, problem)),
        language,
        arguments);
  }

  private OnlineService serviceOf(Dossier dossier) {
    return services.get(dossier.service().slug(), dossier.service().version());
  }

  private ResponseEntity<byte[]> of(
      Jwt token, UUID id, Power power, Language language, Function<Known, Reply> act) {
    return send(callers.of(token, id, power).map(act).orElseGet(() -> noSuchDossier(language)));
  }

  private Reply noSuchDossier(Language language) {
    return replies.problem(HttpStatus.NOT_FOUND, "no-such-dossier", language);
  }
}
