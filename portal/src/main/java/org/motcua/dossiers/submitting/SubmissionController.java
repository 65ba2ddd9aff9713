package org.motcua.dossiers.submitting;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.motcua.dossiers.DossierCode;
import org.motcua.dossiers.DossierId;
import org.motcua.dossiers.access.OwnDossiers;
import org.motcua.dossiers.filling.KnownAnswers;
import org.motcua.dossiers.model.Binding;
import org.motcua.dossiers.model.Dossier;
import org.motcua.dossiers.model.NeededLevel;
import org.motcua.dossiers.papers.StoreConsents;
import org.motcua.dossiers.signing.NeededSigner;
import org.motcua.dossiers.submitting.SubmissionOutcome.AddressMissing;
import org.motcua.dossiers.submitting.SubmissionOutcome.AlreadySubmitted;
import org.motcua.dossiers.submitting.SubmissionOutcome.AnswersFaulty;
import org.motcua.dossiers.submitting.SubmissionOutcome.ConsentMissing;
import org.motcua.dossiers.submitting.SubmissionOutcome.NoSuchDossier;
import org.motcua.dossiers.submitting.SubmissionOutcome.NobodyReceives;
import org.motcua.dossiers.submitting.SubmissionOutcome.NotDeclared;
import org.motcua.dossiers.submitting.SubmissionOutcome.PapersMissing;
import org.motcua.dossiers.submitting.SubmissionOutcome.PartOfSeveral;
import org.motcua.dossiers.submitting.SubmissionOutcome.SignaturesMissing;
import org.motcua.dossiers.submitting.SubmissionOutcome.SignedIt;
import org.motcua.dossiers.submitting.SubmissionOutcome.Submitted;
import org.motcua.eservices.Delivery;
import org.motcua.eservices.OnlineServices;
import org.motcua.eservices.Paper;
import org.motcua.forms.Fault;
import org.motcua.identity.CurrentUser;
import org.motcua.identity.Power;
import org.motcua.platform.web.Language;
import org.motcua.platform.web.Messages;
import org.motcua.platform.web.ui.FieldError;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;

/** The review, the declaration, and the moment of handing in. */
@Controller
@RequestMapping("/my/dossiers/{id}")
class SubmissionController {

  private final SubmitDossier submitDossier;
  private final SupplyAdditions supplyAdditions;
  private final AskDelivery delivery;
  private final AskToSign askToSign;
  private final SignerRows signers;
  private final OwnDossiers own;
  private final KnownAnswers knownAnswers;
  private final Reviews reviews;
  private final StoreConsents consents;
  private final OnlineServices services;
  private final Messages messages;

  SubmissionController(
      SubmitDossier submitDossier,
      SupplyAdditions supplyAdditions,
      AskDelivery delivery,
      AskToSign askToSign,
      SignerRows signers,
      OwnDossiers own,
      KnownAnswers knownAnswers,
      Reviews reviews,
      StoreConsents consents,
      OnlineServices services,
      Messages messages) {
    this.submitDossier = submitDossier;
    this.supplyAdditions = supplyAdditions;
    this.delivery = delivery;
    this.askToSign = askToSign;
    this.signers = signers;
    this.own = own;
    this.knownAnswers = knownAnswers;
    this.reviews = reviews;
    this.consents = consents;
    this.services = services;
    this.messages = messages;
  }

  @GetMapping("/review")
  String review(
      @PathVariable UUID id,
      @AuthenticationPrincipal CurrentUser user,
      HttpServletRequest request,
      Locale locale,
      Model model) {
    if (isGuest(id, user)) return "redirect:/my/dossiers/" + id;
    knownAnswers.keepLocked(dossierOf(id, user), user);
    var dossier = dossierOf(id, user);
    if (!dossier.open() || dossier.binding() != Binding.ALONE) return "redirect:/my/dossiers/" + id;
    var language = Language.of(locale);
    var said = WhilePaying.find(request.getSession(false), dossier);
    model.addAttribute("declared", said.filter(WhilePaying.Said::declared).isPresent());
    var typed =
        said.map(it -> delivery.read(dossier, wayIn(it.sent()), it.sent(), language))
            .orElseGet(() -> delivery.begin(dossier));
    return show(dossier, user, List.of(), typed, language, model);
  }

  private static Delivery wayIn(MultiValueMap<String, String> sent) {
    var way = sent.getFirst("delivery");
    return way == null ? Delivery.ONLINE : Delivery.valueOf(way);
  }

  @PostMapping("/submission")
  String submit(
      @PathVariable UUID id,
      @RequestParam(defaultValue = "false") boolean declared,
      @RequestParam(name = "delivery", defaultValue = "ONLINE") Delivery way,
      @RequestParam MultiValueMap<String, String> sent,
      @AuthenticationPrincipal CurrentUser user,
      HttpServletRequest request,
      Locale locale,
      Model model) {
    requireLevel(id, user, Power.SIGN);
    knownAnswers.keepLocked(dossierOf(id, user), user);
    model.addAttribute("declared", declared);
    var language = Language.of(locale);
    var typed = delivery.read(dossierOf(id, user), way, sent, language);
    var wish = typed.wish();
    if (wish == null) return again(id, user, faultyAddress(typed), typed, language, model);
    var outcome = submitDossier.submit(new DossierId(id), user, declared, wish, language);
    return switch (outcome) {
      case Submitted(DossierCode code, Instant dueAt) -> {
        WhilePaying.forget(request.getSession(), new DossierId(id));
        yield "redirect:/my/dossiers/" + id + "?submitted";
      }
      case AlreadySubmitted(DossierCode code) -> "redirect:/my/dossiers/" + id + "?submitted";
      case AnswersFaulty(List<Fault> faults) ->
          again(id, user, faults(faults), typed, language, model);
      case PapersMissing(List<Paper> papers) ->
          again(id, user, missing(papers, language), typed, language, model);
      case AddressMissing none ->
          again(
              id,
              user,
              List.of(error("delivery", "dossiers.delivery.address_missing", language)),
              typed,
              language,
              model);
      case NotDeclared none ->
          again(
              id,
              user,
              List.of(error("declared", "dossiers.review.not_declared", language)),
              typed,
              language,
              model);
      case ConsentMissing none ->
          again(
              id,
              user,
              List.of(error("store-consent", "dossiers.store.consent.missing", language)),
              typed,
              language,
              model);
      case NobodyReceives none ->
          again(
              id,
              user,
              List.of(error("summary", "dossiers.review.nobody_receives", language)),
              typed,
              language,
              model);
      case SignaturesMissing(List<NeededSigner> missing) ->
          again(id, user, unsigned(missing, language), typed, language, model);
      case SignedIt none ->
          again(
              id,
              user,
              List.of(error("signers", "dossiers.sign.signed_it", language)),
              typed,
              language,
              model);
      case SubmissionOutcome.PayFirst(String page, long dong) -> {
        WhilePaying.keep(request.getSession(), dossierOf(id, user), declared, sent);
        yield "redirect:" + page;
      }
      case PartOfSeveral none -> "redirect:/my/dossiers/" + id;
      case NoSuchDossier none -> throw notFound();
    };
  }

  /** Others who have to sign are asked to. */
  @PostMapping("/signers")
  String askToSign(
      @PathVariable UUID id,
      @AuthenticationPrincipal CurrentUser user,
      Locale locale,
      Model model) {
    var language = Language.of(locale);
    return switch (askToSign.ask(new DossierId(id), user, language)) {
      case AskToSign.Outcome.Asked asked -> "redirect:/my/dossiers/" + id + "/review#signers";
      case AskToSign.Outcome.AnswersFaulty(List<Fault> faults) ->
          again(id, user, faults(faults), language, model);
      case AskToSign.Outcome.PapersMissing(List<Paper> papers) ->
          again(id, user, missing(papers, language), language, model);
      case AskToSign.Outcome.TooOften often ->
          again(
              id,
              user,
              List.of(error("signers", "dossiers.sign.too_often", language)),
              language,
              model);
      case AskToSign.Outcome.NotOpen none -> "redirect:/my/dossiers/" + id;
    };
  }

  /** The answer to a request for additions, as a whole. */
  @PostMapping("/additions")
  String supply(
      @PathVariable UUID id,
      @RequestParam(defaultValue = "") String note,
      @AuthenticationPrincipal CurrentUser user,
      Locale locale,
      Model model) {
    requireLevel(id, user, Power.FILE);
    var language = Language.of(locale);
    return switch (supplyAdditions.supply(new DossierId(id), user, note, language)) {
      case AdditionsOutcome.Supplied(DossierCode code, Instant dueAt) ->
          "redirect:/my/dossiers/" + id + "?supplied";
      case AdditionsOutcome.NothingAsked(DossierCode code) -> "redirect:/my/dossiers/" + id;
      case AdditionsOutcome.AnswersFaulty(List<Fault> faults) ->
          again(id, user, faults(faults), language, model);
      case AdditionsOutcome.PapersMissing(List<Paper> papers) ->
          again(id, user, missing(papers, language), language, model);
      case AdditionsOutcome.SignaturesMissing(List<NeededSigner> missing) ->
          again(id, user, unsigned(missing, language), language, model);
      case AdditionsOutcome.NoSuchDossier none -> throw notFound();
    };
  }

  /** Asked for before anything changes, so that the form can be sent once more by itself. */
  private void requireLevel(UUID id, CurrentUser user, Power power) {
    own.find(new DossierId(id), user, power)
        .map(dossier -> services.get(dossier.service().slug(), dossier.service().version()))
        .map(NeededLevel::of)
        .ifPresent(user::require);
  }

  private static List<FieldError> faultyAddress(AskDelivery.Typed typed) {
    return typed.faults().stream()
        .map(fault -> new FieldError(fault.fieldId(), fault.text()))
        .toList();
  }

  private String again(
      UUID id, CurrentUser user, List<FieldError> errors, Language language, Model model) {
    var dossier = dossierOf(id, user);
    return show(dossier, user, errors, delivery.begin(dossier), language, model);
  }

  private String again(
      UUID id,
      CurrentUser user,
      List<FieldError> errors,
      AskDelivery.Typed typed,
      Language language,
      Model model) {
    return show(dossierOf(id, user), user, errors, typed, language, model);
  }

  private String show(
      Dossier dossier,
      CurrentUser user,
      List<FieldError> errors,
      AskDelivery.Typed typed,
      Language language,
      Model model) {
    model.addAttribute("delivery", delivery.view(dossier, typed, language));
    model.addAttribute("consent", consents.stillAsked(dossier, user));
    model.addAttribute("view", reviews.of(dossier, errors, language));
    model.addAttribute("mayFill", own.may(user, Power.FILE, dossier));
    model.addAttribute("maySign", own.may(user, Power.SIGN, dossier));
    return "dossiers/submitting/review";
  }

  /** Each leads to the row of the review that can be changed. */
  private static List<FieldError> faults(List<Fault> faults) {
    return faults.stream()
        .map(fault -> new FieldError("row-" + fault.questionId(), fault.text()))
        .toList();
  }

  private List<FieldError> missing(List<Paper> papers, Language language) {
    return papers.stream()
        .map(
            paper ->
                new FieldError(
                    "papers",
                    messages.text(
                        language, "dossiers.review.paper_missing", paper.name().in(language))))
        .toList();
  }

  private List<FieldError> unsigned(List<NeededSigner> missing, Language language) {
    return missing.stream()
        .map(signer -> new FieldError("signers", signers.missing(signer, language)))
        .toList();
  }

  private FieldError error(String field, String key, Language language) {
    return new FieldError(field, messages.text(language, key));
  }

  /** Who was invited to some parts has nothing to hand in. */
  private boolean isGuest(UUID id, CurrentUser user) {
    var dossier = new DossierId(id);
    return own.find(dossier, user, Power.SEE).isEmpty()
        && own.findToFill(dossier, user).isPresent();
  }

  /** Whoever fills in checks it, and whoever signs reads what he signs. */
  private Dossier dossierOf(UUID id, CurrentUser user) {
    var dossier = new DossierId(id);
    return own.find(dossier, user, Power.SEE)
        .filter(found -> found.status().draft() && own.may(user, Power.SIGN, found))
        .or(() -> own.find(dossier, user, Power.FILE))
        .orElseThrow(SubmissionController::notFound);
  }

  private static ResponseStatusException notFound() {
    return new ResponseStatusException(HttpStatus.NOT_FOUND);
  }
}
