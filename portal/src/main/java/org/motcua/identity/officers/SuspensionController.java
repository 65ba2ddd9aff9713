package org.motcua.identity.officers;

import org.motcua.identity.CurrentUser;
import org.motcua.identity.LevelOfAssurance;
import org.motcua.platform.web.Page;
import org.motcua.platform.web.ui.FieldErrors;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** An officer's account closed for a while, and opened again. */
@Controller
@RequestMapping(OfficersController.HERE + "/{id}/suspension")
class SuspensionController {

  private final KeepOfficer keep;
  private final OfficerSheet sheet;

  SuspensionController(KeepOfficer keep, OfficerSheet sheet) {
    this.keep = keep;
    this.sheet = sheet;
  }

  @GetMapping
  String ask(@PathVariable String id, @AuthenticationPrincipal CurrentUser user, Model model) {
    return page(id, FieldErrors.NONE, user, model);
  }

  @PostMapping
  String suspend(
      @PathVariable String id,
      @RequestParam(defaultValue = "") String reason,
      @AuthenticationPrincipal CurrentUser user,
      @ModelAttribute(name = "page", binding = false) Page page,
      Model model) {
    user.require(LevelOfAssurance.LOA2);
    for (var known : SuspensionReason.values()) {
      if (!known.name().equals(reason)) continue;
      var outcome = keep.suspend(OfficerSheet.accountId(id), known, user);
      return sheet.answer(id, outcome, Done.SUSPENDED, user, page, model);
    }
    var missing = FieldErrors.at("reason", page.t("identity.officers.wrong.reason"));
    return page(id, missing, user, model);
  }

  @PostMapping("/end")
  String end(
      @PathVariable String id,
      @AuthenticationPrincipal CurrentUser user,
      @ModelAttribute(name = "page", binding = false) Page page,
      Model model) {
    user.require(LevelOfAssurance.LOA2);
    var outcome = keep.takeBack(OfficerSheet.accountId(id), user);
    return sheet.answer(id, outcome, Done.TAKEN_BACK, user, page, model);
  }

  private String page(String id, FieldErrors errors, CurrentUser user, Model model) {
    model.addAttribute("officer", sheet.getKept(id, user));
    model.addAttribute("errors", errors);
    return "identity/officers/suspension";
  }
}
