package org.motcua.identity.officers;

import org.jspecify.annotations.Nullable;
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

/** One officer: who he is, where he serves, how to reach him. */
@Controller
@RequestMapping(OfficersController.HERE + "/{id}")
class OfficerController {

  private final KeepOfficer keep;
  private final OfficerSheet sheet;

  OfficerController(KeepOfficer keep, OfficerSheet sheet) {
    this.keep = keep;
    this.sheet = sheet;
  }

  @GetMapping
  String show(
      @PathVariable String id,
      @RequestParam(required = false) @Nullable String done,
      @AuthenticationPrincipal CurrentUser user,
      @ModelAttribute(name = "page", binding = false) Page page,
      Model model) {
    var told = Done.parse(done);
    return sheet.show(
        id, told == null ? null : page.t(told.message()), null, FieldErrors.NONE, user, model);
  }

  @PostMapping("/contact")
  String mend(
      @PathVariable String id,
      @ModelAttribute("contact") ContactForm form,
      @AuthenticationPrincipal CurrentUser user,
      @ModelAttribute(name = "page", binding = false) Page page,
      Model model) {
    user.require(LevelOfAssurance.LOA2);
    return switch (OfficerCheck.check(form, page)) {
      case OfficerCheck.CheckedContact.Wrong(var errors) ->
          sheet.show(id, null, null, errors, user, model);
      case OfficerCheck.CheckedContact.Right(var phone, var email) -> {
        var outcome = keep.mendContact(OfficerSheet.accountId(id), phone, email, user);
        yield sheet.answer(id, outcome, Done.MENDED, user, page, model);
      }
    };
  }
}
