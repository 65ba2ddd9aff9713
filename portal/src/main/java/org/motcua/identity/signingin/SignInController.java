package org.motcua.identity.signingin;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.motcua.identity.CurrentUser;
import org.motcua.identity.Factor;
import org.motcua.identity.SignInPurpose;
import org.motcua.identity.access.HalfFilledRequests;
import org.motcua.identity.attempts.AttemptCookie;
import org.motcua.identity.attempts.Attempts;
import org.motcua.identity.attempts.OpenSession;
import org.motcua.platform.web.Page;
import org.motcua.platform.web.ui.FieldError;
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
class SignInController {

  private static final String PAGE = "identity/signingin/password";

  private final CheckPassword checkPassword;
  private final HalfFilledRequests halfFilled;
  private final AttemptCookie cookie;
  private final Attempts attempts;
  private final ObjectProvider<SignInPurpose> purposes;
  private final Clock clock;

  SignInController(
      CheckPassword checkPassword,
      HalfFilledRequests halfFilled,
      AttemptCookie cookie,
      Attempts attempts,
      ObjectProvider<SignInPurpose> purposes,
      Clock clock) {
    this.checkPassword = checkPassword;
    this.halfFilled = halfFilled;
    this.cookie = cookie;
    this.attempts = attempts;
    this.purposes = purposes;
    this.clock = clock;
  }

  @GetMapping("/sign-in")
  String show(
      @AuthenticationPrincipal @Nullable CurrentUser user,
      @RequestParam(defaultValue = "") String name,
      @ModelAttribute(name = "page", binding = false) Page page,
      HttpServletRequest request,
      HttpServletResponse response,
      Model model) {
    if (user != null) return "redirect:" + OpenSession.home(user);
    cookie.giveIfAbsent(request, response);
    return page(model, name, waiting(page, request, response), FieldErrors.NONE, null);
  }

  @PostMapping("/sign-in")
  String submit(
      @RequestParam(defaultValue = "") String name,
      @RequestParam(defaultValue = "") String password,
      @RequestParam(defaultValue = "false") boolean trust,
      @ModelAttribute(name = "page", binding = false) Page page,
      HttpServletRequest request,
      HttpServletResponse response,
      Model model) {
    var waiting = waiting(page, request, response);
    if (name.isBlank() || password.isEmpty()) {
      return page(model, name, waiting, missing(page, name, password), null);
    }
    return switch (checkPassword.check(name, password, request)) {
      case PasswordOutcome.Right(var account) ->
          "redirect:"
              + attempts.prove(account, Factor.PASSWORD, trust, page.language(), request, response);
      case PasswordOutcome.Wrong(var triesLeft) ->
          page(model, name, waiting, FieldErrors.at("name", wrong(page, triesLeft)), null);
      case PasswordOutcome.Paused(var until) ->
          refused(
              model,
              response,
              HttpStatus.TOO_MANY_REQUESTS,
              name,
              page.t("identity.signIn.paused", minutesUntil(until)));
      case PasswordOutcome.AddressSlowedDown() ->
          refused(
              model,
              response,
              HttpStatus.TOO_MANY_REQUESTS,
              name,
              page.t("identity.signIn.slowedDown"));
      case PasswordOutcome.AccountSlowedDown() ->
          refused(
              model,
              response,
              HttpStatus.TOO_MANY_REQUESTS,
              name,
              page.t("identity.signIn.accountSlowedDown"));
      case PasswordOutcome.ShutOut() ->
          refused(model, response, HttpStatus.FORBIDDEN, name, page.t("identity.signIn.shutOut"));
      case PasswordOutcome.TooBusy() ->
          refused(
              model,
              response,
              HttpStatus.SERVICE_UNAVAILABLE,
              name,
              page.t("identity.signIn.busy"));
    };
  }

  /** From the second time on also what to do for who is sure: see {@link SignInLimits}. */
  private static String wrong(Page page, int triesLeft) {
    var wrong = page.t("identity.signIn.wrong", triesLeft);
    return triesLeft < FailedSignIns.ALLOWED - 1
        ? wrong + " " + page.t("identity.signIn.wrong.sure")
        : wrong;
  }

  private static FieldErrors missing(Page page, String name, String password) {
    var errors = new ArrayList<FieldError>();
    if (name.isBlank()) {
      errors.add(new FieldError("name", page.t("identity.signIn.name.missing")));
    }
    if (password.isEmpty()) {
      errors.add(new FieldError("password", page.t("identity.signIn.password.missing")));
    }
    return new FieldErrors(errors);
  }

  /** What the person reads of what he goes on with; empty where he has come for nothing special. */
  private String waiting(Page page, HttpServletRequest request, HttpServletResponse response) {
    return halfFilled
        .destination(request, response)
        .map(
            address ->
                siteBehind(address, page)
                    .map(site -> page.t("identity.signIn.waitingFor", site))
                    .orElseGet(() -> page.t("identity.signIn.waiting")))
        .orElse("");
  }

  private Optional<String> siteBehind(String address, Page page) {
    return purposes.stream()
        .flatMap(purpose -> purpose.siteBehind(address, page.language()).stream())
        .findFirst();
  }

  private long minutesUntil(Instant until) {
    return Math.max(1, Duration.between(clock.instant(), until).plusSeconds(59).toMinutes());
  }

  private static String refused(
      Model model, HttpServletResponse response, HttpStatus status, String name, String text) {
    response.setStatus(status.value());
    return page(model, name, "", FieldErrors.NONE, text);
  }

  private static String page(
      Model model, String name, String waiting, FieldErrors errors, @Nullable String refusal) {
    model.addAttribute("name", name);
    model.addAttribute("waiting", waiting);
    model.addAttribute("errors", errors);
    model.addAttribute("refusal", refusal);
    return PAGE;
  }
}
