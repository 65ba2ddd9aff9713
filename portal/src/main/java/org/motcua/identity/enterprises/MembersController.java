package org.motcua.identity.enterprises;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.motcua.identity.AccountId;
import org.motcua.identity.AccountKind;
import org.motcua.identity.Accounts;
import org.motcua.identity.CurrentUser;
import org.motcua.identity.LevelOfAssurance;
import org.motcua.identity.Mandate;
import org.motcua.identity.MandateId;
import org.motcua.identity.Mandates;
import org.motcua.identity.Person;
import org.motcua.identity.Power;
import org.motcua.identity.model.CitizenId;
import org.motcua.platform.web.Page;
import org.motcua.platform.web.ui.Choice;
import org.motcua.platform.web.ui.FieldError;
import org.motcua.platform.web.ui.FieldErrors;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;

/** Who works for one enterprise, and with which powers; to strangers it does not exist. */
@Controller
@RequestMapping(EnterprisesController.PAGE + "/{enterprise}")
class MembersController {

  private static final int LONGEST_NAME = 200;

  /** What an act just done is told by: {@code ?said=…}. */
  private static final List<String> SAID =
      List.of(
          "founded",
          "taken",
          "managed",
          "joined",
          "invited",
          "withdrawn",
          "changed",
          "removed",
          "gone",
          "lastManager");

  private final InviteMember inviteMember;
  private final ChangeMember changeMember;
  private final EnterpriseViews views;
  private final Mandates mandates;
  private final Accounts accounts;

  MembersController(
      InviteMember inviteMember,
      ChangeMember changeMember,
      EnterpriseViews views,
      Mandates mandates,
      Accounts accounts) {
    this.inviteMember = inviteMember;
    this.changeMember = changeMember;
    this.views = views;
    this.mandates = mandates;
    this.accounts = accounts;
  }

  @GetMapping
  String show(
      @PathVariable UUID enterprise,
      @RequestParam(defaultValue = "") String said,
      @AuthenticationPrincipal CurrentUser user,
      @ModelAttribute(name = "page", binding = false) Page page,
      Model model) {
    var id = new AccountId(enterprise);
    var person = seen(id, user);
    var manages = mandates.manages(user.id(), id);
    var members = views.members(id, user, page);
    model.addAttribute("enterprise", person);
    model.addAttribute("itself", id.equals(user.id()));
    model.addAttribute("manages", manages);
    model.addAttribute(
        "members", manages ? members : members.stream().filter(MemberRow::self).toList());
    model.addAttribute("invited", manages ? views.invited(id, page) : List.of());
    model.addAttribute("said", SAID.contains(said) ? said : "");
    return "identity/enterprises/members";
  }

  @GetMapping("/invitations/new")
  String invitation(
      @PathVariable UUID enterprise,
      @AuthenticationPrincipal CurrentUser user,
      @ModelAttribute(name = "page", binding = false) Page page,
      Model model) {
    user.require(LevelOfAssurance.LOA2);
    return invitation(
        model, managed(new AccountId(enterprise), user), InvitationForm.empty(), List.of(), page);
  }

  @PostMapping("/invitations")
  String invite(
      @PathVariable UUID enterprise,
      @ModelAttribute("form") InvitationForm form,
      @AuthenticationPrincipal CurrentUser user,
      @ModelAttribute(name = "page", binding = false) Page page,
      Model model) {
    var id = new AccountId(enterprise);
    user.require(LevelOfAssurance.LOA2);
    var person = managed(id, user);
    var errors = new ArrayList<FieldError>();
    var number = CitizenId.parse(form.number());
    var name = form.fullName().strip();
    var powers = powers(form.powers());
    if (number.isEmpty()) errors.add(error(page, "number", "identity.register.wrong.citizenId"));
    if (name.isEmpty() || name.length() > LONGEST_NAME) {
      errors.add(error(page, "fullName", "identity.enterprises.wrong.fullName"));
    }
    if (powers.isEmpty()) errors.add(error(page, "powers", "identity.enterprises.wrong.powers"));
    if (!errors.isEmpty()) return invitation(model, person, form, errors, page);
    return switch (inviteMember.invite(id, number.orElseThrow(), name, powers, user)) {
      case InvitationOutcome.Invited() -> said(enterprise, "invited");
      case InvitationOutcome.MemberAlready() ->
          invitation(model, person, form, List.of(wrongNumber(page, "member")), page);
      case InvitationOutcome.TooMany() ->
          invitation(model, person, form, List.of(wrongNumber(page, "tooMany")), page);
      case InvitationOutcome.NotManaging() -> throw notFound();
    };
  }

  @PostMapping("/invitations/{id}/withdrawal")
  String withdraw(
      @PathVariable UUID enterprise,
      @PathVariable UUID id,
      @AuthenticationPrincipal CurrentUser user) {
    managed(new AccountId(enterprise), user);
    inviteMember.withdraw(new AccountId(enterprise), id, user);
    return said(enterprise, "withdrawn");
  }

  @GetMapping("/members/{id}")
  String member(
      @PathVariable UUID enterprise,
      @PathVariable UUID id,
      @AuthenticationPrincipal CurrentUser user,
      @ModelAttribute(name = "page", binding = false) Page page,
      Model model) {
    user.require(LevelOfAssurance.LOA2);
    var person = managed(new AccountId(enterprise), user);
    var powers =
        mandates.listMembers(person.id()).stream()
            .filter(mandate -> mandate.id().value().equals(id))
            .map(Mandate::powers)
            .findFirst();
    if (powers.isEmpty()) return said(enterprise, "gone");
    var chosen = powers.get().stream().map(Power::name).toList();
    return member(model, person, id, chosen, FieldErrors.NONE, user, page);
  }

  @PostMapping("/members/{id}/powers")
  String change(
      @PathVariable UUID enterprise,
      @PathVariable UUID id,
      @RequestParam(defaultValue = "") List<String> powers,
      @AuthenticationPrincipal CurrentUser user,
      @ModelAttribute(name = "page", binding = false) Page page,
      Model model) {
    user.require(LevelOfAssurance.LOA2);
    var person = managed(new AccountId(enterprise), user);
    var chosen = powers(powers);
    if (chosen.isEmpty()) {
      var error = error(page, "powers", "identity.enterprises.wrong.powers");
      return member(model, person, id, powers, new FieldErrors(List.of(error)), user, page);
    }
    return switch (changeMember.give(person.id(), new MandateId(id), chosen, user)) {
      case ChangeOutcome.Changed() -> said(enterprise, "changed");
      case ChangeOutcome.LastManager() -> said(enterprise, "lastManager");
      case ChangeOutcome.NoMember() -> said(enterprise, "gone");
    };
  }

  /** Ending needs no surer sign-in: it only ever makes less possible. */
  @PostMapping("/members/{id}/revocation")
  String remove(
      @PathVariable UUID enterprise,
      @PathVariable UUID id,
      @AuthenticationPrincipal CurrentUser user) {
    var mandate = new MandateId(id);
    var own = mandates.find(mandate).filter(it -> it.holder().equals(user.id())).isPresent();
    if (!own) managed(new AccountId(enterprise), user);
    return switch (changeMember.remove(new AccountId(enterprise), mandate, user)) {
      case ChangeOutcome.Changed() ->
          own
              ? "redirect:" + EnterprisesController.PAGE + "?said=left"
              : said(enterprise, "removed");
      case ChangeOutcome.LastManager() -> said(enterprise, "lastManager");
      case ChangeOutcome.NoMember() -> "redirect:" + EnterprisesController.PAGE + "?said=gone";
    };
  }

  /** By its members, and by itself. */
  private Person seen(AccountId enterprise, CurrentUser user) {
    var member =
        mandates.listMemberships(user.id()).stream()
            .anyMatch(mandate -> mandate.represented().equals(enterprise));
    return accounts
        .findPerson(enterprise)
        .filter(person -> person.kind() == AccountKind.ENTERPRISE)
        .filter(person -> member || person.id().equals(user.id()))
        .orElseThrow(MembersController::notFound);
  }

  private Person managed(AccountId enterprise, CurrentUser user) {
    var person = seen(enterprise, user);
    if (!mandates.manages(user.id(), enterprise)) throw notFound();
    return person;
  }

  private String invitation(
      Model model, Person enterprise, InvitationForm form, List<FieldError> errors, Page page) {
    model.addAttribute("enterprise", enterprise);
    model.addAttribute("form", form);
    model.addAttribute("errors", new FieldErrors(errors));
    model.addAttribute("powers", choices(page));
    return "identity/enterprises/invitation";
  }

  private String member(
      Model model,
      Person enterprise,
      UUID id,
      List<String> chosen,
      FieldErrors errors,
      CurrentUser user,
      Page page) {
    var member = views.member(enterprise.id(), new MandateId(id), user, page);
    if (member.isEmpty()) return said(enterprise.id().value(), "gone");
    model.addAttribute("enterprise", enterprise);
    model.addAttribute("member", member.get());
    model.addAttribute("chosen", chosen);
    model.addAttribute("errors", errors);
    model.addAttribute("powers", choices(page));
    return "identity/enterprises/member";
  }

  private static Set<Power> powers(List<String> chosen) {
    var powers = EnumSet.noneOf(Power.class);
    for (var power : Power.values()) if (chosen.contains(power.name())) powers.add(power);
    return powers;
  }

  private static List<Choice> choices(Page page) {
    return Arrays.stream(Power.values())
        .map(
            power ->
                new Choice(
                    power.name(),
                    page.t("identity.enterprises.power." + power),
                    page.t("identity.enterprises.power." + power + ".hint")))
        .toList();
  }

  private static FieldError wrongNumber(Page page, String why) {
    return error(page, "number", "identity.enterprises.wrong." + why);
  }

  private static FieldError error(Page page, String field, String key) {
    return new FieldError(field, page.t(key));
  }

  private static String said(UUID enterprise, String what) {
    return "redirect:" + EnterprisesController.PAGE + "/" + enterprise + "?said=" + what;
  }

  private static ResponseStatusException notFound() {
    return new ResponseStatusException(HttpStatus.NOT_FOUND);
  }
}
