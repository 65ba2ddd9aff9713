package org.motcua.identity.enterprises;

import java.util.List;
import java.util.UUID;
import org.motcua.identity.AccountKind;
import org.motcua.identity.CurrentUser;
import org.motcua.platform.web.Page;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The enterprises one works for, and those that invite. */
@Controller
@RequestMapping(EnterprisesController.PAGE)
class EnterprisesController {

  static final String PAGE = "/my/enterprises";

  /** What an act just done is told by: {@code ?said=…}. */
  private static final List<String> SAID = List.of("refused", "left", "gone");

  private final AnswerInvitation answers;
  private final EnterpriseViews views;

  EnterprisesController(AnswerInvitation answers, EnterpriseViews views) {
    this.answers = answers;
    this.views = views;
  }

  @GetMapping
  String list(
      @RequestParam(defaultValue = "") String said,
      @AuthenticationPrincipal CurrentUser user,
      @ModelAttribute(name = "page", binding = false) Page page,
      Model model) {
    if (user.kind() == AccountKind.ENTERPRISE) return "redirect:" + PAGE + "/" + user.id();
    model.addAttribute("memberships", views.memberships(user, page));
    model.addAttribute("invitations", views.invitations(user, page));
    model.addAttribute("said", SAID.contains(said) ? said : "");
    return "identity/enterprises/enterprises";
  }

  @PostMapping("/invitations/{id}/acceptance")
  String accept(@PathVariable UUID id, @AuthenticationPrincipal CurrentUser user) {
    return answers
        .accept(id, user)
        .map(enterprise -> said(enterprise.value(), "joined"))
        .orElse("redirect:" + PAGE + "?said=gone");
  }

  @PostMapping("/invitations/{id}/refusal")
  String refuse(@PathVariable UUID id, @AuthenticationPrincipal CurrentUser user) {
    answers.refuse(id, user);
    return "redirect:" + PAGE + "?said=refused";
  }

  /** To the page of one enterprise, which tells what was done. */
  static String said(UUID enterprise, String what) {
    return "redirect:" + PAGE + "/" + enterprise + "?said=" + what;
  }
}
