package org.motcua.identity.verifying;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;
import org.motcua.identity.AccountKind;
import org.motcua.identity.Accounts;
import org.motcua.identity.CurrentUser;
import org.motcua.identity.LevelOfAssurance;
import org.motcua.identity.access.HalfFilledRequests;
import org.motcua.identity.model.Phone;
import org.motcua.platform.web.Page;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;

@Controller
class VerificationController {

  static final String PAGE = "/my/account/verification";

  private final VerifyPerson verify;
  private final Verifications verifications;
  private final VerificationRequests requests;
  private final Accounts accounts;
  private final HalfFilledRequests halfFilled;

  VerificationController(
      VerifyPerson verify,
      Verifications verifications,
      VerificationRequests requests,
      Accounts accounts,
      HalfFilledRequests halfFilled) {
    this.verify = verify;
    this.verifications = verifications;
    this.requests = requests;
    this.accounts = accounts;
    this.halfFilled = halfFilled;
  }

  @GetMapping(PAGE)
  String show(
      @AuthenticationPrincipal CurrentUser user,
      HttpServletRequest request,
      HttpServletResponse response,
      Model model) {
    return page(user, null, request, response, model);
  }

  @PostMapping(PAGE)
  String ask(
      @AuthenticationPrincipal CurrentUser user,
      @ModelAttribute(name = "page", binding = false) Page page,
      HttpServletRequest request,
      HttpServletResponse response,
      Model model) {
    if (user.kind() == AccountKind.ENTERPRISE) return "redirect:/my/enterprises";
    user.require(LevelOfAssurance.LOA2);
    return switch (verify.ask(user)) {
      case VerifyPerson.Asked.Settled(var outcome) -> "redirect:" + PAGE;
      case VerifyPerson.Asked.Waiting() -> "redirect:" + PAGE;
      case VerifyPerson.Asked.TooOften() -> {
        response.setStatus(HttpStatus.TOO_MANY_REQUESTS.value());
        yield page(user, page.t("identity.verification.tooOften"), request, response, model);
      }
    };
  }

  private String page(
      CurrentUser user,
      @Nullable String refusal,
      HttpServletRequest request,
      HttpServletResponse response,
      Model model) {
    if (user.kind() == AccountKind.ENTERPRISE) return "redirect:/my/enterprises";
    var person = accounts.getPerson(user.id());
    model.addAttribute("person", person);
    model.addAttribute("phone", new Phone(person.phone()).local());
    model.addAttribute("verification", verifications.find(user.id()).orElse(null));
    model.addAttribute("request", requests.find(user.id()).orElse(null));
    model.addAttribute("goesOn", halfFilled.destination(request, response).isPresent());
    model.addAttribute("refusal", refusal);
    return "identity/verifying/verification";
  }
}
