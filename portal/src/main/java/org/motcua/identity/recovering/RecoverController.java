package org.motcua.identity.recovering;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.ArrayList;
import org.jspecify.annotations.Nullable;
import org.motcua.identity.model.Phone;
import org.motcua.platform.web.Page;
import org.motcua.platform.web.ui.FieldError;
import org.motcua.platform.web.ui.FieldErrors;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Where somebody begins who cannot sign in any more, and where the holder stops a stranger. */
@Controller
@RequestMapping("/recover")
class RecoverController {

  private static final int LONGEST = 200;

  private final AskRecovery askRecovery;
  private final Recoveries recoveries;
  private final StopRecovery stopRecovery;
  private final RecoveryTerms terms;

  RecoverController(
      AskRecovery askRecovery,
      Recoveries recoveries,
      StopRecovery stopRecovery,
      RecoveryTerms terms) {
    this.askRecovery = askRecovery;
    this.recoveries = recoveries;
    this.stopRecovery = stopRecovery;
    this.terms = terms;
  }

  @GetMapping
  String ask(Model model) {
    return form(RecoverForm.EMPTY, FieldErrors.NONE, null, model);
  }

  @PostMapping
  String begin(
      @ModelAttribute("form") RecoverForm form,
      @ModelAttribute(name = "page", binding = false) Page page,
      HttpServletRequest request,
      HttpServletResponse response,
      Model model) {
    var errors = errors(form, page);
    var phone = Phone.parse(form.phone());
    var way = form.chosenWay();
    if (!errors.isEmpty() || phone.isEmpty() || way == null) {
      return form(form, errors, null, model);
    }
    return askRecovery
        .ask(
            form.number(),
            form.fullName(),
            phone.get(),
            way,
            request.getRemoteAddr(),
            page.language())
        .map(reference -> "redirect:/recover/asked/" + reference + "?way=" + way)
        .orElseGet(
            () -> {
              response.setStatus(HttpStatus.TOO_MANY_REQUESTS.value());
              return form(form, FieldErrors.NONE, page.t("identity.recover.tooMany"), model);
            });
  }

  /** Says the same to everybody: nothing here depends on whether there is such an account. */
  @GetMapping("/asked/{reference}")
  String asked(@PathVariable String reference, @RequestParam Way way, Model model) {
    var known = Reference.parse(reference);
    if (known.isEmpty()) return "redirect:/recover";
    model.addAttribute("reference", known.get().value());
    model.addAttribute("way", way);
    model.addAttribute("delay", terms.delay(way));
    model.addAttribute("days", RecoveryTerms.TO_BE_DECIDED.toDays());
    return "identity/recovering/asked";
  }

  @GetMapping("/stop/{token}")
  String askStop(@PathVariable String token, Model model) {
    var found = recoveries.findByStop(token);
    if (found.filter(it -> it.is(RecoveryState.APPROVED)).isEmpty()) {
      var stopped = found.filter(it -> it.is(RecoveryState.STOPPED)).isPresent();
      return stopped(stopped ? "done" : "late", model);
    }
    model.addAttribute("token", token);
    model.addAttribute("way", found.get().way());
    return "identity/recovering/stop";
  }

  @PostMapping("/stop/{token}")
  String stop(@PathVariable String token, Model model) {
    return stopped(stopRecovery.stop(token) ? "done" : "late", model);
  }

  private static String stopped(String what, Model model) {
    model.addAttribute("what", what);
    return "identity/recovering/stopped";
  }

  private static FieldErrors errors(RecoverForm form, Page page) {
    var errors = new ArrayList<FieldError>();
    if (form.number().isBlank() || form.number().length() > LONGEST) {
      errors.add(new FieldError("number", page.t("identity.recover.wrong.number")));
    }
    if (form.fullName().isBlank() || form.fullName().length() > LONGEST) {
      errors.add(new FieldError("fullName", page.t("identity.recover.wrong.fullName")));
    }
    if (Phone.parse(form.phone()).isEmpty()) {
      errors.add(new FieldError("phone", page.t("identity.register.wrong.phone")));
    }
    if (form.chosenWay() == null) {
      errors.add(new FieldError("way", page.t("identity.recover.wrong.way")));
    }
    return new FieldErrors(errors);
  }

  private String form(RecoverForm form, FieldErrors errors, @Nullable String refusal, Model model) {
    model.addAttribute("form", form);
    model.addAttribute("delay", terms.delay(Way.HOTLINE));
    model.addAttribute("errors", errors);
    model.addAttribute("refusal", refusal);
    return "identity/recovering/ask";
  }
}
