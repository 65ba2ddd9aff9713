package org.motcua.identity.mandates.acting;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.motcua.identity.AccountKind;
import org.motcua.identity.CurrentUser;
import org.motcua.identity.LevelOfAssurance;
import org.motcua.identity.Mandate;
import org.motcua.identity.MandateId;
import org.motcua.identity.MandateKind;
import org.motcua.identity.Mandates;
import org.motcua.identity.mandates.acting.ActingOutcome.ActsAlready;
import org.motcua.identity.mandates.acting.ActingOutcome.Begun;
import org.motcua.identity.mandates.acting.ActingOutcome.NoSuchMandate;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;

/** "Act for …" and back. */
@Controller
class ActingController {

  static final String BEGINNING = "/my/acting";
  static final String ENDED_PAGE = "/acting/ended";

  /** Where one is led who would sign in elsewhere, and may not do all here. */
  static final String LIMITED_PAGE = "/acting/limited";

  /** In the session: for whom one no longer acts. */
  static final String ENDED = "motcua.acting-ended";

  /** The others begin where the right is found out anew: at the register, at the counter. */
  private static final Set<MandateKind> BEGUN_HERE =
      Set.of(MandateKind.DELEGATION, MandateKind.MEMBER);

  private final ActFor actFor;
  private final Mandates mandates;

  ActingController(ActFor actFor, Mandates mandates) {
    this.actFor = actFor;
    this.mandates = mandates;
  }

  @PostMapping(BEGINNING)
  String begin(
      @RequestParam UUID mandate,
      @AuthenticationPrincipal CurrentUser user,
      HttpServletRequest request,
      HttpServletResponse response,
      Model model) {
    user.require(LevelOfAssurance.LOA2);
    var id = new MandateId(mandate);
    if (mandates.find(id).map(Mandate::kind).filter(BEGUN_HERE::contains).isEmpty()) {
      throw notFound();
    }
    return switch (actFor.begin(user, id, "/my/dossiers", request, response)) {
      case Begun(var as) -> "redirect:/my/dossiers";
      case ActsAlready none -> "identity/mandates/acting/acts-already";
      case NoSuchMandate none -> throw notFound();
    };
  }

  /** Twice is once: who acts for nobody is at home already. */
  @PostMapping("/acting/end")
  String end(
      @AuthenticationPrincipal @Nullable CurrentUser user,
      HttpServletRequest request,
      HttpServletResponse response) {
    if (user == null) return "redirect:/";
    var acting = user.acting();
    var home =
        (acting == null ? user.kind() : acting.actorKind()) == AccountKind.OFFICER
            ? "/desk/assisting?said=ended"
            : "/my/delegations?said=ended";
    actFor.end(user, home, request, response);
    return "redirect:" + home;
  }

  @GetMapping(ENDED_PAGE)
  String ended(
      @AuthenticationPrincipal @Nullable CurrentUser user,
      HttpServletRequest request,
      Model model) {
    var session = request.getSession(false);
    model.addAttribute("other", session == null ? null : session.getAttribute(ENDED));
    model.addAttribute("home", user != null && user.officer() ? "/desk" : "/my/delegations");
    return "identity/mandates/acting/ended";
  }

  @GetMapping(LIMITED_PAGE)
  String limited(
      @AuthenticationPrincipal @Nullable CurrentUser user,
      HttpServletResponse response,
      Model model) {
    response.setStatus(HttpStatus.FORBIDDEN.value());
    model.addAttribute("other", user == null || user.acting() == null ? null : user.name());
    return "identity/mandates/acting/limited";
  }

  private static ResponseStatusException notFound() {
    return new ResponseStatusException(HttpStatus.NOT_FOUND);
  }
}
