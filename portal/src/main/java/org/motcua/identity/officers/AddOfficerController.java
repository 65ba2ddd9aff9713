package org.motcua.identity.officers;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.motcua.identity.CurrentUser;
import org.motcua.identity.LevelOfAssurance;
import org.motcua.organisation.Agency;
import org.motcua.organisation.Role;
import org.motcua.platform.web.Page;
import org.motcua.platform.web.ui.Choice;
import org.motcua.platform.web.ui.FieldErrors;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** A new officer of an agency; the sign-in is sent to his own phone. */
@Controller
class AddOfficerController {

  private final AddOfficer addOfficer;
  private final Remits remits;

  AddOfficerController(AddOfficer addOfficer, Remits remits) {
    this.addOfficer = addOfficer;
    this.remits = remits;
  }

  @GetMapping(OfficersController.HERE + "/new")
  String form(
      @RequestParam(required = false) @Nullable String agency,
      @AuthenticationPrincipal CurrentUser user,
      @ModelAttribute(name = "page", binding = false) Page page,
      Model model) {
    var here = remits.demand(user).agency(agency);
    return formPage(model, OfficerForm.at(here.id().value()), here, page, FieldErrors.NONE);
  }

  @PostMapping(OfficersController.HERE)
  String add(
      @ModelAttribute("form") OfficerForm form,
      @AuthenticationPrincipal CurrentUser user,
      @ModelAttribute(name = "page", binding = false) Page page,
      Model model) {
    user.require(LevelOfAssurance.LOA2);
    var here = remits.demand(user).agency(form.agency());
    return switch (OfficerCheck.check(form, here, page)) {
      case OfficerCheck.Checked.Wrong(var errors) -> formPage(model, form, here, page, errors);
      case OfficerCheck.Checked.Right(var officer) ->
          switch (addOfficer.add(officer, user.actor())) {
            case ADDED, ADDED_ALREADY -> Done.ADDED.redirect(officer.id());
            case NAME_TAKEN -> formPage(model, form, here, page, nameTaken(page));
          };
    };
  }

  private static FieldErrors nameTaken(Page page) {
    return FieldErrors.at("signInName", page.t("identity.officers.wrong.nameTaken"));
  }

  private static String formPage(
      Model model, OfficerForm form, Agency agency, Page page, FieldErrors errors) {
    model.addAttribute("form", form);
    model.addAttribute("agency", agency);
    model.addAttribute("roles", choices(RolesAt.agencyOf(agency.kind()), page));
    model.addAttribute("errors", errors);
    return "identity/officers/new";
  }

  private static List<Choice> choices(List<Role> roles, Page page) {
    return roles.stream()
        .map(
            role -> new Choice(role.name(), RoleWords.name(role, page), RoleWords.hint(role, page)))
        .toList();
  }
}
