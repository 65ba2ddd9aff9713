package org.motcua.identity.codes;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.motcua.identity.codes.OneTimeCodes.Resending;
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

  private static final Pattern SEPARATORS = Pattern.compile("[\\s.\\-]+");
  private static final Pattern CODE = Pattern.compile("\\d{6}");

  private final OneTimeCodes codes;
  private final ConfirmCode confirmCode;
  private final OpenSession sessions;
  private final CodeCookie cookie;

  CodeController(
      OneTimeCodes codes, ConfirmCode confirmCode, OpenSession sessions, CodeCookie cookie) {
    this.codes = codes;
    this.confirmCode = confirmCode;
    this.sessions = sessions;
    this.cookie = cookie;
  }

  @GetMapping("/sign-in/code")
  String show(
      @RequestParam(required = false) @Nullable String sent,
      @ModelAttribute(name = "page", binding = false) Page page,
      HttpServletRequest request,
      Model model) {
    var told = sent == null ? Told.NOTHING : Told.good(page.t("identity.code.sentAgain"));
    return page(model, request, told);
  }

  @PostMapping("/sign-in/code")
  String confirm(
      @RequestParam(defaultValue = "") String code,
      @ModelAttribute(name = "page", binding = false) Page page,
      HttpServletRequest request,
      HttpServletResponse response,
      Model model) {
    var token = cookie.read(request);
    if (token == null) return "redirect:/sign-in";
    var typed = SEPARATORS.matcher(code).replaceAll("");
    if (!CODE.matcher(typed).matches()) {
      return page(model, request, Told.wrong(page.t("identity.code.notSixDigits")));
    }
    var outcome =
        confirmCode.confirm(
            token, typed, page.language(), user -> sessions.open(user, request, response));
    return switch (outcome) {
      case ConfirmOutcome.SignedIn(var sessionId, var destination, var byEarlierClick) -> {
        if (byEarlierClick) sessions.rejoin(sessionId, request, response);
        yield "redirect:" + destination;
      }
      case ConfirmOutcome.Wrong(var triesLeft) ->
          page(model, request, Told.wrong(page.t("identity.code.wrong", triesLeft)));
      case ConfirmOutcome.Expired() ->
          page(model, request, Told.wrong(page.t("identity.code.expired")));
      case ConfirmOutcome.TooManyTries() ->
          page(model, request, Told.wrong(page.t("identity.code.tooManyTries")));
      case ConfirmOutcome.NumberTaken() -> "identity/registering/taken";
      case ConfirmOutcome.NothingPending() -> "redirect:/sign-in";
    };
  }

  @PostMapping("/sign-in/code/new")
  String sendAgain(
      @ModelAttribute(name = "page", binding = false) Page page,
      HttpServletRequest request,
      HttpServletResponse response,
      Model model) {
    var token = cookie.read(request);
    if (token == null) return "redirect:/sign-in";
    return switch (codes.sendAgain(token, page.language())) {
      case Resending.Sent() -> "redirect:/sign-in/code?sent=again";
      case Resending.TooSoon(var left) ->
          page(
              model,
              request,
              Told.neutral(page.t("identity.code.tooSoon", Math.max(1, left.toSeconds()))));
      case Resending.TooMany() -> {
        response.setStatus(HttpStatus.TOO_MANY_REQUESTS.value());
        yield page(model, request, Told.neutral(page.t("identity.code.tooManySent")));
      }
      case Resending.NothingPending() -> "redirect:/sign-in";
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
    var token = cookie.read(request);
    var waiting = token == null ? null : codes.waiting(token).orElse(null);
    if (waiting == null) return "redirect:/sign-in";
    model.addAttribute("phone", waiting.phone().masked());
    model.addAttribute("registering", waiting.registering());
    model.addAttribute("error", told.error());
    model.addAttribute("notice", told.notice());
    model.addAttribute("success", told.success());
    return "identity/codes/code";
  }
}
