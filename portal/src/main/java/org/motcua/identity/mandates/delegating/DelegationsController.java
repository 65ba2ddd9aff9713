package org.motcua.identity.mandates.delegating;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.motcua.identity.CurrentUser;
import org.motcua.identity.LevelOfAssurance;
import org.motcua.identity.Mandate;
import org.motcua.identity.MandateId;
import org.motcua.identity.MandateKind;
import org.motcua.identity.MandateSubjects.Subject;
import org.motcua.identity.Mandates;
import org.motcua.platform.clock.CountryTime;
import org.motcua.platform.web.Page;
import org.motcua.platform.web.ui.Choice;
import org.motcua.platform.web.ui.FieldError;
import org.motcua.platform.web.ui.FieldErrors;
import org.springframework.http.HttpStatus;
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

/** Who acts for me, for whom I act; offering, accepting, ending. */
@Controller
@RequestMapping("/my/delegations")
class DelegationsController {

  /** What an act just done is told by: {@code ?said=…}. */
  private static final List<String> SAID =
      List.of(
          "ended", "offered", "accepted", "declined", "withdrawn", "revoked", "gone", "meanwhile");

  private final Delegations delegations;
  private final DelegationsViews views;
  private final CheckOffer check;
  private final Subjects subjects;
  private final Mandates mandates;
  private final Clock clock;

  DelegationsController(
      Delegations delegations,
      DelegationsViews views,
      CheckOffer check,
      Subjects subjects,
      Mandates mandates,
      Clock clock) {
    this.delegations = delegations;
    this.views = views;
    this.check = check;
    this.subjects = subjects;
    this.mandates = mandates;
    this.clock = clock;
  }

  @GetMapping
  String both(
      @RequestParam Optional<UUID> held,
      @RequestParam Optional<UUID> given,
      @RequestParam(defaultValue = "") String said,
      @AuthenticationPrincipal CurrentUser user,
      @ModelAttribute(name = "page", binding = false) Page page,
      Model model) {
    model.addAttribute(
        "view",
        views.of(
            user,
            held.map(MandateId::new).orElse(null),
            given.map(MandateId::new).orElse(null),
            page.language()));
    model.addAttribute("said", SAID.contains(said) ? said : "");
    return "identity/mandates/delegating/delegations";
  }

  @GetMapping("/new")
  String form(
      @AuthenticationPrincipal CurrentUser user,
      @ModelAttribute(name = "page", binding = false) Page page,
      Model model) {
    user.require(LevelOfAssurance.LOA2);
    var today = LocalDate.now(clock.withZone(CountryTime.ZONE));
    return form(OfferForm.empty(today), FieldErrors.NONE, user, page, model);
  }

  @PostMapping
  String offer(
      @ModelAttribute OfferForm form,
      @AuthenticationPrincipal CurrentUser user,
      @ModelAttribute(name = "page", binding = false) Page page,
      Model model) {
    user.require(LevelOfAssurance.LOA2);
    return switch (check.check(form, user, page)) {
      case CheckOffer.Checked.Wrong(var errors) -> form(form, errors, user, page, model);
      case CheckOffer.Checked.Right right ->
          delegations.offer(right, user)
              ? told("offered")
              : form(form, tooMany(page), user, page, model);
    };
  }

  @PostMapping("/offers/{id}/acceptance")
  String accept(@PathVariable UUID id, @AuthenticationPrincipal CurrentUser user) {
    user.require(LevelOfAssurance.LOA2);
    return told(delegations.accept(new MandateId(id), user), "accepted");
  }

  @PostMapping("/offers/{id}/refusal")
  String decline(@PathVariable UUID id, @AuthenticationPrincipal CurrentUser user) {
    return told(delegations.decline(new MandateId(id), user), "declined");
  }

  @PostMapping("/offers/{id}/withdrawal")
  String withdraw(@PathVariable UUID id, @AuthenticationPrincipal CurrentUser user) {
    return told(delegations.withdraw(new MandateId(id), user), "withdrawn");
  }

  /** Ending needs no surer sign-in: it only ever makes less possible. */
  @PostMapping("/{id}/revocation")
  String revoke(@PathVariable UUID id, @AuthenticationPrincipal CurrentUser user) {
    var mandate = new MandateId(id);
    var isMembers = mandates.find(mandate).map(Mandate::kind).filter(MandateKind.MEMBER::equals);
    if (isMembers.isPresent() || !mandates.revoke(mandate, user)) {
      throw new ResponseStatusException(HttpStatus.NOT_FOUND);
    }
    return told("revoked");
  }

  private static String told(AnswerOutcome outcome, String done) {
    return switch (outcome) {
      case AnswerOutcome.Done none -> told(done);
      case AnswerOutcome.Gone none -> told("gone");
      case AnswerOutcome.AcceptedMeanwhile none -> told("meanwhile");
    };
  }

  private static String told(String what) {
    return "redirect:/my/delegations?said=" + what;
  }

  private static FieldErrors tooMany(Page page) {
    return new FieldErrors(
        List.of(new FieldError("number", page.t("identity.delegations.wrong.tooMany"))));
  }

  private String form(
      OfferForm form, FieldErrors errors, CurrentUser user, Page page, Model model) {
    model.addAttribute("form", form);
    model.addAttribute("errors", errors);
    model.addAttribute("powers", powers(page));
    model.addAttribute("procedures", choices(subjects.procedures(page.language())));
    model.addAttribute("dossiers", choices(subjects.dossiersOf(user.id(), page.language())));
    return "identity/mandates/delegating/offer";
  }

  private static List<Choice> powers(Page page) {
    return CheckOffer.TO_GIVE.stream()
        .map(
            power ->
                new Choice(
                    power.name(),
                    page.t("identity.delegations.power." + power),
                    page.t("identity.delegations.power." + power + ".hint")))
        .toList();
  }

  private static List<Choice> choices(List<Subject> subjects) {
    return subjects.stream()
        .map(subject -> new Choice(subject.code(), subject.name() + " (" + subject.code() + ")"))
        .toList();
  }
}
