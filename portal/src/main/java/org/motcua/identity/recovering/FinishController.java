package org.motcua.identity.recovering;

import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;
import org.motcua.identity.codes.CodeWords;
import org.motcua.identity.codes.Codes.Sending;
import org.motcua.identity.profile.PasswordWords;
import org.motcua.platform.web.Page;
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

/** The link that ends a recovery: a code to the new phone, then a new password. */
@Controller
@RequestMapping("/recover/finish/{token}")
class FinishController {

  private final FinishRecovery finishRecovery;

  FinishController(FinishRecovery finishRecovery) {
    this.finishRecovery = finishRecovery;
  }

  @GetMapping
  String ask(@PathVariable String token, Model model) {
    return page(token, FieldErrors.NONE, null, model);
  }

  @PostMapping("/code")
  String sendCode(
      @PathVariable String token,
      @ModelAttribute(name = "page", binding = false) Page page,
      HttpServletResponse response,
      Model model) {
    var recovery = finishRecovery.find(token);
    if (recovery.isEmpty()) return "identity/recovering/late";
    return switch (finishRecovery.sendCode(recovery.get(), page.language())) {
      case Sending.Sent(), Sending.StillServes _ -> "redirect:/recover/finish/" + token;
      case Sending.TooMany() -> {
        response.setStatus(HttpStatus.TOO_MANY_REQUESTS.value());
        yield page(token, FieldErrors.NONE, page.t("identity.change.tooMany"), model);
      }
    };
  }

  @PostMapping
  String finish(
      @PathVariable String token,
      @RequestParam(defaultValue = "") String code,
      @RequestParam(defaultValue = "") String password,
      @ModelAttribute(name = "page", binding = false) Page page,
      HttpServletResponse response,
      Model model) {
    return switch (finishRecovery.finish(token, code, password)) {
      case FinishOutcome.Finished() -> "redirect:/recover/finished";
      case FinishOutcome.NoLonger() -> "identity/recovering/late";
      case FinishOutcome.PasswordRefused(var fault) ->
          page(token, FieldErrors.at("password", page.t(PasswordWords.key(fault))), null, model);
      case FinishOutcome.CodeRefused(var why) ->
          page(token, FieldErrors.at("code", CodeWords.of(why, page)), null, model);
      case FinishOutcome.TooBusy() -> {
        response.setStatus(HttpStatus.SERVICE_UNAVAILABLE.value());
        yield page(token, FieldErrors.NONE, page.t("identity.signIn.busy"), model);
      }
    };
  }

  private String page(String token, FieldErrors errors, @Nullable String refusal, Model model) {
    var recovery = finishRecovery.find(token);
    if (recovery.isEmpty()) return "identity/recovering/late";
    model.addAttribute("token", token);
    model.addAttribute("phone", recovery.get().phone().masked());
    model.addAttribute("codeSent", finishRecovery.codeSent(recovery.get()));
    model.addAttribute("errors", errors);
    model.addAttribute("refusal", refusal);
    return "identity/recovering/finish";
  }
}
