package org.motcua.simulators.agency.signon;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.security.Principal;
import org.jspecify.annotations.Nullable;
import org.motcua.simulators.agency.people.ReturnAddress;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;

/** The front page with its button, the page before a page of one's own, and those of troubles. */
@Controller
class SignInPages {

  private final SignOnSettings settings;

  SignInPages(SignOnSettings settings) {
    this.settings = settings;
  }

  @GetMapping("/")
  String home(HttpServletRequest request, Model model) {
    model.addAttribute("signedOut", SignOut.isComplete(request));
    model.addAttribute("signInAt", SignInRequests.ADDRESS);
    return "signon/home";
  }

  /**
   * @param ended whether there was a session that is no more
   */
  @GetMapping("/sign-in")
  String signIn(
      @RequestParam @Nullable String to,
      @RequestParam @Nullable String ended,
      @Nullable Principal visitor,
      Model model) {
    if (visitor != null) return "redirect:" + ReturnAddress.of(to);
    model.addAttribute("signInAt", SignInRequests.ADDRESS + "?to=" + ReturnAddress.of(to));
    model.addAttribute("ended", ended != null);
    return "signon/sign-in";
  }

  @GetMapping("/sign-in/trouble/{reason}")
  String trouble(@PathVariable String reason, HttpServletResponse response, Model model) {
    var trouble =
        SignInTrouble.at(reason)
            .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    response.setStatus(trouble.status().value());
    model.addAttribute("key", trouble.key());
    model.addAttribute("portal", settings.portalAddress());
    model.addAttribute("signInAt", SignInRequests.ADDRESS);
    return "signon/trouble";
  }

  /** Signed out here; the portal could not be told. */
  @GetMapping("/signed-out-here")
  String signedOutHere(Model model) {
    model.addAttribute("portal", settings.portalAddress());
    return "signon/signed-out-here";
  }
}
