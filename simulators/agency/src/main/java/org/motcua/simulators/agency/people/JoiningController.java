package org.motcua.simulators.agency.people;

import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpSession;
import org.motcua.simulators.agency.people.Standing.Claimable;
import org.motcua.simulators.agency.people.Standing.Known;
import org.motcua.simulators.agency.people.Standing.Taken;
import org.motcua.simulators.agency.people.Standing.Unknown;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;

/** Asks who is signed in and has no account yet: is the old one his, or does he want a new one? */
@Controller
@RequestMapping("/joining")
class JoiningController {

  private final Joining joining;
  private final Happenings happenings;

  JoiningController(Joining joining, Happenings happenings) {
    this.joining = joining;
    this.happenings = happenings;
  }

  @GetMapping
  String ask(@AuthenticationPrincipal Visitor visitor, HttpSession session, Model model) {
    model.addAttribute("identity", visitor.identity());
    return switch (joining.recognise(visitor.identity())) {
      case Known known -> ReturnAddress.redirect(session);
      case Claimable(Account old) -> {
        model.addAttribute("old", old);
        yield "people/old-account";
      }
      case Unknown unknown -> "people/new-account";
      case Taken taken -> "people/taken";
    };
  }

  @PostMapping("/old-account")
  String join(@AuthenticationPrincipal Visitor visitor, HttpSession session) {
    return after(joining.join(visitor.identity()), session);
  }

  @PostMapping("/new-account")
  String open(@AuthenticationPrincipal Visitor visitor, HttpSession session) {
    return after(joining.open(visitor.identity()), session);
  }

  private static String after(Standing standing, HttpSession session) {
    return standing instanceof Known ? ReturnAddress.redirect(session) : "redirect:/joining";
  }

  /**
   * The account is somebody else's: the province has to look into it, and he is signed out here.
   */
  @PostMapping("/disowning")
  String disown(@AuthenticationPrincipal Visitor visitor, HttpServletRequest request)
      throws ServletException {
    happenings.record(What.DISOWNED, visitor.identity());
    request.logout();
    return "redirect:/joining/disowned";
  }

  @GetMapping("/disowned")
  String disowned() {
    return "people/disowned";
  }
}
