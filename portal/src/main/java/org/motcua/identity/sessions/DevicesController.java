package org.motcua.identity.sessions;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Base64;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.motcua.identity.CurrentUser;
import org.motcua.platform.web.Page;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;

/** From where I am signed in, from where I have been, and signing out there. */
@Controller
@RequestMapping({"/my/account/devices", "/desk/account/devices"})
class DevicesController {

  private static final Set<String> DONE = Set.of("one", "others", "browser");

  private final DevicesViews views;
  private final EndSessions endSessions;

  DevicesController(DevicesViews views, EndSessions endSessions) {
    this.views = views;
    this.endSessions = endSessions;
  }

  @GetMapping
  String show(
      @RequestParam(required = false) @Nullable UUID before,
      @RequestParam(required = false) @Nullable String done,
      @AuthenticationPrincipal CurrentUser user,
      @ModelAttribute(name = "page", binding = false) Page page,
      HttpServletRequest request,
      Model model) {
    model.addAttribute("view", views.of(user, ownSession(request), before, page));
    model.addAttribute("done", done != null && DONE.contains(done) ? done : null);
    return "identity/sessions/devices";
  }

  @PostMapping("/sign-out")
  String signOutThere(@RequestParam String session, @AuthenticationPrincipal CurrentUser user) {
    endSessions.end(user, session);
    return "redirect:" + DevicesViews.base(user) + "?done=one";
  }

  @PostMapping("/sign-out-others")
  String signOutElsewhere(@AuthenticationPrincipal CurrentUser user, HttpServletRequest request) {
    endSessions.endOthers(user, ownSession(request));
    return "redirect:" + DevicesViews.base(user) + "?done=others";
  }

  @PostMapping("/forgotten-browser")
  String forget(@RequestParam String browser, @AuthenticationPrincipal CurrentUser user) {
    endSessions.forgetBrowser(user, decoded(browser));
    return "redirect:" + DevicesViews.base(user) + "?done=browser";
  }

  private static byte[] decoded(String handle) {
    try {
      return Base64.getUrlDecoder().decode(handle);
    } catch (IllegalArgumentException notOurs) {
      throw new ResponseStatusException(HttpStatus.BAD_REQUEST, "No such browser", notOurs);
    }
  }

  private static String ownSession(HttpServletRequest request) {
    return request.getSession().getId();
  }
}
