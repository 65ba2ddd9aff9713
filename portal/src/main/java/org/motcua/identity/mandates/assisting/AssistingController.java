package org.motcua.identity.mandates.assisting;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.UUID;
import org.motcua.identity.CurrentUser;
import org.motcua.identity.LevelOfAssurance;
import org.motcua.identity.codes.CodeWords;
import org.motcua.identity.codes.Codes;
import org.motcua.identity.mandates.acting.ActFor;
import org.motcua.identity.mandates.assisting.AskOutcome.Asked;
import org.motcua.identity.mandates.assisting.AskOutcome.TooManyCodes;
import org.motcua.identity.mandates.assisting.AskOutcome.Wrong;
import org.motcua.identity.mandates.assisting.ConsentOutcome.Consented;
import org.motcua.identity.mandates.assisting.ConsentOutcome.NoSuchRequest;
import org.motcua.identity.mandates.assisting.ConsentOutcome.NotRight;
import org.motcua.identity.mandates.assisting.ConsentOutcome.NumberTaken;
import org.motcua.identity.mandates.assisting.ConsentOutcome.PaperRefused;
import org.motcua.identity.mandates.delegating.Subjects;
import org.motcua.identity.model.Phone;
import org.motcua.organisation.Agency;
import org.motcua.organisation.OfficerId;
import org.motcua.organisation.Organisation;
import org.motcua.organisation.Posts;
import org.motcua.organisation.Role;
import org.motcua.platform.web.Page;
import org.motcua.platform.web.ui.Choice;
import org.motcua.platform.web.ui.FieldErrors;
import org.springframework.http.HttpStatus;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;

/** The counter's pages: whom and what, then the citizen's code. */
@Controller
@RequestMapping("/desk/assisting")
class AssistingController {

  private final AskCitizen askCitizen;
  private final TakeConsent takeConsent;
  private final ActFor actFor;
  private final Subjects subjects;
  private final Posts posts;
  private final Organisation organisation;

  AssistingController(
      AskCitizen askCitizen,
      TakeConsent takeConsent,
      ActFor actFor,
      Subjects subjects,
      Posts posts,
      Organisation organisation) {
    this.askCitizen = askCitizen;
    this.takeConsent = takeConsent;
    this.actFor = actFor;
    this.subjects = subjects;
    this.posts = posts;
    this.organisation = organisation;
  }

  @GetMapping
  String form(
      @RequestParam(defaultValue = "") String said,
      @AuthenticationPrincipal CurrentUser user,
      @ModelAttribute(name = "page", binding = false) Page page,
      Model model) {
    counterOf(user);
    model.addAttribute("ended", said.equals("ended"));
    return form(AssistanceForm.EMPTY, FieldErrors.NONE, false, page, model);
  }

  @PostMapping
  String ask(
      @ModelAttribute AssistanceForm form,
      @AuthenticationPrincipal CurrentUser user,
      @ModelAttribute(name = "page", binding = false) Page page,
      Model model) {
    user.require(LevelOfAssurance.LOA2);
    return switch (askCitizen.ask(form, user, counterOf(user), page)) {
      case Asked(var id) -> "redirect:/desk/assisting/" + id;
      case Wrong(var errors, var newcomer) -> form(form, errors, newcomer, page, model);
      case TooManyCodes none ->
          form(
              form,
              FieldErrors.at("number", page.t("identity.code.tooManySent")),
              false,
              page,
              model);
    };
  }

  @GetMapping("/{id}")
  String consent(
      @PathVariable UUID id,
      @RequestParam(defaultValue = "") String said,
      @AuthenticationPrincipal CurrentUser user,
      @ModelAttribute(name = "page", binding = false) Page page,
      Model model) {
    counterOf(user);
    model.addAttribute(
        "notice", said.equals("sent") ? page.t("identity.assisting.sentAgain") : null);
    return consent(askedBy(user, id), PaperForm.EMPTY, FieldErrors.NONE, model);
  }

  @PostMapping("/{id}/consent")
  String take(
      @PathVariable UUID id,
      @RequestParam(defaultValue = "") String code,
      @ModelAttribute PaperForm form,
      @AuthenticationPrincipal CurrentUser user,
      @ModelAttribute(name = "page", binding = false) Page page,
      HttpServletRequest request,
      HttpServletResponse response,
      Model model) {
    user.require(LevelOfAssurance.LOA2);
    // Read out once: a slip in what the paper says does not cost the citizen another code.
    model.addAttribute("code", code);
    var agency = counterOf(user).id();
    var asked = askedBy(user, id);
    var newcomer = asked.facts().newcomer();
    var errors = form.seen() && newcomer == null ? form.errors(page) : FieldErrors.NONE;
    if (!errors.isEmpty()) return consent(asked, form, errors, model);
    var paper = form.seen() ? form.toPaper(newcomer) : null;
    return switch (takeConsent.take(id, code, paper, user, agency)) {
      case Consented(var mandate, var address) -> {
        actFor.begin(user, mandate.id(), address, request, response);
        yield "redirect:" + address;
      }
      case NotRight(var why) ->
          consent(asked, form, FieldErrors.at("code", CodeWords.of(why, page)), model);
      case PaperRefused(var why) ->
          consent(
              asked,
              form,
              FieldErrors.at("paper", page.t("identity.assisting.paper." + why)),
              model);
      case NumberTaken none ->
          consent(
              asked, form, FieldErrors.at("code", page.t("identity.assisting.numberTaken")), model);
      case NoSuchRequest none -> throw notFound();
    };
  }

  @PostMapping("/{id}/code")
  String sendAgain(
      @PathVariable UUID id,
      @AuthenticationPrincipal CurrentUser user,
      @ModelAttribute(name = "page", binding = false) Page page,
      Model model) {
    counterOf(user);
    var asked = askedBy(user, id);
    return switch (askCitizen.sendAgain(asked, user)) {
      case Codes.Sending.Sent sent -> "redirect:/desk/assisting/" + id + "?said=sent";
      case Codes.Sending.StillServes(var left) ->
          noCode(asked, page.t("identity.code.tooSoon", Math.max(1, left.toSeconds())), model);
      case Codes.Sending.TooMany none -> noCode(asked, page.t("identity.code.tooManySent"), model);
    };
  }

  /** Only who receives at a counter assists there. */
  private Agency counterOf(CurrentUser user) {
    return posts.postsOf(new OfficerId(user.id().value())).stream()
        .filter(post -> post.role() == Role.RECEPTION)
        .findFirst()
        .map(post -> organisation.getAgency(post.agency()))
        .orElseThrow(() -> new AccessDeniedException("No post at a counter"));
  }

  private Assistance askedBy(CurrentUser user, UUID id) {
    return askCitizen.find(id, user).orElseThrow(AssistingController::notFound);
  }

  private String form(
      AssistanceForm form, FieldErrors errors, boolean newcomer, Page page, Model model) {
    model.addAttribute("form", form);
    model.addAttribute("errors", errors);
    model.addAttribute("newcomer", newcomer);
    model.addAttribute(
        "procedures",
        subjects.procedures(page.language()).stream()
            .map(subject -> new Choice(subject.code(), subject.name()))
            .toList());
    if (!model.containsAttribute("ended")) model.addAttribute("ended", false);
    return "identity/mandates/assisting/ask";
  }

  private static String noCode(Assistance asked, String why, Model model) {
    return consent(asked, PaperForm.EMPTY, FieldErrors.at("code", why), model);
  }

  private static String consent(Assistance asked, PaperForm form, FieldErrors errors, Model model) {
    var facts = asked.facts();
    var newcomer = facts.newcomer();
    model.addAttribute("id", asked.id().toString());
    model.addAttribute("phone", new Phone(facts.phone()).masked());
    model.addAttribute("procedure", facts.procedureName());
    model.addAttribute("newcomer", newcomer == null ? null : newcomer.name());
    model.addAttribute("form", form);
    model.addAttribute("errors", errors);
    if (!model.containsAttribute("notice")) model.addAttribute("notice", null);
    if (!model.containsAttribute("code")) model.addAttribute("code", "");
    return "identity/mandates/assisting/consent";
  }

  private static ResponseStatusException notFound() {
    return new ResponseStatusException(HttpStatus.NOT_FOUND);
  }
}
