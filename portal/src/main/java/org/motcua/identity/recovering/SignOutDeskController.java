package org.motcua.identity.recovering;

import java.util.ArrayList;
import org.jspecify.annotations.Nullable;
import org.motcua.identity.CurrentUser;
import org.motcua.identity.LevelOfAssurance;
import org.motcua.platform.web.Page;
import org.motcua.platform.web.ui.DateParts;
import org.motcua.platform.web.ui.FieldError;
import org.motcua.platform.web.ui.FieldErrors;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;

/** Officers who look who somebody is sign him out everywhere when he asks for it. */
@Controller
@RequestMapping("/desk/sign-outs")
class SignOutDeskController {

  private final RecoveryOfficers officers;
  private final SignOutEverywhere signOutEverywhere;

  SignOutDeskController(RecoveryOfficers officers, SignOutEverywhere signOutEverywhere) {
    this.officers = officers;
    this.signOutEverywhere = signOutEverywhere;
  }

  @GetMapping
  String ask(
      @RequestParam(required = false) @Nullable String done,
      @AuthenticationPrincipal CurrentUser user,
      Model model) {
    officer(user);
    model.addAttribute("done", done != null);
    return page("", DateParts.EMPTY, FieldErrors.NONE, model);
  }

  @PostMapping
  String signOut(
      @RequestParam(defaultValue = "") String number,
      @ModelAttribute BornForm form,
      @AuthenticationPrincipal CurrentUser user,
      @ModelAttribute(name = "page", binding = false) Page page,
      Model model) {
    user.require(LevelOfAssurance.LOA2);
    var officer = officer(user);
    model.addAttribute("done", false);
    var errors = errors(number, form, page);
    if (!errors.isEmpty()) return page(number, form.born(), errors, model);
    var born = form.born().toDate().orElse(null);
    return switch (signOutEverywhere.signOut(number, born, officer)) {
      case SIGNED_OUT -> "redirect:/desk/sign-outs?done=true";
      case DOES_NOT_FIT -> page(number, form.born(), error(page, "doesNotFit"), model);
      case TOO_MANY -> page(number, form.born(), error(page, "tooMany"), model);
    };
  }

  private static FieldErrors errors(String number, BornForm form, Page page) {
    var errors = new ArrayList<FieldError>();
    if (number.isBlank()) {
      errors.add(new FieldError("number", page.t("identity.recover.desk.wrong.number")));
    }
    // An enterprise was not born.
    if (!form.born().isEmpty() && form.born().toDate().isEmpty()) {
      errors.add(new FieldError("born", page.t("identity.register.wrong.born")));
    }
    return new FieldErrors(errors);
  }

  private static FieldErrors error(Page page, String why) {
    return FieldErrors.at("number", page.t("identity.signOutFor.wrong." + why));
  }

  private static String page(String number, DateParts born, FieldErrors errors, Model model) {
    model.addAttribute("number", number);
    model.addAttribute("born", born);
    model.addAttribute("errors", errors);
    return "identity/recovering/sign-out";
  }

  private RecoveryOfficer officer(CurrentUser user) {
    return officers.find(user).orElseThrow(() -> new ResponseStatusException(HttpStatus.FORBIDDEN));
  }
}
