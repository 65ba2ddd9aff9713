package org.motcua.identity.officers;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.motcua.identity.model.PasswordRules;
import org.motcua.platform.limits.Limit;
import org.motcua.platform.limits.RateLimits;
import org.motcua.platform.web.Page;
import org.motcua.platform.web.ui.FieldErrors;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Where the link of the SMS leads. */
@Controller
@RequestMapping(FirstSignInController.PATH + "/{token}")
class FirstSignInController {

  static final String PATH = "/first-sign-in";

  private static final Limit PER_ADDRESS = new Limit(30, Duration.ofMinutes(10));

  private final SetFirstPassword firstPassword;
  private final RateLimits limits;

  FirstSignInController(SetFirstPassword firstPassword, RateLimits limits) {
    this.firstPassword = firstPassword;
    this.limits = limits;
  }

  @GetMapping
  String show(@PathVariable String token, HttpServletResponse response, Model model) {
    return page(token, FieldErrors.NONE, null, response, model);
  }

  @PostMapping
  String set(
      @PathVariable String token,
      @RequestParam(defaultValue = "") String password,
      @ModelAttribute(name = "page", binding = false) Page page,
      HttpServletRequest request,
      HttpServletResponse response,
      Model model) {
    if (!limits.tryConsume("identity.first-sign-in:" + request.getRemoteAddr(), PER_ADDRESS)) {
      response.setStatus(HttpStatus.TOO_MANY_REQUESTS.value());
      return page(token, FieldErrors.NONE, page.t("identity.signIn.slowedDown"), response, model);
    }
    return switch (firstPassword.set(token, password)) {
      case SetFirstPassword.Outcome.Set() -> "identity/officers/passwordSet";
      case SetFirstPassword.Outcome.NoSuchLink() ->
          page(token, FieldErrors.NONE, null, response, model);
      case SetFirstPassword.Outcome.Faulty(var fault) ->
          page(token, FieldErrors.at("password", page.t(message(fault))), null, response, model);
      case SetFirstPassword.Outcome.TooBusy() -> {
        response.setStatus(HttpStatus.SERVICE_UNAVAILABLE.value());
        yield page(token, FieldErrors.NONE, page.t("identity.signIn.busy"), response, model);
      }
    };
  }

  private static String message(PasswordRules.Fault fault) {
    return "identity.officers.password." + fault.name();
  }

  private String page(
      String token,
      FieldErrors errors,
      @Nullable String refusal,
      HttpServletResponse response,
      Model model) {
    var officer = firstPassword.whose(token);
    if (officer.isEmpty()) {
      response.setStatus(HttpStatus.NOT_FOUND.value());
      return "identity/officers/noSuchLink";
    }
    model.addAttribute("officer", officer.get());
    model.addAttribute("errors", errors);
    model.addAttribute("refusal", refusal);
    return "identity/officers/password";
  }
}
