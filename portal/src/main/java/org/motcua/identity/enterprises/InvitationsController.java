package org.motcua.identity.enterprises;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.motcua.identity.CurrentUser;
import org.motcua.identity.LevelOfAssurance;
import org.motcua.identity.Person;
import org.motcua.identity.model.CitizenId;
import org.motcua.platform.web.Page;
import org.motcua.platform.web.ui.FieldError;
import org.motcua.platform.web.ui.FieldErrors;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;

/** Inviting somebody to become a member, and taking that back. */
@Controller
@RequestMapping(EnterprisesController.PAGE + "/{enterprise}/invitations")
class InvitationsController {

  private static final int LONGEST_NAME = 200;

  private final InviteMember inviteMember;
  private final VisibleEnterprises enterprises;

  InvitationsController(InviteMember inviteMember, VisibleEnterprises enterprises) {
    this.inviteMember = inviteMember;
    this.enterprises = enterprises;
  }

  @GetMapping("/new")
  String form(
      @PathVariable UUID enterprise,
      @AuthenticationPrincipal CurrentUser user,
      @ModelAttribute(name = "page", binding = false) Page page,
      Model model) {
    user.require(LevelOfAssurance.LOA2);
    var managed = enterprises.getManaged(enterprise, user);
    return form(model, managed, InvitationForm.empty(), List.of(), page);
  }

  @PostMapping
  String invite(
      @PathVariable UUID enterprise,
      @ModelAttribute("form") InvitationForm form,
      @AuthenticationPrincipal CurrentUser user,
      @ModelAttribute(name = "page", binding = false) Page page,
      Model model) {
    user.require(LevelOfAssurance.LOA2);
    var managed = enterprises.getManaged(enterprise, user);
    var errors = new ArrayList<FieldError>();
    var number = CitizenId.parse(form.number());
    var name = form.fullName().strip();
    var powers = PowerChoices.read(form.powers());
    if (number.isEmpty()) errors.add(error(page, "number", "identity.register.wrong.citizenId"));
    if (name.isEmpty() || name.length() > LONGEST_NAME) {
      errors.add(error(page, "fullName", "identity.enterprises.wrong.fullName"));
    }
    if (powers.isEmpty()) errors.add(error(page, "powers", "identity.enterprises.wrong.powers"));
    if (!errors.isEmpty()) return form(model, managed, form, errors, page);
    return switch (inviteMember.invite(managed.id(), number.orElseThrow(), name, powers, user)) {
      case InvitationOutcome.Invited() -> EnterprisesController.said(enterprise, "invited");
      case InvitationOutcome.MemberAlready() ->
          form(
              model,
              managed,
              form,
              List.of(error(page, "number", "identity.enterprises.wrong.member")),
              page);
      case InvitationOutcome.TooMany() ->
          form(
              model,
              managed,
              form,
              List.of(error(page, "number", "identity.enterprises.wrong.tooMany")),
              page);
      case InvitationOutcome.NotManaging() -> throw VisibleEnterprises.notFound();
    };
  }

  @PostMapping("/{id}/withdrawal")
  String withdraw(
      @PathVariable UUID enterprise,
      @PathVariable UUID id,
      @AuthenticationPrincipal CurrentUser user) {
    inviteMember.withdraw(enterprises.getManaged(enterprise, user).id(), id, user);
    return EnterprisesController.said(enterprise, "withdrawn");
  }

  private static String form(
      Model model, Person enterprise, InvitationForm form, List<FieldError> errors, Page page) {
    model.addAttribute("enterprise", enterprise);
    model.addAttribute("form", form);
    model.addAttribute("errors", new FieldErrors(errors));
    model.addAttribute("powers", PowerChoices.all(page));
    return "identity/enterprises/invitation";
  }

  private static FieldError error(Page page, String field, String key) {
    return new FieldError(field, page.t(key));
  }
}
