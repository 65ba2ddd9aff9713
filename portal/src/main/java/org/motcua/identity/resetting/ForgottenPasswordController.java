package org.motcua.identity.resetting;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.motcua.identity.attempts.AttemptCookie;
import org.motcua.identity.attempts.Attempts;
import org.motcua.identity.attempts.Resettings;
import org.motcua.identity.codes.CodeWords;
import org.motcua.identity.codes.Codes.Checked;
import org.motcua.identity.profile.PasswordWords;
import org.motcua.platform.web.Page;
import org.motcua.platform.web.ui.FieldErrors;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/**
 * The name, the code that came to the phone, what else the person can show, a new password. Nothing
 * on these pages tells whether there is such an account, before the code has been typed.
 */
@Controller
@RequestMapping(ForgottenPasswordController.HOME)
class ForgottenPasswordController {

  static final String HOME = "/forgotten-password";
  private static final int LONGEST = 200;

  private final AskReset askReset;
  private final ConfirmReset confirmReset;
  private final SetNewPassword setNewPassword;
  private final Resettings resettings;
  private final Attempts attempts;
  private final AttemptCookie cookie;

  ForgottenPasswordController(
      AskReset askReset,
      ConfirmReset confirmReset,
      SetNewPassword setNewPassword,
      Resettings resettings,
      Attempts attempts,
      AttemptCookie cookie) {
    this.askReset = askReset;
    this.confirmReset = confirmReset;
    this.setNewPassword = setNewPassword;
    this.resettings = resettings;
    this.attempts = attempts;
    this.cookie = cookie;
  }

  @GetMapping
  String ask(HttpServletRequest request, HttpServletResponse response, Model model) {
    cookie.giveIfAbsent(request, response);
    return askPage("", FieldErrors.NONE, null, model);
  }

  @PostMapping
  String begin(
      @RequestParam(defaultValue = "") String name,
      @ModelAttribute(name = "page", binding = false) Page page,
      HttpServletRequest request,
      HttpServletResponse response,
      Model model) {
    if (name.isBlank() || name.length() > LONGEST) {
      return askPage(
          name, FieldErrors.at("name", page.t("identity.signIn.name.missing")), null, model);
    }
    cookie.giveIfAbsent(request, response);
    var browser = attempts.subject(request);
    if (askReset.ask(name, browser, request.getRemoteAddr(), page.language())) {
      return "redirect:" + HOME + "/code";
    }
    response.setStatus(HttpStatus.TOO_MANY_REQUESTS.value());
    return askPage(name, FieldErrors.NONE, page.t("identity.forgotten.tooMany"), model);
  }

  @GetMapping("/code")
  String askCode(
      @RequestParam(required = false) @Nullable String sent,
      @ModelAttribute(name = "page", binding = false) Page page,
      HttpServletRequest request,
      Model model) {
    if (asked(request).isEmpty()) return "redirect:" + HOME;
    var told = sent == null ? null : page.t("identity.forgotten.sentAgain");
    return codePage(null, told, null, model);
  }

  @PostMapping("/code")
  String confirm(
      @RequestParam(defaultValue = "") String code,
      @ModelAttribute(name = "page", binding = false) Page page,
      HttpServletRequest request,
      HttpServletResponse response,
      Model model) {
    var asked = asked(request);
    if (asked.isEmpty()) return "redirect:" + HOME;
    return switch (confirmReset.confirm(asked.get(), code, request, response)) {
      case Checked.Right(), Checked.RightAgain() -> "redirect:" + Resettings.NEW_PASSWORD;
      case Checked why -> codePage(CodeWords.of(why, page), null, null, model);
    };
  }

  @PostMapping("/code/new")
  String sendAgain(
      @ModelAttribute(name = "page", binding = false) Page page,
      HttpServletRequest request,
      HttpServletResponse response,
      Model model) {
    var asked = asked(request);
    if (asked.isEmpty()) return "redirect:" + HOME;
    if (askReset.askAgain(asked.get(), request.getRemoteAddr())) {
      return "redirect:" + HOME + "/code?sent=again";
    }
    response.setStatus(HttpStatus.TOO_MANY_REQUESTS.value());
    return codePage(null, null, page.t("identity.forgotten.tooMany"), model);
  }

  @GetMapping("/new")
  String askPassword(
      @ModelAttribute(name = "page", binding = false) Page page,
      HttpServletRequest request,
      Model model) {
    if (resettings.hasJustFinished(request)) return "redirect:" + HOME + "/done";
    return passwordPage(null, page, request, model);
  }

  @PostMapping("/new")
  String setPassword(
      @RequestParam(defaultValue = "") String password,
      @ModelAttribute(name = "page", binding = false) Page page,
      HttpServletRequest request,
      HttpServletResponse response,
      Model model) {
    return switch (setNewPassword.set(password, request, response)) {
      case SettingOutcome.Set() -> "redirect:" + HOME + "/done";
      case SettingOutcome.NotYet() -> "redirect:" + Resettings.NEW_PASSWORD;
      case SettingOutcome.Refused(var fault) ->
          passwordPage(page.t(PasswordWords.key(fault)), page, request, model);
      case SettingOutcome.TooBusy() -> {
        response.setStatus(HttpStatus.SERVICE_UNAVAILABLE.value());
        yield passwordPage(page.t("identity.signIn.busy"), page, request, model);
      }
    };
  }

  @GetMapping("/done")
  String done() {
    return "identity/resetting/done";
  }

  private Optional<Reset> asked(HttpServletRequest request) {
    return askReset.find(attempts.subject(request));
  }

  private static String askPage(
      String name, FieldErrors errors, @Nullable String refusal, Model model) {
    model.addAttribute("name", name);
    model.addAttribute("errors", errors);
    model.addAttribute("refusal", refusal);
    return "identity/resetting/ask";
  }

  private static String codePage(
      @Nullable String error, @Nullable String told, @Nullable String refusal, Model model) {
    model.addAttribute("errors", FieldErrors.at("code", error));
    model.addAttribute("told", told);
    model.addAttribute("refusal", refusal);
    return "identity/resetting/code";
  }

  /** Whoever has something else to show shows it first. */
  private String passwordPage(
      @Nullable String error, Page page, HttpServletRequest request, Model model) {
    var resetting = resettings.find(request);
    if (resetting.isEmpty()) return "redirect:" + HOME;
    if (!resetting.get().enough()) {
      return "redirect:" + attempts.firstWay(resetting.get().account(), page.language(), request);
    }
    model.addAttribute("errors", FieldErrors.at("password", error));
    return "identity/resetting/password";
  }
}
