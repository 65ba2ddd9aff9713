package org.motcua.dossiers.together;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.motcua.dossiers.DossierId;
import org.motcua.dossiers.filling.KnownAnswers;
import org.motcua.dossiers.model.Bundle;
import org.motcua.dossiers.model.BundleId;
import org.motcua.dossiers.model.DossierStore;
import org.motcua.dossiers.model.NeededLevel;
import org.motcua.dossiers.submitting.SubmissionOutcome;
import org.motcua.eservices.OnlineServices;
import org.motcua.eservices.ServicePackage;
import org.motcua.eservices.ServicePackages;
import org.motcua.eservices.ServiceSlug;
import org.motcua.forms.Fault;
import org.motcua.forms.FillingContext;
import org.motcua.forms.FormPage;
import org.motcua.forms.Forms;
import org.motcua.forms.Prefill;
import org.motcua.identity.CurrentUser;
import org.motcua.identity.Power;
import org.motcua.platform.web.Language;
import org.motcua.platform.web.Messages;
import org.motcua.platform.web.ui.FieldError;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;

/** Several services applied for together: begun, asked once, handed in, followed. */
@Controller
@RequestMapping("/my/packages")
class TogetherController {

  private final BeginTogether beginTogether;
  private final SaveCommon saveCommon;
  private final ChangeParts changeParts;
  private final SubmitTogether submitTogether;
  private final LetGo letGo;
  private final OwnBundles own;
  private final CommonAnswers common;
  private final SharedFiles files;
  private final BundleViews views;
  private final KnownAnswers knownAnswers;
  private final DossierStore dossiers;
  private final ServicePackages packages;
  private final OnlineServices services;
  private final Forms forms;
  private final TransactionTemplate transaction;
  private final Messages messages;
  private final Clock clock;

  TogetherController(
      BeginTogether beginTogether,
      SaveCommon saveCommon,
      ChangeParts changeParts,
      SubmitTogether submitTogether,
      LetGo letGo,
      OwnBundles own,
      CommonAnswers common,
      SharedFiles files,
      BundleViews views,
      KnownAnswers knownAnswers,
      DossierStore dossiers,
      ServicePackages packages,
      OnlineServices services,
      Forms forms,
      TransactionTemplate transaction,
      Messages messages,
      Clock clock) {
    this.beginTogether = beginTogether;
    this.saveCommon = saveCommon;
    this.changeParts = changeParts;
    this.submitTogether = submitTogether;
    this.letGo = letGo;
    this.own = own;
    this.common = common;
    this.files = files;
    this.views = views;
    this.knownAnswers = knownAnswers;
    this.dossiers = dossiers;
    this.packages = packages;
    this.services = services;
    this.forms = forms;
    this.transaction = transaction;
    this.messages = messages;
    this.clock = clock;
  }

  @PostMapping
  String begin(
      @RequestParam("package") String name,
      @RequestParam(defaultValue = "") Set<String> chosen,
      @RequestParam(defaultValue = "false") boolean another,
      @AuthenticationPrincipal CurrentUser user) {
    var slug = ServiceSlug.parse(name).orElseThrow(TogetherController::notFound);
    packages.find(slug).ifPresent(found -> requireLevel(found, user));
    return switch (beginTogether.begin(user, slug, chosen, another)) {
      case BeginTogether.Outcome.Begun(BundleId id) -> "redirect:/my/packages/" + id;
      case BeginTogether.Outcome.AnotherWaits(BundleId id) ->
          "redirect:/my/packages/" + id + "?waiting";
      case BeginTogether.Outcome.NotForYou none -> "dossiers/filling/not-for-you";
      case BeginTogether.Outcome.NoSuchPackage none -> throw notFound();
    };
  }

  @GetMapping("/{id}")
  String one(
      @PathVariable UUID id,
      @RequestParam Optional<String> waiting,
      @RequestParam Optional<String> sent,
      @AuthenticationPrincipal CurrentUser user,
      Locale locale,
      Model model) {
    var bundle = bundle(id, user, Power.SEE);
    var packaged = own.packageOf(bundle).orElse(null);
    model.addAttribute("view", views.of(bundle, packaged, Language.of(locale)));
    model.addAttribute("waiting", waiting.isPresent());
    model.addAttribute("justSent", sent.isPresent());
    return bundle.sent() ? "dossiers/together/followed" : "dossiers/together/draft";
  }

  @GetMapping("/{id}/pages/{pageId}")
  String page(
      @PathVariable UUID id,
      @PathVariable String pageId,
      @RequestParam(defaultValue = "false") boolean review,
      @AuthenticationPrincipal CurrentUser user,
      Locale locale,
      Model model) {
    var bundle = bundle(id, user, Power.FILE);
    var packaged = own.packageOf(bundle);
    if (bundle.sent() || packaged.isEmpty()) return "redirect:/my/packages/" + id;
    var page = packaged.get().form().findPage(pageId);
    if (page.isEmpty()) return "redirect:/my/packages/" + id;
    return show(bundle, packaged.get(), page.get(), List.of(), review, user, locale, model);
  }

  /**
   * @param later leaves it for another time; what was typed is kept, faults or not
   */
  @PostMapping("/{id}/pages/{pageId}")
  String save(
      @PathVariable UUID id,
      @PathVariable String pageId,
      @RequestParam(defaultValue = "false") boolean review,
      @RequestParam(defaultValue = "false") boolean later,
      @RequestParam MultiValueMap<String, String> submitted,
      @AuthenticationPrincipal CurrentUser user,
      Locale locale,
      Model model) {
    var context = FillingContext.now(clock, Language.of(locale));
    var seen = bundle(id, user, Power.FILE);
    var known =
        own.packageOf(seen)
            .flatMap(
                packaged ->
                    packaged
                        .form()
                        .findPage(pageId)
                        .map(page -> common.offered(seen, packaged, page, user)))
            .orElseGet(Prefill::none);
    return switch (saveCommon.save(seen.id(), user, pageId, submitted, known, context)) {
      case SaveCommon.Outcome.Saved saved when later -> "redirect:/my/dossiers?saved";
      case SaveCommon.Outcome.ShowAgain again when later -> "redirect:/my/dossiers?saved";
      case SaveCommon.Outcome.Saved(var bundle, var packaged, var page) ->
          "redirect:" + next(bundle, packaged, page, review, context);
      case SaveCommon.Outcome.ShowAgain(var bundle, var packaged, var page, var faults) ->
          show(bundle, packaged, page, faults, review, user, locale, model);
      case SaveCommon.Outcome.Closed none -> "redirect:/my/packages/" + id;
      case SaveCommon.Outcome.NoSuchPage none -> "redirect:/my/packages/" + id;
    };
  }

  private static String next(
      Bundle bundle,
      ServicePackage packaged,
      FormPage page,
      boolean review,
      FillingContext context) {
    var here = "/my/packages/" + bundle.id();
    if (review) return here + "/review";
    return packaged
        .form()
        .nextPage(page, bundle.answers(), context.today())
        .map(next -> here + "/pages/" + next.id())
        .orElse(here);
  }

  private String show(
      Bundle bundle,
      ServicePackage packaged,
      FormPage page,
      List<Fault> faults,
      boolean review,
      CurrentUser user,
      Locale locale,
      Model model) {
    var context = FillingContext.now(clock, Language.of(locale));
    var here = "/my/packages/" + bundle.id();
    var pages = packaged.form().reachablePages(bundle.answers(), context.today());
    var known = common.offered(bundle, packaged, page, user);
    model.addAttribute(
        "view",
        new CommonPageView(
            here,
            packaged.name().in(context.language()),
            forms.ask(packaged.form(), page, bundle.answers(), faults, known, context),
            pages.indexOf(page) + 1,
            pages.size(),
            packaged
                .form()
                .previousPage(page, bundle.answers(), context.today())
                .filter(before -> !review)
                .map(before -> here + "/pages/" + before.id())
                .orElse(review ? here + "/review" : here),
            review,
            bundle.changedAt()));
    return "dossiers/together/page";
  }

  @PostMapping("/{id}/parts")
  String choose(
      @PathVariable UUID id,
      @RequestParam(defaultValue = "") Set<String> chosen,
      @AuthenticationPrincipal CurrentUser user) {
    changeParts.choose(new BundleId(id), user, chosen);
    return "redirect:/my/packages/" + id;
  }

  /** What was held is wanted back. */
  @PostMapping("/{id}/parts/{part}/release")
  String release(
      @PathVariable UUID id, @PathVariable UUID part, @AuthenticationPrincipal CurrentUser user) {
    letGo.wished(new BundleId(id), new DossierId(part), user);
    return "redirect:/my/packages/" + id;
  }

  @GetMapping("/{id}/review")
  String review(
      @PathVariable UUID id,
      @AuthenticationPrincipal CurrentUser user,
      Locale locale,
      Model model) {
    var bundle = bundle(id, user, Power.FILE);
    var packaged = own.packageOf(bundle);
    if (bundle.sent() || packaged.isEmpty()) return "redirect:/my/packages/" + id;
    keepLocked(bundle, user);
    transaction.executeWithoutResult(
        status ->
            own.findForUpdate(bundle.id(), user, Power.FILE)
                .filter(found -> !found.sent())
                .ifPresent(
                    found -> {
                      common.spread(found, packaged.get(), user);
                      files.spread(found, packaged.get(), user);
                    }));
    return again(bundle, packaged.get(), List.of(), Language.of(locale), model);
  }

  @PostMapping("/{id}/submission")
  String submit(
      @PathVariable UUID id,
      @RequestParam(defaultValue = "false") boolean declared,
      @AuthenticationPrincipal CurrentUser user,
      Locale locale,
      Model model) {
    var bundle = bundle(id, user, Power.SIGN);
    var packaged = own.packageOf(bundle);
    if (bundle.sent() || packaged.isEmpty()) return "redirect:/my/packages/" + id;
    requireLevel(packaged.get(), user);
    keepLocked(bundle, user);
    var language = Language.of(locale);
    return switch (submitTogether.submit(bundle.id(), user, declared, language)) {
      case SubmitTogether.Outcome.Sent sent -> "redirect:/my/packages/" + id + "?sent";
      case SubmitTogether.Outcome.CommonFaulty(List<Fault> faults) ->
          again(bundle, packaged.get(), ofCommon(faults), language, model);
      case SubmitTogether.Outcome.PartsFaulty(var troubles) ->
          again(bundle, packaged.get(), ofParts(troubles, language), language, model);
      case SubmitTogether.Outcome.NotDeclared none ->
          again(
              bundle,
              packaged.get(),
              List.of(
                  new FieldError(
                      "declared", messages.text(language, "dossiers.review.not_declared"))),
              language,
              model);
      case SubmitTogether.Outcome.NoSuchBundle none -> throw notFound();
    };
  }

  @GetMapping("/{id}/removal")
  String confirmRemoval(
      @PathVariable UUID id,
      @AuthenticationPrincipal CurrentUser user,
      Locale locale,
      Model model) {
    var bundle = bundle(id, user, Power.FILE);
    if (bundle.sent()) return "redirect:/my/packages/" + id;
    model.addAttribute(
        "view", views.of(bundle, own.packageOf(bundle).orElse(null), Language.of(locale)));
    return "dossiers/together/discard";
  }

  @PostMapping("/{id}/removal")
  String remove(@PathVariable UUID id, @AuthenticationPrincipal CurrentUser user) {
    changeParts.discard(new BundleId(id), user);
    return "redirect:/my/dossiers";
  }

  private String again(
      Bundle bundle,
      ServicePackage packaged,
      List<FieldError> errors,
      Language language,
      Model model) {
    model.addAttribute("view", views.review(bundle, packaged, errors, language));
    return "dossiers/together/review";
  }

  /** Each leads to the section of the review in which it can be changed. */
  private static List<FieldError> ofCommon(List<Fault> faults) {
    return faults.stream()
        .map(fault -> new FieldError("section-" + fault.pageId(), fault.text()))
        .toList();
  }

  private List<FieldError> ofParts(List<SubmitTogether.Trouble> troubles, Language language) {
    var errors = new ArrayList<FieldError>();
    for (var trouble : troubles) {
      var field = "part-" + trouble.part().dossier();
      var name = views.nameOf(trouble.part(), language);
      switch (trouble.why()) {
        case SubmissionOutcome.AnswersFaulty(List<Fault> faults) ->
            faults.forEach(fault -> errors.add(error(field, name, fault.text())));
        case SubmissionOutcome.PapersMissing(var papers) ->
            papers.forEach(
                paper ->
                    errors.add(
                        error(
                            field,
                            name,
                            messages.text(
                                language,
                                "dossiers.review.paper_missing",
                                paper.name().in(language)))));
        case SubmissionOutcome.NobodyReceives none ->
            errors.add(
                error(field, name, messages.text(language, "dossiers.review.nobody_receives")));
        case SubmissionOutcome.ConsentMissing none ->
            errors.add(
                error(field, name, messages.text(language, "dossiers.store.consent.missing")));
        default ->
            errors.add(
                error(field, name, messages.text(language, "dossiers.together.not_possible")));
      }
    }
    return errors;
  }

  private static FieldError error(String field, String service, String text) {
    return new FieldError(field, service + ": " + text);
  }

  /** What is vouched for stands in every part, whatever was typed before it was. */
  private void keepLocked(Bundle bundle, CurrentUser user) {
    bundle.parts().stream()
        .flatMap(part -> dossiers.find(part.dossier()).stream())
        .forEach(draft -> knownAnswers.keepLocked(draft, user));
  }

  /** The highest that any of them asks for, before anything changes. */
  private void requireLevel(ServicePackage packaged, CurrentUser user) {
    packaged.members().stream()
        .map(member -> NeededLevel.of(services.get(member.service())))
        .forEach(user::require);
  }

  private Bundle bundle(UUID id, CurrentUser user, Power power) {
    return own.find(new BundleId(id), user, power).orElseThrow(TogetherController::notFound);
  }

  private static ResponseStatusException notFound() {
    return new ResponseStatusException(HttpStatus.NOT_FOUND);
  }
}
