package org.motcua.identity.registering;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;
import org.motcua.identity.CurrentUser;
import org.motcua.identity.attempts.AttemptCookie;
import org.motcua.identity.attempts.OpenSession;
import org.motcua.identity.registering.FormCheck.Checked;
import org.motcua.platform.web.Page;
import org.motcua.platform.web.ui.FieldErrors;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

@Controller
class RegistrationController {

  private final FormCheck formCheck;
  private final EnterpriseCheck enterpriseCheck;
  private final Register register;
  private final HomePicker homePicker;
  private final AttemptCookie cookie;

  RegistrationController(
      FormCheck formCheck,
      EnterpriseCheck enterpriseCheck,
      Register register,
      HomePicker homePicker,
      AttemptCookie cookie) {
    this.formCheck = formCheck;
    this.enterpriseCheck = enterpriseCheck;
    this.register = register;
    this.homePicker = homePicker;
    this.cookie = cookie;
  }

  @GetMapping("/register")
  String citizen(
      @AuthenticationPrincipal @Nullable CurrentUser user,
      HttpServletRequest request,
      HttpServletResponse response,
      Model model) {
    if (user != null) return "redirect:" + OpenSession.home(user);
    cookie.giveIfAbsent(request, response);
    return citizenPage(model, CitizenForm.EMPTY, FieldErrors.NONE, null);
  }

  /**
   * @param update set when somebody without JavaScript asks for the next list of units
   */
  @PostMapping("/register")
  String citizen(
      @ModelAttribute("form") CitizenForm form,
      @RequestParam(name = "_update", required = false) @Nullable String update,
      @ModelAttribute(name = "page", binding = false) Page page,
      HttpServletRequest request,
      HttpServletResponse response,
      Model model) {
    if (update != null) return citizenPage(model, form, FieldErrors.NONE, null);
    return switch (formCheck.check(form, page)) {
      case Checked.Wrong(var errors) -> citizenPage(model, form, errors, null);
      case Checked.Right(var applicant) -> {
        var refusal = send(applicant, page, request, response);
        yield refusal == null
            ? "redirect:/sign-in/code"
            : citizenPage(model, form, FieldErrors.NONE, refusal);
      }
    };
  }

  @GetMapping("/register/enterprise")
  String enterprise(
      @AuthenticationPrincipal @Nullable CurrentUser user,
      HttpServletRequest request,
      HttpServletResponse response,
      Model model) {
    if (user != null) return "redirect:" + OpenSession.home(user);
    cookie.giveIfAbsent(request, response);
    return enterprisePage(model, EnterpriseForm.EMPTY, FieldErrors.NONE, null);
  }

  @PostMapping("/register/enterprise")
  String enterprise(
      @ModelAttribute("form") EnterpriseForm form,
      @ModelAttribute(name = "page", binding = false) Page page,
      HttpServletRequest request,
      HttpServletResponse response,
      Model model) {
    return switch (formCheck.check(form, page)) {
      case Checked.Wrong(var errors) -> enterprisePage(model, form, errors, null);
      case Checked.Right(var applicant) ->
          switch (enterpriseCheck.check(applicant, page, request.getRemoteAddr())) {
            case EnterpriseCheck.Known(var enterprise) -> {
              var refusal = send(enterprise, page, request, response);
              yield refusal == null
                  ? "redirect:/sign-in/code"
                  : enterprisePage(model, form, FieldErrors.NONE, refusal);
            }
            case EnterpriseCheck.Wrong(var errors) -> enterprisePage(model, form, errors, null);
            case EnterpriseCheck.NotNow(var status, var why) -> {
              response.setStatus(status.value());
              yield enterprisePage(model, form, FieldErrors.NONE, why);
            }
          };
    };
  }

  /** Null when the code is on its way; else why it is not. */
  private @Nullable String send(
      Applicant applicant, Page page, HttpServletRequest request, HttpServletResponse response) {
    return switch (register.register(applicant, page.language(), request, response)) {
      case RegistrationOutcome.CodeSent() -> null;
      case RegistrationOutcome.TooManyCodes() -> {
        response.setStatus(HttpStatus.TOO_MANY_REQUESTS.value());
        yield page.t("identity.code.tooManySent");
      }
      case RegistrationOutcome.AddressSlowedDown() -> {
        response.setStatus(HttpStatus.TOO_MANY_REQUESTS.value());
        yield page.t("identity.signIn.slowedDown");
      }
      case RegistrationOutcome.TooBusy() -> {
        response.setStatus(HttpStatus.SERVICE_UNAVAILABLE.value());
        yield page.t("identity.signIn.busy");
      }
    };
  }

  private String citizenPage(
      Model model, CitizenForm form, FieldErrors errors, @Nullable String refusal) {
    model.addAttribute("form", form);
    model.addAttribute("home", homePicker.pick(form.home()));
    model.addAttribute("errors", errors);
    model.addAttribute("refusal", refusal);
    return "identity/registering/citizen";
  }

  private static String enterprisePage(
      Model model, EnterpriseForm form, FieldErrors errors, @Nullable String refusal) {
    model.addAttribute("form", form);
    model.addAttribute("errors", errors);
    model.addAttribute("refusal", refusal);
    return "identity/registering/enterprise";
  }
}
