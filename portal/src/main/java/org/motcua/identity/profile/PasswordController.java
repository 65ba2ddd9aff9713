package org.motcua.identity.profile;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;
import org.motcua.identity.CurrentUser;
import org.motcua.identity.LevelOfAssurance;
import org.motcua.identity.passkeys.RecentPasskey;
import org.motcua.platform.web.Page;
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
  private final RecentPasskey recentPasskey;

  PasswordController(ChangePassword changePassword, RecentPasskey recentPasskey) {
    this.changePassword = changePassword;
    this.recentPasskey = recentPasskey;
  }

  @GetMapping
  String ask(@AuthenticationPrincipal CurrentUser user, HttpServletRequest request, Model model) {
    user.require(LevelOfAssurance.LOA2);
    return page(user, null, null, request, model);
  }

  /** For whom has forgotten the password before: a passkey in its place. */
  @GetMapping("/by-passkey")
  String byPasskey(
      @AuthenticationPrincipal CurrentUser user,
      HttpServletRequest request,
      HttpServletResponse response) {
    return recentPasskey.shownBy(user, request)
        ? "redirect:" + AccountHome.of(user) + "/password"
        : recentPasskey.ask(request, response);
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
    var byPasskey = recentPasskey.shownBy(user, request);
    var outcome =
        changePassword.change(user, current, fresh, byPasskey, request.getSession().getId());
    return switch (outcome) {
      case PasswordOutcome.Changed() -> "redirect:" + AccountHome.of(user) + "?changed=password";
      case PasswordOutcome.CurrentWrong() ->
          page(user, "current", page.t("identity.change.password.currentWrong"), request, model);
      case PasswordOutcome.SameAsBefore() ->
          page(user, "fresh", page.t("identity.change.password.same"), request, model);
      case PasswordOutcome.Refused(var fault) ->
          page(user, "fresh", page.t(PasswordWords.key(fault)), request, model);
      case PasswordOutcome.TooManyTries() -> {
        response.setStatus(HttpStatus.TOO_MANY_REQUESTS.value());
        yield page(
            user, "current", page.t("identity.change.password.tooManyTries"), request, model);
      }
      case PasswordOutcome.TooBusy() -> {
        response.setStatus(HttpStatus.SERVICE_UNAVAILABLE.value());
        yield page(user, "current", page.t("identity.signIn.busy"), request, model);
      }
    };
  }

  private String page(
      CurrentUser user,
      @Nullable String field,
      @Nullable String error,
      HttpServletRequest request,
      Model model) {
    var byPasskey = recentPasskey.shownBy(user, request);
    var asked = changePassword.has(user) && !byPasskey;
    model.addAttribute("address", AccountHome.of(user) + "/password");
    model.addAttribute("asksForCurrent", asked);
    model.addAttribute("byPasskey", byPasskey);
    model.addAttribute("offersPasskey", asked && recentPasskey.canBeShownBy(user));
    model.addAttribute(
        "errors",
        field == null ? FieldErrors.NONE : FieldErrors.at(asked ? field : "fresh", error));
    return "identity/profile/password";
  }
}
