package org.motcua.identity.enterprises;

import java.util.List;
import java.util.UUID;
import org.motcua.identity.AccountId;
import org.motcua.identity.CurrentUser;
import org.motcua.identity.LevelOfAssurance;
import org.motcua.identity.Mandate;
import org.motcua.identity.MandateId;
import org.motcua.identity.Mandates;
import org.motcua.identity.Person;
import org.motcua.identity.Power;
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

/** One member: other powers, or none any more. */
@Controller
@RequestMapping(EnterprisesController.PAGE + "/{enterprise}/members/{id}")
class MemberController {

  private final ChangeMember changeMember;
  private final VisibleEnterprises enterprises;
  private final EnterpriseViews views;
  private final Mandates mandates;

  MemberController(
      ChangeMember changeMember,
      VisibleEnterprises enterprises,
      EnterpriseViews views,
      Mandates mandates) {
    this.changeMember = changeMember;
    this.enterprises = enterprises;
    this.views = views;
    this.mandates = mandates;
  }

  @GetMapping
  String show(
      @PathVariable UUID enterprise,
      @PathVariable UUID id,
      @AuthenticationPrincipal CurrentUser user,
      @ModelAttribute(name = "page", binding = false) Page page,
      Model model) {
    user.require(LevelOfAssurance.LOA2);
    var managed = enterprises.getManaged(enterprise, user);
    var powers =
        mandates.listMembers(managed.id()).stream()
            .filter(mandate -> mandate.id().value().equals(id))
            .map(Mandate::powers)
            .findFirst();
    if (powers.isEmpty()) return EnterprisesController.said(enterprise, "gone");
    var chosen = powers.get().stream().map(Power::name).toList();
    return page(model, managed, id, chosen, FieldErrors.NONE, user, page);
  }

  @PostMapping("/powers")
  String change(
      @PathVariable UUID enterprise,
      @PathVariable UUID id,
      @RequestParam(defaultValue = "") List<String> powers,
      @AuthenticationPrincipal CurrentUser user,
      @ModelAttribute(name = "page", binding = false) Page page,
      Model model) {
    user.require(LevelOfAssurance.LOA2);
    var managed = enterprises.getManaged(enterprise, user);
    var chosen = PowerChoices.read(powers);
    if (chosen.isEmpty()) {
      var missing = FieldErrors.at("powers", page.t("identity.enterprises.wrong.powers"));
      return page(model, managed, id, powers, missing, user, page);
    }
    return switch (changeMember.give(managed.id(), new MandateId(id), chosen, user)) {
      case ChangeOutcome.Changed() -> EnterprisesController.said(enterprise, "changed");
      case ChangeOutcome.LastManager() -> EnterprisesController.said(enterprise, "lastManager");
      case ChangeOutcome.NoMember() -> EnterprisesController.said(enterprise, "gone");
    };
  }

  /** Ending needs no surer sign-in: it only ever makes less possible. */
  @PostMapping("/revocation")
  String remove(
      @PathVariable UUID enterprise,
      @PathVariable UUID id,
      @AuthenticationPrincipal CurrentUser user) {
    var mandate = new MandateId(id);
    var own = mandates.find(mandate).filter(it -> it.holder().equals(user.id())).isPresent();
    if (!own) enterprises.getManaged(enterprise, user);
    return switch (changeMember.remove(new AccountId(enterprise), mandate, user)) {
      case ChangeOutcome.Changed() ->
          own
              ? "redirect:" + EnterprisesController.PAGE + "?said=left"
              : EnterprisesController.said(enterprise, "removed");
      case ChangeOutcome.LastManager() -> EnterprisesController.said(enterprise, "lastManager");
      case ChangeOutcome.NoMember() -> "redirect:" + EnterprisesController.PAGE + "?said=gone";
    };
  }

  private String page(
      Model model,
      Person enterprise,
      UUID id,
      List<String> chosen,
      FieldErrors errors,
      CurrentUser user,
      Page page) {
    var member = views.member(enterprise.id(), new MandateId(id), user, page);
    if (member.isEmpty()) return EnterprisesController.said(enterprise.id().value(), "gone");
    model.addAttribute("enterprise", enterprise);
    model.addAttribute("member", member.get());
    model.addAttribute("chosen", chosen);
    model.addAttribute("errors", errors);
    model.addAttribute("powers", PowerChoices.all(page));
    return "identity/enterprises/member";
  }
}
