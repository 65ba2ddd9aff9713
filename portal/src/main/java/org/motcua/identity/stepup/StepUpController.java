package org.motcua.identity.stepup;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;
import org.motcua.identity.AccountKind;
import org.motcua.identity.CurrentUser;
import org.motcua.identity.Factor;
import org.motcua.identity.LevelOfAssurance;
import org.motcua.identity.access.HalfFilledRequests;
import org.motcua.identity.attempts.Attempts;
import org.motcua.identity.attempts.Levels;
import org.motcua.identity.attempts.OpenSession;
import org.motcua.identity.attempts.SecondWay;
import org.motcua.platform.web.Page;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;

/** Says what is missing and why; goes on at once where nothing is missing any more. */
@Controller
class StepUpController {

  static final String PAGE = "/step-up";

  private final Attempts attempts;
  private final Levels levels;
  private final FreshProof freshProof;
  private final OpenSession sessions;
  private final HalfFilledRequests halfFilled;

  StepUpController(
      Attempts attempts,
      Levels levels,
      FreshProof freshProof,
      OpenSession sessions,
      HalfFilledRequests halfFilled) {
    this.attempts = attempts;
    this.levels = levels;
    this.freshProof = freshProof;
    this.sessions = sessions;
    this.halfFilled = halfFilled;
  }

  @GetMapping(PAGE)
  String show(
      @AuthenticationPrincipal @Nullable CurrentUser user,
      HttpServletRequest request,
      HttpServletResponse response,
      Model model) {
    if (user == null) return "redirect:/sign-in";
    var destination =
        halfFilled.destination(request, response).orElseGet(() -> OpenSession.home(user));
    model.addAttribute("fresh", false);
    model.addAttribute("verification", false);
    model.addAttribute("doubted", false);
    var since = NeededLevel.since(request);
    if (since.isPresent()) {
      if (freshProof.isGivenSince(since.get(), user, request)) return "redirect:" + destination;
      model.addAttribute("fresh", true);
      model.addAttribute("secondFactor", true);
      return "identity/stepup/stepUp";
    }
    var needed = NeededLevel.of(request);
    if (user.level().atLeast(needed)) return "redirect:" + destination;
    if (user.level() == LevelOfAssurance.LOA2 && levels.isSurelyVerified(user.signedIn())) {
      sessions.become(user.knownAs(LevelOfAssurance.LOA3), request, response);
      return "redirect:" + destination;
    }
    model.addAttribute("secondFactor", user.level() == LevelOfAssurance.LOA1);
    var verified = levels.isVerified(user.signedIn());
    model.addAttribute("certificate", signsAs(user));
    model.addAttribute("verification", user.kind() == AccountKind.CITIZEN && !verified);
    model.addAttribute("doubted", verified);
    return "identity/stepup/stepUp";
  }

  /** Where somebody signs whose account has a certificate: that alone is level LoA3. */
  private @Nullable String signsAs(CurrentUser user) {
    return attempts.waysOf(user.signedIn()).stream()
        .filter(way -> way.factor() == Factor.CERTIFICATE)
        .map(SecondWay::address)
        .findFirst()
        .orElse(null);
  }

  @PostMapping(PAGE)
  String begin(
      @AuthenticationPrincipal @Nullable CurrentUser user,
      @ModelAttribute(name = "page", binding = false) Page page,
      HttpServletRequest request,
      HttpServletResponse response) {
    if (user == null) return "redirect:/sign-in";
    return "redirect:" + attempts.stepUp(user, page.language(), request, response);
  }
}
