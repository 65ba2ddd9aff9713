package org.motcua.identity.recovering;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.motcua.identity.CurrentUser;
import org.motcua.identity.model.AccountStore;
import org.motcua.identity.passkeys.RecentPasskey;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/**
 * Recovery for who still has a passkey: it opens the account, and from here a new phone and a new
 * password are set without the old ones. Each change is told at the old contacts, from where it can
 * be taken back for 72 hours with all that came after it: a thief's changes do not last.
 */
@Controller
class PasskeyRecoveryController {

  private final RecentPasskey recentPasskey;
  private final AccountStore accounts;

  PasskeyRecoveryController(RecentPasskey recentPasskey, AccountStore accounts) {
    this.recentPasskey = recentPasskey;
    this.accounts = accounts;
  }

  @GetMapping("/my/account/recovery")
  String show(
      @AuthenticationPrincipal CurrentUser user,
      HttpServletRequest request,
      HttpServletResponse response,
      Model model) {
    if (!recentPasskey.shownBy(user, request)) return recentPasskey.ask(request, response);
    model.addAttribute("phone", accounts.find(user.id()).orElseThrow().phone().local());
    return "identity/recovering/byPasskey";
  }
}
