package org.motcua.dossiers.filling;

import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;
import org.motcua.documents.Examination;
import org.motcua.dossiers.DossierId;
import org.motcua.dossiers.access.OwnDossiers;
import org.motcua.dossiers.filling.DraftOutcome.AnotherWaits;
import org.motcua.dossiers.filling.DraftOutcome.Begun;
import org.motcua.dossiers.filling.DraftOutcome.NoSuchService;
import org.motcua.dossiers.filling.DraftOutcome.NotForYou;
import org.motcua.dossiers.filling.FillingOutcome.Closed;
import org.motcua.dossiers.filling.FillingOutcome.NoSuchPage;
import org.motcua.dossiers.filling.FillingOutcome.Saved;
import org.motcua.dossiers.filling.FillingOutcome.ShowAgain;
import org.motcua.dossiers.model.AdditionRequest;
import org.motcua.dossiers.model.Dossier;
import org.motcua.dossiers.model.DossierStore;
import org.motcua.dossiers.model.NeededLevel;
import org.motcua.eservices.OnlineServices;
import org.motcua.eservices.ServiceSlug;
import org.motcua.forms.Fault;
import org.motcua.forms.FillingContext;
import org.motcua.forms.FormPage;
import org.motcua.forms.Forms;
import org.motcua.identity.CurrentUser;
import org.motcua.identity.Power;
import org.motcua.platform.web.Language;
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
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.server.ResponseStatusException;

/** A draft is begun and filled in, one page of its form at a time. */
@Controller
@RequestMapping("/my/dossiers")
class FillingController {

  /** Names the question whose file is taken out of the store. */
  private static final String FROM_PAPERS = "_papers";

  private static final Pattern QUESTION = Pattern.compile("[A-Za-z][\\w.-]{0,100}");

  private final BeginDraft beginDraft;
  private final SavePage savePage;
  private final DossierStore dossiers;
  private final OwnDossiers own;
  private final OnlineServices services;
  private final Forms forms;
  private final KnownFacts knownFacts;
  private final AnswerFiles answerFiles;
  private final Clock clock;

  FillingController(
      BeginDraft beginDraft,
      SavePage savePage,
      DossierStore dossiers,
      OwnDossiers own,
      OnlineServices services,
      Forms forms,
      KnownFacts knownFacts,
      AnswerFiles answerFiles,
      Clock clock) {
    this.beginDraft = beginDraft;
    this.savePage = savePage;
    this.dossiers = dossiers;
    this.own = own;
    this.services = services;
    this.forms = forms;
    this.knownFacts = knownFacts;
    this.answerFiles = answerFiles;
    this.clock = clock;
  }

  @PostMapping
  String begin(
      @RequestParam String service,
      @RequestParam(defaultValue = "false") boolean another,
      @AuthenticationPrincipal CurrentUser user,
      Locale locale,
      Model model) {
    var slug = ServiceSlug.parse(service).orElseThrow(FillingController::notFound);
    services.find(slug).map(NeededLevel::of).ifPresent(user::require);
    return switch (beginDraft.begin(user, slug, another)) {
      case Begun(DossierId id) -> "redirect:/my/dossiers/" + id;
      case AnotherWaits(Dossier draft) -> {
        model.addAttribute("draft", draft);
        model.addAttribute("service", services.get(slug).name().in(Language.of(locale)));
        yield "dossiers/filling/another-waits";
      }
      case NotForYou none -> "dossiers/filling/not-for-you";
      case NoSuchService none -> throw notFound();
    };
  }

  @GetMapping("/{id}/pages/{pageId}")
  String page(
      @PathVariable UUID id,
      @PathVariable String pageId,
      @RequestParam(defaultValue = "false") boolean review,
      @AuthenticationPrincipal CurrentUser user,
      Locale locale,
      Model model) {
    var dossier = openDossier(id, user);
    if (!dossier.open()) return "redirect:/my/dossiers/" + id;
    return show(dossier, pageOf(dossier, pageId), List.of(), review, user, locale, model);
  }

  /**
   * @param review the applicant came from the review, and goes back there
   * @param later leaves it for another time; what was typed is kept, faults or not
   */
  @PostMapping("/{id}/pages/{pageId}")
  String save(
      @PathVariable UUID id,
      @PathVariable String pageId,
      @RequestParam(defaultValue = "false") boolean review,
      @RequestParam(defaultValue = "false") boolean later,
      @RequestParam MultiValueMap<String, String> submitted,
      @RequestParam MultiValueMap<String, MultipartFile> files,
      @AuthenticationPrincipal CurrentUser user,
      Locale locale,
      Model model) {
    var context = FillingContext.now(clock, Language.of(locale));
    var examined =
        files.isEmpty()
            ? Map.<String, Examination>of()
            : answerFiles.examine(pageOf(openDossier(id, user), pageId), files, user);
    var outcome = savePage.save(new DossierId(id), user, pageId, submitted, examined, context);
    var row = rowAddress(id, pageId, review, submitted);
    if (row.isPresent() && !(outcome instanceof NoSuchPage)) return "redirect:" + row.get();
    return switch (outcome) {
      case Saved(Dossier dossier, FormPage page) ->
          "redirect:" + (later ? "/my/dossiers?saved" : next(dossier, page, review, context));
      case ShowAgain(Dossier dossier, FormPage page, List<Fault> faults) ->
          later
              ? "redirect:/my/dossiers?saved"
              : show(dossier, page, faults, review, user, locale, model);
      case Closed(Dossier dossier) -> "redirect:/my/dossiers/" + id;
      case NoSuchPage none -> throw notFound();
    };
  }

  /** Where a button of a table or file leads; what was typed beside it is kept, faults or not. */
  private static Optional<String> rowAddress(
      UUID id, String pageId, boolean review, MultiValueMap<String, String> submitted) {
    var page = "/my/dossiers/" + id + "/pages/" + pageId;
    var query = review ? "?review=true" : "";
    return RowPlace.of(submitted.getFirst(RowPlace.OPEN))
        .map(row -> page + "/rows/" + row.question() + "/" + row.row() + query)
        .or(
            () ->
                RowPlace.of(submitted.getFirst(RowPlace.REMOVE))
                    .map(row -> page + query + "#" + row.question()))
        .or(
            () ->
                Optional.ofNullable(submitted.getFirst(FROM_PAPERS))
                    .filter(question -> QUESTION.matcher(question).matches())
                    .map(question -> "/my/dossiers/" + id + "/taking/" + question));
  }

  private String next(Dossier dossier, FormPage page, boolean review, FillingContext context) {
    var here = "/my/dossiers/" + dossier.id();
    if (review) return here + "/review";
    return services
        .get(dossier.service().slug(), dossier.service().version())
        .form()
        .nextPage(page, dossier.answers(), context.today())
        .map(next -> here + "/pages/" + next.id())
        .orElse(here + "/papers");
  }

  private String show(
      Dossier dossier,
      FormPage page,
      List<Fault> faults,
      boolean review,
      CurrentUser user,
      Locale locale,
      Model model) {
    var context = FillingContext.now(clock, Language.of(locale));
    var service = services.get(dossier.service().slug(), dossier.service().version());
    var form = service.form();
    var pages = form.reachablePages(dossier.answers(), context.today());
    var back =
        form.previousPage(page, dossier.answers(), context.today())
            .map(before -> "/my/dossiers/" + dossier.id() + "/pages/" + before.id())
            .orElse("/my/dossiers/" + dossier.id());
    model.addAttribute(
        "view",
        new PageView(
            dossier,
            service.name().in(context.language()),
            forms.ask(form, page, dossier.answers(), faults, knownFacts.of(user.id()), context),
            pages.indexOf(page) + 1,
            pages.size(),
            review ? "/my/dossiers/" + dossier.id() + "/review" : back,
            pointsAbout(page, dossier),
            review));
    return "dossiers/filling/page";
  }

  private List<String> pointsAbout(FormPage page, Dossier dossier) {
    return dossiers.findOpenRequest(dossier.id()).map(AdditionRequest::points).stream()
        .flatMap(List::stream)
        .filter(point -> page.questions().stream().anyMatch(q -> point.aboutQuestion(q.id())))
        .map(AdditionRequest.Point::text)
        .toList();
  }

  private FormPage pageOf(Dossier dossier, String id) {
    return services
        .get(dossier.service().slug(), dossier.service().version())
        .form()
        .findPage(id)
        .orElseThrow(FillingController::notFound);
  }

  private Dossier openDossier(UUID id, CurrentUser user) {
    return own.find(new DossierId(id), user, Power.FILE).orElseThrow(FillingController::notFound);
  }

  private static ResponseStatusException notFound() {
    return new ResponseStatusException(HttpStatus.NOT_FOUND);
  }
}
