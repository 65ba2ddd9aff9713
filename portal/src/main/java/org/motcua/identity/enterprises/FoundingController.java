package org.motcua.identity.enterprises;

import org.jspecify.annotations.Nullable;
import org.motcua.identity.AccountKind;
import org.motcua.identity.CurrentUser;
import org.motcua.identity.certificates.SigningTool;
import org.motcua.organisation.TaxCode;
import org.motcua.platform.web.Page;
import org.motcua.platform.web.ui.FieldErrors;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Founding an enterprise's account: the ways there are, and the one by the register. */
@Controller
class FoundingController {

  static final String PAGE = EnterprisesController.PAGE + "/new";

  private final FoundEnterprise foundEnterprise;
  private final SigningTool tool;

  FoundingController(FoundEnterprise foundEnterprise, SigningTool tool) {
    this.foundEnterprise = foundEnterprise;
    this.tool = tool;
  }

  @GetMapping(PAGE)
  String form(@AuthenticationPrincipal CurrentUser user, Model model) {
    if (user.kind() == AccountKind.ENTERPRISE) return "redirect:" + EnterprisesController.PAGE;
    return form(model, "", null, null);
  }

  @PostMapping(EnterprisesController.PAGE)
  String found(
      @RequestParam(defaultValue = "") String taxCode,
      @AuthenticationPrincipal CurrentUser user,
      @ModelAttribute(name = "page", binding = false) Page page,
      Model model) {
    if (user.kind() == AccountKind.ENTERPRISE) return "redirect:" + EnterprisesController.PAGE;
    var code = TaxCode.parse(taxCode);
    if (code.isEmpty()) {
      return form(model, taxCode, page.t("identity.register.wrong.taxCode"), null);
    }
    return switch (foundEnterprise.byRegister(user, code.get())) {
      case FoundingOutcome.Manages manages -> manages.redirect();
      case FoundingOutcome.Refused(var why, var name) ->
          form(model, taxCode, page.t(why.key(), name), page.t(why.key() + ".body"));
    };
  }

  private String form(
      Model model, String taxCode, @Nullable String error, @Nullable String whatToDo) {
    model.addAttribute("taxCode", taxCode);
    model.addAttribute("errors", FieldErrors.at("taxCode", error));
    model.addAttribute("whatToDo", whatToDo);
    model.addAttribute("certificates", tool.offered());
    return "identity/enterprises/found";
  }
}
