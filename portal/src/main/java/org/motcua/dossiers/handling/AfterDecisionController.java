package org.motcua.dossiers.handling;

import static java.util.Objects.requireNonNull;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.motcua.dossiers.DossierId;
import org.motcua.dossiers.handling.CorrectableAnswers.Checked;
import org.motcua.dossiers.handling.DeskOutcome.GroundMissing;
import org.motcua.dossiers.handling.DeskOutcome.ReasonMissing;
import org.motcua.dossiers.handling.DossierView.DeskAct;
import org.motcua.dossiers.model.Dossier;
import org.motcua.dossiers.model.Revocation;
import org.motcua.dossiers.telling.Looks;
import org.motcua.eservices.OnlineServices;
import org.motcua.forms.Fault;
import org.motcua.identity.CurrentUser;
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

/** What a leader does about a result that was given: sets it right, or takes it back. */
@Controller
@RequestMapping("/desk/dossiers/{id}")
class AfterDecisionController {

  /** Begin with a line, as no question does. */
  static final String REASON = "_reason";

  static final String FORMER = "_former";
  static final String STEP = "_step";

  private final Desk desk;
  private final DeskActs acts;
  private final CorrectableAnswers correctable;
  private final CorrectResult correct;
  private final RevokeResult revoke;
  private final OnlineServices services;
  private final DeskAnswers answers;
  private final Looks looks;
  private final Messages messages;

  AfterDecisionController(
      Desk desk,
      DeskActs acts,
      CorrectableAnswers correctable,
      CorrectResult correct,
      RevokeResult revoke,
      OnlineServices services,
      DeskAnswers answers,
      Looks looks,
      Messages messages) {
    this.desk = desk;
    this.acts = acts;
    this.correctable = correctable;
    this.correct = correct;
    this.revoke = revoke;
    this.services = services;
    this.answers = answers;
    this.looks = looks;
    this.messages = messages;
  }

  @GetMapping("/correction")
  String correction(
      @PathVariable UUID id,
      @AuthenticationPrincipal CurrentUser user,
      Locale locale,
      Model model) {
    var officer = officer(user);
    var dossier = dossierOf(id, officer, DeskAct.CORRECT_RESULT);
    looks.officerOpens(dossier, user, officer.agency());
    var former = requireNonNull(dossier.result()).verificationCode();
    var unchanged = new Checked(dossier.answers(), List.of(), false);
    return form(new Typed(former, "", Map.of()), unchanged, List.of(), dossier, locale, model);
  }

  /**
   * What was typed is looked at first, with all that will change; nothing is kept in between.
   *
   * @param typed with {@code _step}: {@code confirm}, {@code change}, or to be looked at
   */
  @PostMapping("/correction")
  String correct(
      @PathVariable UUID id,
      @RequestParam MultiValueMap<String, String> typed,
      @AuthenticationPrincipal CurrentUser user,
      Locale locale,
      Model model) {
    var language = Language.of(locale);
    var officer = officer(user);
    var dossier = dossierOf(id, officer);
    if (dossier.result() == null)
      return answers.show(notMade(), dossier.id(), officer, language, model);
    var sent = Typed.of(typed);
    var checked = correctable.check(dossier, typed, language);
    var errors = errors(checked, sent, language);
    var step = String.valueOf(typed.getFirst(STEP));
    if (!errors.isEmpty() || checked.more() || step.equals("change")) {
      return form(sent, checked, errors, dossier, locale, model);
    }
    if (!step.equals("confirm")) return review(sent, checked, dossier, locale, model);
    var wanted = new CorrectResult.Wanted(sent.former(), checked.answers(), sent.reason());
    var outcome = correct.order(dossier.id(), officer, wanted);
    return answers.show(outcome, dossier.id(), officer, language, model);
  }

  private static DeskOutcome notMade() {
    return new DeskOutcome.NotMadeYet();
  }

  /** What a leader has typed besides the answers. */
  private record Typed(String former, String reason, Map<String, List<String>> all) {

    static Typed of(MultiValueMap<String, String> sent) {
      var again = new TreeMap<String, List<String>>(sent);
      again.remove(STEP);
      again.remove("_csrf");
      return new Typed(first(sent, FORMER), first(sent, REASON).strip(), again);
    }

    private static String first(MultiValueMap<String, String> sent, String name) {
      var value = sent.getFirst(name);
      return value == null ? "" : value;
    }
  }

  private List<FieldError> errors(Checked checked, Typed typed, Language language) {
    var errors = new ArrayList<FieldError>();
    for (Fault fault : checked.faults()) errors.add(new FieldError(fault.fieldId(), fault.text()));
    if (typed.reason().isEmpty()) {
      var missing = messages.text(language, "dossiers.correction.reason_missing");
      errors.add(new FieldError("reason", missing));
    }
    return errors;
  }

  private String form(
      Typed typed,
      Checked checked,
      List<FieldError> errors,
      Dossier dossier,
      Locale locale,
      Model model) {
    model.addAttribute("view", view(typed, checked, errors, dossier, Language.of(locale)));
    return "dossiers/handling/correction";
  }

  private String review(Typed typed, Checked checked, Dossier dossier, Locale locale, Model model) {
    var view = view(typed, checked, List.of(), dossier, Language.of(locale));
    if (view.changes().isEmpty()) {
      var none = messages.text(Language.of(locale), "dossiers.correction.none");
      return form(typed, checked, List.of(new FieldError("answers", none)), dossier, locale, model);
    }
    model.addAttribute("view", view);
    return "dossiers/handling/correction-review";
  }

  private CorrectionView view(
      Typed typed, Checked checked, List<FieldError> errors, Dossier dossier, Language language) {
    return new CorrectionView(
        dossier,
        serviceName(dossier, language),
        typed.former(),
        correctable.ask(dossier, checked.answers(), checked.faults(), language),
        typed.reason(),
        errors,
        correctable.changes(dossier, checked.answers(), language),
        typed.all());
  }

  @GetMapping("/revocation")
  String revocation(
      @PathVariable UUID id,
      @AuthenticationPrincipal CurrentUser user,
      Locale locale,
      Model model) {
    var dossier = dossierOf(id, officer(user), DeskAct.REVOKE_RESULT);
    return revocation(dossier, new RevokeResult.Wanted(null, "", ""), null, locale, model);
  }

  @PostMapping("/revocation")
  String revoke(
      @PathVariable UUID id,
      @RequestParam(required = false) Revocation.@Nullable Ground ground,
      @RequestParam(defaultValue = "") String law,
      @RequestParam(defaultValue = "") String reason,
      @AuthenticationPrincipal CurrentUser user,
      Locale locale,
      Model model) {
    var officer = officer(user);
    var dossier = dossierOf(id, officer);
    var wanted = new RevokeResult.Wanted(ground, law, reason);
    var outcome = revoke.revoke(dossier.id(), officer, wanted);
    if (outcome instanceof GroundMissing || outcome instanceof ReasonMissing) {
      return revocation(dossier, wanted, outcome, locale, model);
    }
    return answers.show(outcome, dossier.id(), officer, Language.of(locale), model);
  }

  private String revocation(
      Dossier dossier,
      RevokeResult.Wanted typed,
      @Nullable DeskOutcome refusal,
      Locale locale,
      Model model) {
    var language = Language.of(locale);
    var errors = new ArrayList<FieldError>();
    if (refusal != null) {
      if (typed.ground() == null) errors.add(missing("ground", language));
      if (typed.law().isBlank()) errors.add(missing("law", language));
      if (typed.reason().isBlank()) errors.add(missing("reason", language));
    }
    model.addAttribute("dossier", dossier);
    model.addAttribute("service", serviceName(dossier, language));
    model.addAttribute("ground", typed.ground() == null ? "" : typed.ground().name());
    model.addAttribute("law", typed.law());
    model.addAttribute("reason", typed.reason());
    model.addAttribute("errors", errors);
    return "dossiers/handling/revocation";
  }

  private FieldError missing(String field, Language language) {
    return new FieldError(field, messages.text(language, "dossiers.revocation.missing." + field));
  }

  private String serviceName(Dossier dossier, Language language) {
    var service = services.get(dossier.service().slug(), dossier.service().version());
    return service.name().in(language);
  }

  /** With the page for an act that this officer may do now. */
  private Dossier dossierOf(UUID id, DeskOfficer officer, DeskAct act) {
    var dossier = dossierOf(id, officer);
    if (!acts.of(officer, dossier, null).contains(act)) throw notFound();
    return dossier;
  }

  private Dossier dossierOf(UUID id, DeskOfficer officer) {
    return desk.find(new DossierId(id), officer)
        .filter(officer::seesAllOf)
        .orElseThrow(AfterDecisionController::notFound);
  }

  private DeskOfficer officer(CurrentUser user) {
    return desk.officer(user).orElseThrow(AfterDecisionController::notFound);
  }

  private static ResponseStatusException notFound() {
    return new ResponseStatusException(HttpStatus.NOT_FOUND);
  }
}
