package org.motcua.identity.signingin;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;
import org.motcua.identity.Factor;
import org.motcua.identity.attempts.Attempts;
import org.motcua.platform.web.Page;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** All the ways in which this person may show a second factor. */
@Controller
class WaysController {

  static final String TOO_MANY_CODES = "/sign-in/ways?sent=too-many";

  private final Attempts attempts;

  WaysController(Attempts attempts) {
    this.attempts = attempts;
  }

  @GetMapping("/sign-in/ways")
  String show(
      @RequestParam(required = false) @Nullable String sent,
      HttpServletRequest request,
      HttpServletResponse response,
      Model model) {
    var account = attempts.waiting(request);
    if (account.isEmpty()) return "redirect:/sign-in";
    if (sent != null) response.setStatus(HttpStatus.TOO_MANY_REQUESTS.value());
    model.addAttribute("ways", attempts.waysOf(account.get(), request));
    model.addAttribute("tooManyCodes", sent != null);
    return "identity/signingin/ways";
  }

  @PostMapping("/sign-in/ways")
  String choose(
      @RequestParam Factor factor,
      @ModelAttribute(name = "page", binding = false) Page page,
      HttpServletRequest request) {
    var account = attempts.waiting(request);
    if (account.isEmpty()) return "redirect:/sign-in";
    return attempts.waysOf(account.get(), request).stream()
        .filter(way -> way.factor() == factor)
        .findFirst()
        .map(way -> way.choose(account.get(), attempts.subject(request), page.language()))
        .map(address -> "redirect:" + address)
        .orElse("redirect:/sign-in/ways");
  }
}
