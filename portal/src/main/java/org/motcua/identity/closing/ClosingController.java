package org.motcua.identity.closing;

import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import org.jspecify.annotations.Nullable;
import org.motcua.identity.CurrentUser;
import org.motcua.identity.LevelOfAssurance;
import org.motcua.identity.OpenMatters;
import org.motcua.identity.model.AccountStore;
import org.motcua.platform.web.Page;
import org.motcua.platform.web.ui.FieldErrors;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

@Controller
class ClosingController {

  private final AskClosing askClosing;
  private final AccountStore accounts;
  private final ObjectProvider<OpenMatters> matters;
  private final Clock clock;

  ClosingController(
      AskClosing askClosing,
      AccountStore accounts,
      ObjectProvider<OpenMatters> matters,
      Clock clock) {
    this.askClosing = askClosing;
    this.accounts = accounts;
    this.matters = matters;
    this.clock = clock;
  }

  @GetMapping("/my/account/closing")
  String ask(
      @AuthenticationPrincipal CurrentUser user,
      @ModelAttribute(name = "page", binding = false) Page page,
      Model model) {
    user.require(LevelOfAssurance.LOA2);
    return page(user, page, null, null, model);
  }

  @PostMapping("/my/account/closing")
  String close(
      @RequestParam(defaultValue = "") String password,
      @RequestParam(required = false) @Nullable String agreed,
      @AuthenticationPrincipal CurrentUser user,
      @ModelAttribute(name = "page", binding = false) Page page,
      HttpServletResponse response,
      Model model) {
    user.require(LevelOfAssurance.LOA2);
    return switch (askClosing.ask(user, password, agreed != null)) {
      case ClosingOutcome.Closing() -> "redirect:/account-closing";
      case ClosingOutcome.NotAgreed() ->
          page(user, page, "agreed", page.t("identity.closing.wrong.agreed"), model);
      case ClosingOutcome.PasswordWrong() ->
          page(user, page, "password", page.t("identity.closing.wrong.password"), model);
      case ClosingOutcome.TooManyTries() -> {
        response.setStatus(HttpStatus.TOO_MANY_REQUESTS.value());
        yield page(user, page, "password", page.t("identity.change.password.tooManyTries"), model);
      }
      case ClosingOutcome.TooBusy() -> {
        response.setStatus(HttpStatus.SERVICE_UNAVAILABLE.value());
        yield page(user, page, "password", page.t("identity.signIn.busy"), model);
      }
    };
  }

  /** Nobody is signed in any more. */
  @GetMapping("/account-closing")
  String closing(Model model) {
    model.addAttribute("days", AskClosing.TO_THINK.toDays());
    return "identity/closing/closing";
  }

  private String page(
      CurrentUser user, Page page, @Nullable String field, @Nullable String error, Model model) {
    var open =
        matters
            .orderedStream()
            .flatMap(each -> each.openMattersOf(user.id(), page.language()).stream())
            .toList();
    model.addAttribute("matters", open);
    model.addAttribute("days", AskClosing.TO_THINK.toDays());
    model.addAttribute("until", page.dateTime(clock.instant().plus(AskClosing.TO_THINK)));
    model.addAttribute(
        "hasPassword",
        accounts.find(user.id()).filter(it -> it.passwordHash() != null).isPresent());
    model.addAttribute("errors", field == null ? FieldErrors.NONE : FieldErrors.at(field, error));
    return "identity/closing/ask";
  }
}
