package org.motcua.identity.enterprises;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.motcua.identity.AccountKind;
import org.motcua.identity.CurrentUser;
import org.motcua.identity.model.TaxCode;
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
import org.springframework.web.bind.annotation.RequestParam;

/** The enterprises one works for, those that invite, and the way to found an account. */
@Controller
@RequestMapping(EnterprisesController.PAGE)
class EnterprisesController {

  static final String PAGE = "/my/enterprises";

  /** What an act just done is told by: {@code ?said=…}. */
  private static final List<String> SAID = List.of("refused", "left", "gone");

  private final FoundEnterprise foundEnterprise;
  private final AnswerInvitation answers;
  private final EnterpriseViews views;

  EnterprisesController(
      FoundEnterprise foundEnterprise, AnswerInvitation answers, EnterpriseViews views) {
    this.foundEnterprise = foundEnterprise;
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

  @GetMapping("/new")
  String form(@AuthenticationPrincipal CurrentUser user, Model model) {
    if (user.kind() == AccountKind.ENTERPRISE) return "redirect:" + PAGE;
    return form(model, "", null, null);
  }

  @PostMapping
  String found(
      @RequestParam(defaultValue = "") String taxCode,
      @AuthenticationPrincipal CurrentUser user,
      @ModelAttribute(name = "page", binding = false) Page page,
      Model model) {
    if (user.kind() == AccountKind.ENTERPRISE) return "redirect:" + PAGE;
    var code = TaxCode.parse(taxCode);
    if (code.isEmpty()) {
      return form(model, taxCode, page.t("identity.register.wrong.taxCode"), null);
    }
    return switch (foundEnterprise.found(user, code.get())) {
      case FoundingOutcome.Founded(var id) -> members(id.value(), "founded");
      case FoundingOutcome.ManagementTaken(var id) -> members(id.value(), "taken");
      case FoundingOutcome.ManagedAlready(var id) -> members(id.value(), "managed");
      case FoundingOutcome.NotInRegister() -> refused(model, taxCode, page, "unknown", "");
      case FoundingOutcome.Suspended(var name) -> refused(model, taxCode, page, "suspended", name);
      case FoundingOutcome.Dissolved(var name) -> refused(model, taxCode, page, "dissolved", name);
      case FoundingOutcome.NotItsRepresentative(var name) ->
          refused(model, taxCode, page, "stranger", name);
      case FoundingOutcome.RegisterAway() -> refused(model, taxCode, page, "away", "");
      case FoundingOutcome.TooOften() -> refused(model, taxCode, page, "tooOften", "");
    };
  }

  @PostMapping("/invitations/{id}/acceptance")
  String accept(@PathVariable UUID id, @AuthenticationPrincipal CurrentUser user) {
    return answers
        .accept(id, user)
        .map(enterprise -> members(enterprise.value(), "joined"))
        .orElse("redirect:" + PAGE + "?said=gone");
  }

  @PostMapping("/invitations/{id}/refusal")
  String refuse(@PathVariable UUID id, @AuthenticationPrincipal CurrentUser user) {
    answers.refuse(id, user);
    return "redirect:" + PAGE + "?said=refused";
  }

  private static String members(UUID enterprise, String said) {
    return "redirect:" + PAGE + "/" + enterprise + "?said=" + said;
  }

  private static String refused(Model model, String taxCode, Page page, String why, String name) {
    return form(
        model,
        taxCode,
        page.t("identity.enterprises.refused." + why, name),
        page.t("identity.enterprises.refused." + why + ".body"));
  }

  private static String form(
      Model model, String taxCode, @Nullable String error, @Nullable String whatToDo) {
    model.addAttribute("taxCode", taxCode);
    model.addAttribute(
        "errors",
        error == null
            ? FieldErrors.NONE
            : new FieldErrors(List.of(new FieldError("taxCode", error))));
    model.addAttribute("whatToDo", whatToDo);
    return "identity/enterprises/found";
  }
}
