package org.motcua.identity.profile;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.motcua.identity.CurrentUser;
import org.motcua.identity.LevelOfAssurance;
import org.motcua.platform.web.Page;
import org.motcua.platform.web.ui.FieldError;
import org.motcua.platform.web.ui.FieldErrors;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

@Controller
@RequestMapping({AccountHome.MINE + "/password", AccountHome.OFFICERS + "/password"})
class PasswordController {

  private final ChangePassword changePassword;

  PasswordController(ChangePassword changePassword) {
    this.changePassword = changePassword;
  }

  @GetMapping
  String ask(@AuthenticationPrincipal CurrentUser user, Model model) {
    user.require(LevelOfAssurance.LOA2);
    return page(user, null, null, model);
  }

  @PostMapping
  String change(
      @RequestParam(defaultValue = "") String current,
      @RequestParam(defaultValue = "") String fresh,
      @AuthenticationPrincipal CurrentUser user,
      @ModelAttribute(name = "page", binding = false) Page page,
      HttpServletRequest request,
      HttpServletResponse response,
      Model model) {
    user.require(LevelOfAssurance.LOA2);
    var outcome = changePassword.change(user, current, fresh, request.getSession().getId());
    return switch (outcome) {
      case PasswordOutcome.Changed() -> "redirect:" + AccountHome.of(user) + "?changed=password";
      case PasswordOutcome.CurrentWrong() ->
          page(user, "current", page.t("identity.change.password.currentWrong"), model);
      case PasswordOutcome.SameAsBefore() ->
          page(user, "fresh", page.t("identity.change.password.same"), model);
      case PasswordOutcome.Refused(var fault) ->
          page(user, "fresh", page.t(PasswordWords.key(fault)), model);
      case PasswordOutcome.TooManyTries() -> {
        response.setStatus(HttpStatus.TOO_MANY_REQUESTS.value());
        yield page(user, "current", page.t("identity.change.password.tooManyTries"), model);
      }
      case PasswordOutcome.TooBusy() -> {
        response.setStatus(HttpStatus.SERVICE_UNAVAILABLE.value());
        yield page(user, "current", page.t("identity.signIn.busy"), model);
      }
    };
  }

  private String page(
      CurrentUser user, @Nullable String field, @Nullable String error, Model model) {
    model.addAttribute("address", AccountHome.of(user) + "/password");
    model.addAttribute("has", changePassword.has(user));
    model.addAttribute(
        "errors",
        field == null || error == null
            ? FieldErrors.NONE
            : new FieldErrors(List.of(new FieldError(field, error))));
    return "identity/profile/password";
  }
}
