package org.motcua.identity.signingin;

import jakarta.servlet.http.HttpServletRequest;
import org.jspecify.annotations.Nullable;
import org.motcua.identity.CurrentUser;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;

/** Signing out twice is signing out once. */
@Controller
class SignOutController {

  private final SignOut signOut;

  SignOutController(SignOut signOut) {
    this.signOut = signOut;
  }

  @PostMapping("/sign-out")
  String submit(@AuthenticationPrincipal @Nullable CurrentUser user, HttpServletRequest request) {
    var session = request.getSession(false);
    if (user != null) signOut.record(user);
    if (session != null) session.invalidate();
    return "redirect:/signed-out";
  }

  @GetMapping("/signed-out")
  String show() {
    return "identity/signingin/signedOut";
  }
}
