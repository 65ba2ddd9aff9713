package org.motcua.identity.recovering;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.motcua.identity.CurrentUser;
import org.motcua.identity.LevelOfAssurance;
import org.motcua.platform.web.Page;
import org.motcua.platform.web.ui.DateParts;
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

/**
 * Officers look who somebody is. A request is found by the reference that the person says, never in
 * a list of all.
 */
@Controller
@RequestMapping("/desk/recoveries")
class RecoveryDeskController {

  private static final int PAGE = 25;
  private static final String HOME = "/desk/recoveries";

  private final RecoveryOfficers officers;
  private final Recoveries recoveries;
  private final DecideRecovery decideRecovery;

  RecoveryDeskController(
      RecoveryOfficers officers, Recoveries recoveries, DecideRecovery decideRecovery) {
    this.officers = officers;
    this.recoveries = recoveries;
    this.decideRecovery = decideRecovery;
  }

  @GetMapping
  String home(
      @RequestParam(required = false) @Nullable UUID before,
      @AuthenticationPrincipal CurrentUser user,
      @ModelAttribute(name = "page", binding = false) Page page,
      Model model) {
    return home(officer(user), before, "", FieldErrors.NONE, page, model);
  }

  @GetMapping("/search")
  String find(
      @RequestParam(defaultValue = "") String reference,
      @AuthenticationPrincipal CurrentUser user,
      @ModelAttribute(name = "page", binding = false) Page page,
      Model model) {
    var officer = officer(user);
    var found =
        Reference.parse(reference)
            .flatMap(recoveries::find)
            .filter(it -> officer.handles(it.way()));
    if (found.isPresent()) return "redirect:" + HOME + "/" + found.get().reference();
    var errors = FieldErrors.at("reference", page.t("identity.recover.desk.notFound"));
    return home(officer, null, reference.strip(), errors, page, model);
  }

  @GetMapping("/{reference}")
  String show(
      @PathVariable String reference,
      @AuthenticationPrincipal CurrentUser user,
      @ModelAttribute(name = "page", binding = false) Page page,
      Model model) {
    var recovery = recovery(reference, officer(user));
    return show(recovery, "", DateParts.EMPTY, FieldErrors.NONE, page, model);
  }

  @PostMapping("/{reference}/approval")
  String approve(
      @PathVariable String reference,
      @RequestParam(defaultValue = "") String number,
      @ModelAttribute BornForm form,
      @RequestParam(required = false) @Nullable String seen,
      @AuthenticationPrincipal CurrentUser user,
      @ModelAttribute(name = "page", binding = false) Page page,
      Model model) {
    user.require(LevelOfAssurance.LOA2);
    var officer = officer(user);
    var recovery = recovery(reference, officer);
    var errors = errors(recovery, number, form, seen != null, page);
    if (!errors.isEmpty()) return show(recovery, number, form.born(), errors, page, model);
    var told = new Told(number, form.born().toDate().orElse(null), seen != null);
    return switch (decideRecovery.approve(recovery.reference(), told, officer)) {
      case DecisionOutcome.DoesNotFit(var left) when left > 0 -> {
        var again = FieldErrors.at("number", page.t("identity.recover.desk.doesNotFit", left));
        yield show(recovery, number, form.born(), again, page, model);
      }
      case DecisionOutcome.Approved(),
          DecisionOutcome.DoesNotFit _,
          DecisionOutcome.Refused(),
          DecisionOutcome.DecidedAlready() ->
          "redirect:" + HOME + "/" + recovery.reference();
      case DecisionOutcome.NoSuchRequest() -> throw notFound();
    };
  }

  @PostMapping("/{reference}/refusal")
  String refuse(@PathVariable String reference, @AuthenticationPrincipal CurrentUser user) {
    user.require(LevelOfAssurance.LOA2);
    var officer = officer(user);
    var recovery = recovery(reference, officer);
    decideRecovery.refuse(recovery.reference(), officer);
    return "redirect:" + HOME + "/" + recovery.reference();
  }

  private static FieldErrors errors(
      Recovery recovery, String number, BornForm form, boolean seen, Page page) {
    var errors = new ArrayList<FieldError>();
    if (number.isBlank()) {
      errors.add(new FieldError("number", page.t("identity.recover.desk.wrong.number")));
    }
    // An enterprise was not born; its holder at the counter leaves the date empty.
    if (!form.born().isEmpty() && form.born().toDate().isEmpty()) {
      errors.add(new FieldError("born", page.t("identity.register.wrong.born")));
    }
    if (recovery.way() == Way.COUNTER && !seen) {
      errors.add(new FieldError("seen", page.t("identity.recover.desk.wrong.seen")));
    }
    return new FieldErrors(errors);
  }

  private String home(
      RecoveryOfficer officer,
      @Nullable UUID before,
      String reference,
      FieldErrors errors,
      Page page,
      Model model) {
    var found = recoveries.listDecidedAt(officer.agency(), before, PAGE + 1);
    var shown = found.subList(0, Math.min(PAGE, found.size()));
    model.addAttribute("reference", reference);
    model.addAttribute("errors", errors);
    model.addAttribute("decided", shown.stream().map(it -> row(it, page)).toList());
    model.addAttribute("newest", before == null ? null : HOME);
    model.addAttribute(
        "older", found.size() > PAGE ? HOME + "?before=" + shown.getLast().id() : null);
    return "identity/recovering/desk";
  }

  private static List<String> row(Recoveries.Decided decided, Page page) {
    return List.of(
        decided.reference().value(),
        page.t("identity.recover.way." + decided.way()),
        page.t("identity.recover.state." + decided.state()),
        page.dateTime(decided.at()));
  }

  private static String show(
      Recovery recovery,
      String number,
      DateParts born,
      FieldErrors errors,
      Page page,
      Model model) {
    var readyAt = recovery.readyAt();
    model.addAttribute("reference", recovery.reference().value());
    model.addAttribute("way", recovery.way());
    model.addAttribute("state", recovery.state());
    model.addAttribute("typedNumber", recovery.typedNumber());
    model.addAttribute("typedName", recovery.typedName());
    model.addAttribute("phone", recovery.phone().local());
    model.addAttribute("askedAt", recovery.askedAt());
    model.addAttribute("readyAt", readyAt == null ? null : page.dateTime(readyAt));
    model.addAttribute("number", number);
    model.addAttribute("born", born);
    model.addAttribute("errors", errors);
    return "identity/recovering/look";
  }

  private RecoveryOfficer officer(CurrentUser user) {
    return officers.find(user).orElseThrow(() -> new ResponseStatusException(HttpStatus.FORBIDDEN));
  }

  private Recovery recovery(String reference, RecoveryOfficer officer) {
    return Reference.parse(reference)
        .flatMap(recoveries::find)
        .filter(it -> officer.handles(it.way()))
        .orElseThrow(RecoveryDeskController::notFound);
  }

  private static ResponseStatusException notFound() {
    return new ResponseStatusException(HttpStatus.NOT_FOUND);
  }
}
