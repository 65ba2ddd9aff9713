package org.motcua.identity.registering;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Duration;
import org.motcua.identity.model.PasswordRules;
import org.motcua.platform.limits.Limit;
import org.motcua.platform.limits.RateLimits;
import org.motcua.platform.web.Page;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** How strong the password is that somebody is typing; it goes nowhere from here. */
@Controller
class PasswordStrengthController {

  private static final Limit PER_ADDRESS = new Limit(240, Duration.ofMinutes(10));

  private final RateLimits limits;

  PasswordStrengthController(RateLimits limits) {
    this.limits = limits;
  }

  /**
   * @param strength from 0, which is refused, to 3
   */
  record Answer(int strength, String words) {}

  @PostMapping("/password-strength")
  ResponseEntity<Answer> reckon(
      @RequestParam String password,
      @ModelAttribute(name = "page", binding = false) Page page,
      HttpServletRequest request) {
    if (!limits.tryConsume("identity.strength:" + request.getRemoteAddr(), PER_ADDRESS)) {
      return ResponseEntity.status(HttpStatus.TOO_MANY_REQUESTS).build();
    }
    var strength = PasswordRules.strength(password);
    var words = page.t("identity.strength." + strength);
    return ResponseEntity.ok()
        .cacheControl(CacheControl.noStore())
        .body(new Answer(strength.ordinal(), words));
  }
}
