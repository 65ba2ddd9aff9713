package org.motcua.dossiers.tracking;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import org.motcua.dossiers.DossierCode;
import org.motcua.dossiers.model.Dossier;
import org.motcua.dossiers.model.DossierStore;
import org.motcua.platform.limits.Limit;
import org.motcua.platform.limits.RateLimits;
import org.motcua.platform.web.Language;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;

/**
 * Following a dossier without signing in: by its code and the last four digits of the applicant's
 * phone. Four digits are soon guessed, so tries are few, by address and by code.
 */
@Controller
@RequestMapping("/track")
class TrackingController {

  private static final Limit BY_ADDRESS = new Limit(30, Duration.ofMinutes(10));
  private static final Limit BY_CODE = new Limit(10, Duration.ofMinutes(30));

  private final DossierStore dossiers;
  private final TrackingViews views;
  private final RateLimits limits;

  TrackingController(DossierStore dossiers, TrackingViews views, RateLimits limits) {
    this.dossiers = dossiers;
    this.views = views;
    this.limits = limits;
  }

  @GetMapping
  String form(@RequestParam(defaultValue = "") String code, Model model) {
    model.addAttribute("form", new TrackingForm(code.strip(), "", TrackingForm.Fault.NONE));
    return "dossiers/tracking/track";
  }

  @PostMapping
  String track(
      @RequestParam(defaultValue = "") String code,
      @RequestParam(defaultValue = "") String digits,
      HttpServletRequest request,
      Locale locale,
      Model model) {
    var typed = DossierCode.parse(code);
    if (typed.isEmpty()) return again(code, digits, TrackingForm.Fault.CODE, model);
    var lastFour = digits.replaceAll("\\D", "");
    if (lastFour.length() != 4) return again(code, digits, TrackingForm.Fault.DIGITS, model);
    if (!limits.tryConsume("dossiers.track:" + request.getRemoteAddr(), BY_ADDRESS)
        || !limits.tryConsume("dossiers.track:" + typed.get(), BY_CODE)) {
      throw new ResponseStatusException(HttpStatus.TOO_MANY_REQUESTS);
    }
    return find(typed.get(), lastFour)
        .map(dossier -> show(dossier, locale, model))
        .orElseGet(() -> again(code, digits, TrackingForm.Fault.NOT_FOUND, model));
  }

  /** A wrong code and wrong digits are told alike, so that nobody learns which codes there are. */
  private Optional<Dossier> find(DossierCode code, String lastFour) {
    return dossiers
        .find(code)
        .or(() -> code.otherWayRound().flatMap(dossiers::find))
        .filter(dossier -> dossier.applicant().phone().endsWith(lastFour));
  }

  private String show(Dossier dossier, Locale locale, Model model) {
    model.addAttribute("view", views.open(dossier, Language.of(locale)));
    return "dossiers/tracking/tracked";
  }

  private static String again(String code, String digits, TrackingForm.Fault fault, Model model) {
    model.addAttribute("form", new TrackingForm(code.strip(), digits, fault));
    return "dossiers/tracking/track";
  }
}
