package org.motcua.identity.authenticator;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.motcua.identity.CurrentUser;
import org.motcua.identity.LevelOfAssurance;
import org.motcua.identity.authenticator.EnrolAuthenticator.Confirmed;
import org.motcua.identity.stepup.FreshProof;
import org.motcua.platform.web.Page;
import org.motcua.platform.web.ui.QrDrawing;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The authenticator app of whoever is signed in. */
@Controller
@RequestMapping({"/my/account/authenticator", "/desk/account/authenticator"})
class AuthenticatorController {

  private final AuthenticatorApps apps;
  private final Enrolments enrolments;
  private final RecoveryCodes recoveryCodes;
  private final EnrolAuthenticator enrolAuthenticator;
  private final FreshProof freshProof;

  AuthenticatorController(
      AuthenticatorApps apps,
      Enrolments enrolments,
      RecoveryCodes recoveryCodes,
      EnrolAuthenticator enrolAuthenticator,
      FreshProof freshProof) {
    this.apps = apps;
    this.enrolments = enrolments;
    this.recoveryCodes = recoveryCodes;
    this.enrolAuthenticator = enrolAuthenticator;
    this.freshProof = freshProof;
  }

  @GetMapping
  String show(
      @AuthenticationPrincipal CurrentUser user,
      @RequestParam(required = false) @Nullable String removed,
      Model model) {
    user.require(LevelOfAssurance.LOA2);
    model.addAttribute("app", apps.find(user.id()).orElse(null));
    model.addAttribute("codesLeft", recoveryCodes.left(user.id()));
    model.addAttribute("removed", removed != null);
    model.addAttribute("home", home(user));
    return "identity/authenticator/app";
  }

  @PostMapping("/enrolment")
  String begin(@AuthenticationPrincipal CurrentUser user, HttpServletRequest request) {
    freshProof.require(user, request);
    enrolments.begin(user.id());
    return "redirect:" + home(user) + "/enrolment";
  }

  @GetMapping("/enrolment")
  String showSecret(@AuthenticationPrincipal CurrentUser user, Model model) {
    user.require(LevelOfAssurance.LOA2);
    return secretPage(user, model, null);
  }

  @PostMapping("/enrolment/confirmation")
  String confirm(
      @AuthenticationPrincipal CurrentUser user,
      @RequestParam(defaultValue = "") String code,
      @ModelAttribute(name = "page", binding = false) Page page,
      Model model) {
    user.require(LevelOfAssurance.LOA2);
    var digits = TypedCode.digits(code);
    if (!TypedCode.isCode(digits)) {
      return secretPage(user, model, page.t("identity.authenticator.enrol.form"));
    }
    return switch (enrolAuthenticator.confirm(user, digits)) {
      case Confirmed.Enrolled(var fresh) -> codesPage(user, model, fresh, true);
      case Confirmed.Wrong() ->
          secretPage(user, model, page.t("identity.authenticator.enrol.wrong"));
      case Confirmed.NothingBegun() -> "redirect:" + home(user);
    };
  }

  @PostMapping("/recovery-codes")
  String makeRecoveryCodes(
      @AuthenticationPrincipal CurrentUser user, HttpServletRequest request, Model model) {
    freshProof.require(user, request);
    var fresh = enrolAuthenticator.newRecoveryCodes(user);
    return fresh.isEmpty() ? "redirect:" + home(user) : codesPage(user, model, fresh, false);
  }

  /** Whoever reads the page of codes once more, or comes back to it, finds how many are left. */
  @GetMapping({"/enrolment/confirmation", "/recovery-codes"})
  String shownOnce(@AuthenticationPrincipal CurrentUser user) {
    return "redirect:" + home(user);
  }

  @GetMapping("/removal")
  String askBeforeRemoving(@AuthenticationPrincipal CurrentUser user, Model model) {
    user.require(LevelOfAssurance.LOA2);
    model.addAttribute("home", home(user));
    return "identity/authenticator/removal";
  }

  @PostMapping("/removal")
  String remove(@AuthenticationPrincipal CurrentUser user, HttpServletRequest request) {
    freshProof.require(user, request);
    enrolAuthenticator.remove(user);
    return "redirect:" + home(user) + "?removed=1";
  }

  private String secretPage(CurrentUser user, Model model, @Nullable String error) {
    var secret = enrolments.find(user.id());
    if (secret.isEmpty()) return "redirect:" + home(user);
    model.addAttribute("qr", QrDrawing.of(secret.get().address(user.name())));
    model.addAttribute("secret", secret.get().text());
    model.addAttribute("address", secret.get().address(user.name()));
    model.addAttribute("error", error);
    model.addAttribute("home", home(user));
    return "identity/authenticator/enrol";
  }

  private static String codesPage(
      CurrentUser user, Model model, List<String> codes, boolean enrolled) {
    model.addAttribute("codes", codes);
    model.addAttribute("enrolled", enrolled);
    model.addAttribute("home", home(user));
    return "identity/authenticator/codes";
  }

  private static String home(CurrentUser user) {
    return (user.officer() ? "/desk" : "/my") + "/account/authenticator";
  }
}
