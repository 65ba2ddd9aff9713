package org.motcua.identity.signingin;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;
import org.motcua.identity.attempts.Attempts;
import org.motcua.identity.attempts.Registrations;
import org.motcua.identity.codes.CodeWords;
import org.motcua.identity.codes.Codes.Sending;
import org.motcua.identity.codes.Recipient;
import org.motcua.platform.web.Page;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

@Controller
class CodeController {

  private final SignInCodes codes;
  private final ConfirmCode confirmCode;
  private final Attempts attempts;
  private final Registrations registrations;

  CodeController(
      SignInCodes codes, ConfirmCode confirmCode, Attempts attempts, Registrations registrations) {
    this.codes = codes;
    this.confirmCode = confirmCode;
    this.attempts = attempts;
    this.registrations = registrations;
  }

  @GetMapping(SignInCodes.PAGE)
  String show(
      @RequestParam(required = false) @Nullable String sent,
      @ModelAttribute(name = "page", binding = false) Page page,
      HttpServletRequest request,
      Model model) {
    var told = sent == null ? Told.NOTHING : Told.good(page.t("identity.code.sentAgain"));
    return page(model, request, told);
  }

  @PostMapping(SignInCodes.PAGE)
  String confirm(
      @RequestParam(defaultValue = "") String code,
      @ModelAttribute(name = "page", binding = false) Page page,
      HttpServletRequest request,
      HttpServletResponse response,
      Model model) {
    return switch (confirmCode.confirm(code, page.language(), request, response)) {
      case ConfirmOutcome.Confirmed(var destination) -> "redirect:" + destination;
      case ConfirmOutcome.NotConfirmed(var why) ->
          page(model, request, Told.wrong(CodeWords.of(why, page)));
      case ConfirmOutcome.NumberTaken() -> "identity/registering/taken";
      case ConfirmOutcome.NothingWaiting() -> "redirect:/sign-in";
    };
  }

  @PostMapping("/sign-in/code/new")
  String sendAgain(
      @ModelAttribute(name = "page", binding = false) Page page,
      HttpServletRequest request,
      HttpServletResponse response,
      Model model) {
    var attempt = attempts.subject(request);
    if (codes.sentTo(attempt).isEmpty()) return "redirect:/sign-in";
    return switch (codes.sendAgain(attempt, page.language())) {
      case Sending.Sent() -> "redirect:" + SignInCodes.PAGE + "?sent=again";
      case Sending.StillServes(var left) ->
          page(
              model,
              request,
              Told.neutral(page.t("identity.code.tooSoon", Math.max(1, left.toSeconds()))));
      case Sending.TooMany() -> {
        response.setStatus(HttpStatus.TOO_MANY_REQUESTS.value());
        yield page(model, request, Told.neutral(page.t("identity.code.tooManySent")));
      }
    };
  }

  /** What the page has to say besides asking for the code. */
  private record Told(@Nullable String error, @Nullable String notice, @Nullable String success) {

    static final Told NOTHING = new Told(null, null, null);

    static Told wrong(String text) {
      return new Told(text, null, null);
    }

    static Told neutral(String text) {
      return new Told(null, text, null);
    }

    static Told good(String text) {
      return new Told(null, null, text);
    }
  }

  private String page(Model model, HttpServletRequest request, Told told) {
    var sentTo = codes.sentTo(attempts.subject(request)).orElse(null);
    var waiting = attempts.waiting(request).isPresent();
    var registering = registrations.isKept(request);
    if (sentTo == null || !(waiting || registering || attempts.justFinished(request).isPresent())) {
      return "redirect:/sign-in";
    }
    model.addAttribute("recipient", sentTo.masked());
    model.addAttribute("byMail", sentTo instanceof Recipient.ToMailbox);
    model.addAttribute("registering", registering);
    model.addAttribute("error", told.error());
    model.addAttribute("notice", told.notice());
    model.addAttribute("success", told.success());
    return "identity/signingin/code";
  }
}
