package org.motcua.identity.signingin;

import jakarta.servlet.http.HttpServletRequest;
import org.jspecify.annotations.Nullable;
import org.motcua.identity.CurrentUser;
import org.motcua.identity.attempts.Attempts;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;

/** Signing out twice is signing out once. */
@Controller
class SignOutController {

  private final SignOut signOut;
  private final Attempts attempts;

  SignOutController(SignOut signOut, Attempts attempts) {
    this.signOut = signOut;
    this.attempts = attempts;
  }

  @PostMapping("/sign-out")
  String submit(@AuthenticationPrincipal @Nullable CurrentUser user, HttpServletRequest request) {
    if (user == null) forget(request);
    else signOut.end(user, request);
    return "redirect:/signed-out";
  }

  /** Somebody who has not got in may have left something behind on the way. */
  private void forget(HttpServletRequest request) {
    var session = request.getSession(false);
    if (session != null) session.invalidate();
    attempts.giveUp(request);
  }

  @GetMapping("/signed-out")
  String show() {
    return "identity/signingin/signedOut";
  }
}
