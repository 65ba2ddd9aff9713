package org.motcua.dossiers.handling;

import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import org.motcua.dossiers.DossierCode;
import org.motcua.dossiers.model.DossierStore;
import org.motcua.dossiers.model.QueueRow;
import org.motcua.identity.CurrentUser;
import org.motcua.platform.limits.Limit;
import org.motcua.platform.limits.RateLimits;
import org.motcua.platform.web.Language;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The desk's search: what is on the slip, or who stands at the counter. */
@Controller
@RequestMapping("/desk/search")
class DeskSearchController {

  /** Much more than a busy counter needs, much less than reading out an agency. */
  private static final Limit SEARCHES = new Limit(200, Duration.ofHours(1));

  /** What became of it, besides a list. */
  enum Outcome {
    FOUND,
    NONE,
    TOO_SHORT,
    TOO_OFTEN
  }

  private final Desk desk;
  private final DossierStore dossiers;
  private final FindDossiers finding;
  private final QueueViews views;
  private final RateLimits limits;

  DeskSearchController(
      Desk desk, DossierStore dossiers, FindDossiers finding, QueueViews views, RateLimits limits) {
    this.desk = desk;
    this.dossiers = dossiers;
    this.finding = finding;
    this.views = views;
    this.limits = limits;
  }

  /**
   * @param code as the address was before names could be looked for
   */
  @GetMapping
  String search(
      @RequestParam(defaultValue = "") String q,
      @RequestParam(defaultValue = "") String code,
      @AuthenticationPrincipal CurrentUser user,
      HttpServletResponse response,
      Locale locale,
      Model model) {
    var sitting = desk.officer(user);
    if (sitting.isEmpty()) return "dossiers/handling/no-post";
    var officer = sitting.get();
    var typed = (q.isBlank() ? code : q).strip();
    var exactly = DossierCode.parse(typed).flatMap(dossiers::find).filter(officer::sees);
    if (exactly.isPresent()) return "redirect:/desk/dossiers/" + exactly.get().id();

    var found = List.<QueueRow>of();
    var outcome = Outcome.TOO_SHORT;
    if (!typed.isEmpty() && FindDossiers.enough(typed)) {
      if (limits.tryConsume("dossiers.desk_search:" + user.id(), SEARCHES)) {
        found = finding.find(typed, officer, user);
        outcome = found.isEmpty() ? Outcome.NONE : Outcome.FOUND;
      } else {
        outcome = Outcome.TOO_OFTEN;
        response.setStatus(HttpStatus.TOO_MANY_REQUESTS.value());
      }
    }
    var shown = found.subList(0, Math.min(FindDossiers.MOST, found.size()));
    model.addAttribute("view", views.found(officer, user, shown, Language.of(locale)));
    model.addAttribute("typed", typed);
    model.addAttribute("outcome", outcome.name().toLowerCase(Locale.ROOT));
    model.addAttribute("more", found.size() > FindDossiers.MOST);
    return "dossiers/handling/search";
  }
}
