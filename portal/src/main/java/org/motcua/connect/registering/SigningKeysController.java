package org.motcua.connect.registering;

import jakarta.servlet.http.HttpServletRequest;
import org.motcua.connect.keys.RotateKeys;
import org.motcua.identity.CurrentUser;
import org.motcua.identity.stepup.FreshProof;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;

/**
 * The keys that sign tokens, for those who keep the portal: they exchange themselves, or at once.
 */
@Controller
class SigningKeysController {

  private static final String HERE = "/desk/signing-keys";

  private final RotateKeys rotateKeys;
  private final Reaches reaches;
  private final FreshProof freshProof;

  SigningKeysController(RotateKeys rotateKeys, Reaches reaches, FreshProof freshProof) {
    this.rotateKeys = rotateKeys;
    this.reaches = reaches;
    this.freshProof = freshProof;
  }

  @GetMapping(HERE)
  String list(
      @RequestParam(defaultValue = "false") boolean done,
      @AuthenticationPrincipal CurrentUser user,
      Model model) {
    requireKeeper(user);
    model.addAttribute("keys", rotateKeys.list());
    model.addAttribute("done", done);
    return "connect/registering/keys";
  }

  @PostMapping(HERE + "/exchange")
  String exchange(@AuthenticationPrincipal CurrentUser user, HttpServletRequest request) {
    requireKeeper(user);
    freshProof.require(user, request);
    rotateKeys.rotateNow(user.actor());
    return "redirect:" + HERE + "?done=true";
  }

  private void requireKeeper(CurrentUser user) {
    if (!reaches.of(user).keepsPortal()) {
      throw new ResponseStatusException(HttpStatus.FORBIDDEN, "Does not keep the portal");
    }
  }
}
