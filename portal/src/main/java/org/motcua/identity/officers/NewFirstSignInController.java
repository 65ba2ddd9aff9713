package org.motcua.identity.officers;

import org.motcua.identity.CurrentUser;
import org.motcua.identity.LevelOfAssurance;
import org.motcua.platform.web.Page;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;

/** An officer begins anew: what signed him in before signs nobody in any more. */
@Controller
@RequestMapping(OfficersController.HERE + "/{id}/first-sign-in")
class NewFirstSignInController {

  private final KeepOfficer keep;
  private final OfficerSheet sheet;

  NewFirstSignInController(KeepOfficer keep, OfficerSheet sheet) {
    this.keep = keep;
    this.sheet = sheet;
  }

  @GetMapping
  String ask(@PathVariable String id, @AuthenticationPrincipal CurrentUser user, Model model) {
    model.addAttribute("officer", sheet.getKept(id, user));
    return "identity/officers/firstSignIn";
  }

  @PostMapping
  String handOver(
      @PathVariable String id,
      @AuthenticationPrincipal CurrentUser user,
      @ModelAttribute(name = "page", binding = false) Page page,
      Model model) {
    user.require(LevelOfAssurance.LOA2);
    var outcome = keep.handOverFirstSignIn(OfficerSheet.accountId(id), user);
    return sheet.answer(id, outcome, Done.HANDED_OVER, user, page, model);
  }
}
