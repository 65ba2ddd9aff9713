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
import org.motcua.dossiers.access.Changeable;
import org.motcua.dossiers.access.Changeables;
import org.motcua.dossiers.filling.DraftOutcome.AnotherWaits;
import org.motcua.dossiers.filling.DraftOutcome.Begun;
import org.motcua.dossiers.filling.DraftOutcome.NoSuchService;
import org.motcua.dossiers.filling.DraftOutcome.NotForYou;
import org.motcua.dossiers.filling.FillingOutcome.Closed;
import org.motcua.dossiers.filling.FillingOutcome.NoSuchPage;
import org.motcua.dossiers.filling.FillingOutcome.Saved;
import org.motcua.dossiers.filling.FillingOutcome.ShowAgain;
import org.motcua.dossiers.model.AdditionRequest;
import org.motcua.dossiers.model.Binding;
import org.motcua.dossiers.model.Dossier;
import org.motcua.dossiers.model.DossierStore;
import org.motcua.dossiers.model.NeededLevel;
import org.motcua.eservices.OnlineServices;
import org.motcua.eservices.ServiceSlug;
import org.motcua.forms.Fault;
import org.motcua.forms.FillingContext;
import org.motcua.forms.Flow;
import org.motcua.forms.FormPage;
import org.motcua.forms.Forms;
import org.motcua.forms.Prefill;
import org.motcua.identity.CurrentUser;
import org.motcua.platform.web.Language;
import org.motcua.platform.web.Messages;
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
  private final DraftsInHand drafts;
  private final FormerPages formerPages;
  private final OnlineServices services;
  private final Forms forms;
  private final KnownAnswers knownAnswers;
  private final Awaiting awaiting;
  private final AnswerFiles answerFiles;
  private final Changeables changeables;
  private final Messages messages;
  private final Clock clock;

  FillingController(
      BeginDraft beginDraft,
      SavePage savePage,
      DossierStore dossiers,
      DraftsInHand drafts,
      FormerPages formerPages,
      OnlineServices services,
      Forms forms,
      KnownAnswers knownAnswers,
      Awaiting awaiting,
      AnswerFiles answerFiles,
      Changeables changeables,
      Messages messages,
      Clock clock) {
    this.beginDraft = beginDraft;
    this.savePage = savePage;
    this.dossiers = dossiers;
    this.drafts = drafts;
    this.formerPages = formerPages;
    this.services = services;
    this.forms = forms;
    this.knownAnswers = knownAnswers;
    this.awaiting = awaiting;
    this.answerFiles = answerFiles;
    this.changeables = changeables;
    this.messages = messages;
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
      @RequestParam(defaultValue = "") String refused,
      @AuthenticationPrincipal CurrentUser user,
      Locale locale,
      Model model) {
    var draft = draft(id, user);
    if (!draft.open()) return "redirect:/my/dossiers/" + id;
    var page = draft.findPage(pageId).orElse(null);
    if (page == null) return formerPage(id);
    var begun = knownAnswers.open(draft.dossier(), page, user);
    var faults = notAsked(page, refused, Language.of(locale));
    return show(draft.with(begun.dossier()), page, faults, review, begun.known(), locale, model);
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
    var seen = draft(id, user);
    var seenPage = seen.findPage(pageId).orElse(null);
    if (seenPage == null) return keepOfFormerPage(id, user, submitted, context);
    var examined =
        files.isEmpty()
            ? Map.<String, Examination>of()
            : answerFiles.examine(seenPage, files, user);
    var known = knownAnswers.of(seen.dossier(), seenPage, user);
    var outcome =
        savePage.save(new DossierId(id), user, pageId, submitted, examined, known, context);
    var row = rowAddress(id, pageId, review, submitted, changeables.of(seen.dossier()));
    if (row.isPresent() && !(outcome instanceof NoSuchPage)) return "redirect:" + row.get();
    return switch (outcome) {
      case FillingOutcome.Kept kept when later -> "redirect:/my/dossiers?saved";
      case Saved(Dossier dossier, FormPage page) ->
          "redirect:" + next(seen.with(dossier), page, review, context);
      case ShowAgain(Dossier dossier, FormPage page, List<Fault> faults) ->
          show(seen.with(dossier), page, faults, review, known, locale, model);
      case Closed(Dossier dossier) -> "redirect:/my/dossiers/" + id;
      case NoSuchPage none -> keepOfFormerPage(id, user, submitted, context);
    };
  }

  private String keepOfFormerPage(
      UUID id, CurrentUser user, MultiValueMap<String, String> submitted, FillingContext context) {
    if (!formerPages.keep(new DossierId(id), user, submitted, context)) throw notFound();
    return "redirect:/my/dossiers/" + id;
  }

  private String formerPage(UUID id) {
    if (!formerPages.mayHaveBeen(new DossierId(id))) throw notFound();
    return "redirect:/my/dossiers/" + id;
  }

  /** Where a button of a table or file leads; what was typed beside it is kept, faults or not. */
  private static Optional<String> rowAddress(
      UUID id,
      String pageId,
      boolean review,
      MultiValueMap<String, String> submitted,
      Changeable changeable) {
    var page = "/my/dossiers/" + id + "/pages/" + pageId;
    var query = review ? "?review=true" : "";
    var removed = RowPlace.of(submitted.getFirst(RowPlace.REMOVE)).map(RowPlace::question);
    if (removed.isPresent() && !changeable.question(removed.get())) {
      return Optional.of(page + "?refused=" + removed.get() + "#" + removed.get());
    }
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

  private String next(DraftInHand draft, FormPage page, boolean review, FillingContext context) {
    var here = "/my/dossiers/" + draft.dossier().id();
    if (review || changeables.of(draft.dossier()).limited()) return here + "/review";
    var all = draft.form().pages();
    return pages(draft, context).stream()
        .filter(other -> all.indexOf(other) > all.indexOf(page))
        .findFirst()
        .map(next -> here + "/pages/" + next.id())
        .orElse(
            draft.opened().share().fillsPapers() && draft.dossier().binding() == Binding.ALONE
                ? here + "/papers"
                : here);
  }

  private String before(DraftInHand draft, FormPage page, FillingContext context) {
    var here = "/my/dossiers/" + draft.dossier().id();
    var all = draft.form().pages();
    return pages(draft, context).reversed().stream()
        .filter(other -> all.indexOf(other) < all.indexOf(page))
        .findFirst()
        .map(before -> here + "/pages/" + before.id())
        .orElse(here);
  }

  /**
   * Those that these answers lead to, as far as they are this person's to fill in, and not answered
   * together with other dossiers.
   */
  private List<FormPage> pages(DraftInHand draft, FillingContext context) {
    var elsewhere = awaiting.answeredElsewhere(draft.dossier());
    var situation = draft.form().situation(draft.dossier().answers(), context.today());
    return draft.form().reachablePages(draft.dossier().answers(), context.today()).stream()
        .filter(draft.opened().share()::fills)
        .filter(
            page ->
                elsewhere.isEmpty() || !Flow.left(page, situation, elsewhere::contains).isEmpty())
        .toList();
  }

  private String show(
      DraftInHand draft,
      FormPage page,
      List<Fault> faults,
      boolean review,
      Prefill known,
      Locale locale,
      Model model) {
    var context = FillingContext.now(clock, Language.of(locale));
    var dossier = draft.dossier();
    var service = services.get(dossier.service().slug(), dossier.service().version());
    var pages = pages(draft, context);
    var changeable = changeables.of(dossier);
    var standing = known.fixing(changeable.fixedQuestions());
    model.addAttribute(
        "view",
        new PageView(
            dossier,
            service.name().in(context.language()),
            forms.ask(draft.form(), page, dossier.answers(), faults, standing, context),
            pages.indexOf(page) + 1,
            pages.size(),
            review || changeable.limited()
                ? "/my/dossiers/" + dossier.id() + "/review"
                : before(draft, page, context),
            pointsAbout(page, dossier),
            review,
            changeable.limited(),
            draft.opened().share().guest(),
            awaiting.together(dossier).map(bundle -> "/my/packages/" + bundle.id()).orElse(null)));
    return "dossiers/filling/page";
  }

  /** What an old page wanted to change, and stays. */
  private List<Fault> notAsked(FormPage page, String question, Language language) {
    return page.questions().stream()
        .filter(each -> each.id().equals(question))
        .map(each -> messages.text(language, "forms.fault.not_asked", each.name().in(language)))
        .map(text -> new Fault(page.id(), question, question, text))
        .toList();
  }

  private List<String> pointsAbout(FormPage page, Dossier dossier) {
    return dossiers.findOpenRequest(dossier.id()).map(AdditionRequest::points).stream()
        .flatMap(List::stream)
        .filter(point -> page.questions().stream().anyMatch(q -> point.aboutQuestion(q.id())))
        .map(AdditionRequest.Point::text)
        .toList();
  }

  private DraftInHand draft(UUID id, CurrentUser user) {
    return drafts.find(new DossierId(id), user).orElseThrow(FillingController::notFound);
  }

  private static ResponseStatusException notFound() {
    return new ResponseStatusException(HttpStatus.NOT_FOUND);
  }
}
