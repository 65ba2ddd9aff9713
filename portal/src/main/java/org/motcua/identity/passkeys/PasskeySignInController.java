package org.motcua.identity.passkeys;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.motcua.identity.AccountId;
import org.motcua.identity.CurrentUser;
import org.motcua.identity.Factor;
import org.motcua.identity.attempts.Attempts;
import org.motcua.platform.limits.Limit;
import org.motcua.platform.limits.RateLimits;
import org.motcua.platform.web.Page;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Signing in with a passkey, alone or after the password. */
@Controller
class PasskeySignInController {

  /** Wide enough for a village behind one address. */
  private static final Limit PER_ADDRESS = new Limit(120, Duration.ofMinutes(5));

  private final ProvePasskey provePasskey;
  private final RecentPasskey recentPasskey;
  private final Attempts attempts;
  private final RateLimits limits;

  PasskeySignInController(
      ProvePasskey provePasskey,
      RecentPasskey recentPasskey,
      Attempts attempts,
      RateLimits limits) {
    this.provePasskey = provePasskey;
    this.recentPasskey = recentPasskey;
    this.attempts = attempts;
    this.limits = limits;
  }

  @GetMapping(PasskeyWay.ADDRESS)
  String show(HttpServletRequest request, Model model) {
    return page(model, request, null);
  }

  @PostMapping(PasskeyWay.ADDRESS + "/options")
  ResponseEntity<Map<String, Object>> options(
      HttpServletRequest request, HttpServletResponse response) {
    if (!limits.tryConsume("identity.passkey:" + request.getRemoteAddr(), PER_ADDRESS)) {
      return ResponseEntity.status(HttpStatus.TOO_MANY_REQUESTS).build();
    }
    var whose = attempts.waiting(request).orElse(null);
    return ResponseEntity.ok(provePasskey.options(whose, request, response));
  }

  @PostMapping(PasskeyWay.ADDRESS)
  String prove(
      @RequestParam(defaultValue = "") String credential,
      @AuthenticationPrincipal @Nullable CurrentUser user,
      @ModelAttribute(name = "page", binding = false) Page page,
      HttpServletRequest request,
      HttpServletResponse response,
      Model model) {
    return switch (provePasskey.prove(credential, request)) {
      case ProveOutcome.Proven(var account) when !isOther(user, account) -> {
        var address = attempts.prove(account, Factor.PASSKEY, page.language(), request, response);
        recentPasskey.shown(account, request);
        yield "redirect:" + address;
      }
      case ProveOutcome.Proven(_) -> refused(model, page, request, "other");
      case ProveOutcome.Unknown() -> refused(model, page, request, "unknown");
      case ProveOutcome.TooLate() -> refused(model, page, request, "tooLate");
      case ProveOutcome.Copied() -> refused(model, page, request, "copied");
      case ProveOutcome.Refused() -> refused(model, page, request, "refused");
    };
  }

  /**
   * Whoever is signed in and asked for more shows a passkey of the account he is signed in with.
   */
  private static boolean isOther(@Nullable CurrentUser user, AccountId account) {
    return user != null && !user.signedIn().equals(account);
  }

  private String refused(Model model, Page page, HttpServletRequest request, String why) {
    return page(model, request, page.t("identity.passkeys.signIn." + why));
  }

  private String page(Model model, HttpServletRequest request, @Nullable String error) {
    model.addAttribute("second", attempts.waiting(request).isPresent());
    model.addAttribute("error", error);
    return "identity/passkeys/signIn";
  }
}
