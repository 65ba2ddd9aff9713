package org.motcua.identity.authenticator;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.motcua.identity.Factor;
import org.motcua.identity.attempts.Attempts;
import org.motcua.identity.authenticator.ProveAuthenticator.Proof;
import org.motcua.platform.web.Page;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The app's code as second factor. */
@Controller
class AuthenticatorSignInController {

  private final ProveAuthenticator proveAuthenticator;
  private final Attempts attempts;
  private final Clock clock;

  AuthenticatorSignInController(
      ProveAuthenticator proveAuthenticator, Attempts attempts, Clock clock) {
    this.proveAuthenticator = proveAuthenticator;
    this.attempts = attempts;
    this.clock = clock;
  }

  @GetMapping(AuthenticatorWay.ADDRESS)
  String show(HttpServletRequest request, Model model) {
    return attempts.waiting(request).isEmpty() ? "redirect:/sign-in" : page(model, null);
  }

  @PostMapping(AuthenticatorWay.ADDRESS)
  String prove(
      @RequestParam(defaultValue = "") String code,
      @ModelAttribute(name = "page", binding = false) Page page,
      HttpServletRequest request,
      HttpServletResponse response,
      Model model) {
    var waiting = attempts.waiting(request);
    if (waiting.isEmpty()) return "redirect:/sign-in";
    var digits = TypedCode.digits(code);
    if (!TypedCode.isCode(digits) && !RecoveryCodes.isOne(digits)) {
      return page(model, page.t("identity.authenticator.signIn.form"));
    }
    return switch (proveAuthenticator.prove(waiting.get(), digits)) {
      case Proof.Proven() ->
          "redirect:"
              + attempts.prove(
                  waiting.get(), Factor.AUTHENTICATOR_APP, page.language(), request, response);
      case Proof.Wrong(var left) ->
          page(model, page.t("identity.authenticator.signIn.wrong", left));
      case Proof.Paused(var until) -> {
        response.setStatus(HttpStatus.TOO_MANY_REQUESTS.value());
        yield page(model, page.t("identity.authenticator.signIn.paused", minutesUntil(until)));
      }
      case Proof.NoApp() -> "redirect:/sign-in";
    };
  }

  private long minutesUntil(Instant until) {
    return Math.max(1, Duration.between(clock.instant(), until).plusSeconds(59).toMinutes());
  }

  private static String page(Model model, @Nullable String error) {
    model.addAttribute("error", error);
    return "identity/authenticator/signIn";
  }
}
