package org.motcua.identity.profile;

import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.motcua.identity.CurrentUser;
import org.motcua.identity.LevelOfAssurance;
import org.motcua.platform.web.Page;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.RequestParam;

@Controller
class OverviewController {

  private static final Set<String> CHANGES =
      Set.of("phone", "email", "password", "citizen-id", "details", "language");

  private final Overview overview;

  OverviewController(Overview overview) {
    this.overview = overview;
  }

  /**
   * @param changed what has just been changed
   */
  @GetMapping({AccountHome.MINE, AccountHome.OFFICERS})
  String show(
      @RequestParam(required = false) @Nullable String changed,
      @AuthenticationPrincipal CurrentUser user,
      @ModelAttribute(name = "page", binding = false) Page page,
      Model model) {
    model.addAttribute("view", overview.of(user, page));
    model.addAttribute("changed", changed != null && CHANGES.contains(changed) ? changed : null);
    return "identity/profile/overview";
  }

  /** For whom the second factor is one button away: shown to be needed, then back here. */
  @GetMapping({AccountHome.MINE + "/surer", AccountHome.OFFICERS + "/surer"})
  String surer(@AuthenticationPrincipal CurrentUser user) {
    user.require(LevelOfAssurance.LOA2);
    return "redirect:" + AccountHome.of(user);
  }
}
