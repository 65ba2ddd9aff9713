package org.motcua.simulators.agency.people;

import org.jspecify.annotations.Nullable;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestAttribute;
import org.springframework.web.bind.annotation.RequestParam;

/**
 * What the province knows of somebody; and the papers it keeps of him, for which it wants surety.
 */
@Controller
class MyController {

  static final Level PAPERS_NEED = Level.CODE;

  private static final String SHOW_MORE =
      "redirect:/oauth2/authorization/motcua?to=/my/papers&level=" + PAPERS_NEED.acr();

  private final PaperStore papers;

  MyController(PaperStore papers) {
    this.papers = papers;
  }

  @GetMapping("/my")
  String account(
      @RequestAttribute(AccountDoor.ACCOUNT) Account account,
      @AuthenticationPrincipal Visitor visitor,
      Model model) {
    model.addAttribute("account", account);
    model.addAttribute("identity", visitor.identity());
    return "people/account";
  }

  /**
   * Who is not known surely enough is sent to the portal once; who comes back as before is told and
   * not sent again by itself.
   */
  @GetMapping("/my/papers")
  String papers(
      @RequestAttribute(AccountDoor.ACCOUNT) Account account,
      @AuthenticationPrincipal Visitor visitor,
      @RequestParam @Nullable String asked,
      Model model) {
    model.addAttribute("account", account);
    model.addAttribute("identity", visitor.identity());
    if (visitor.identity().level().reaches(PAPERS_NEED)) {
      model.addAttribute("papers", papers.listOf(account));
      return "people/papers";
    }
    return asked == null ? SHOW_MORE : "people/too-little";
  }
}
