package org.motcua.simulators.agency.dossiers;

import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.motcua.simulators.agency.AgencySettings;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;

/** The province's pages: its dossiers, one dossier, and the button that reads them anew. */
@Controller
@ConditionalOnBooleanProperty("agency.reads-dossiers")
class DossiersController {

  private final Synchronisation synchronisation;
  private final NationalPortal portal;
  private final AgencySettings settings;
  private final Clock clock;

  DossiersController(
      Synchronisation synchronisation,
      NationalPortal portal,
      AgencySettings settings,
      Clock clock) {
    this.synchronisation = synchronisation;
    this.portal = portal;
    this.settings = settings;
    this.clock = clock;
  }

  @GetMapping("/dossiers")
  String list(
      @RequestParam @Nullable Integer status, @RequestParam @Nullable String after, Model model) {
    var copy = synchronisation.copy();
    model.addAttribute("copy", copy);
    model.addAttribute("shown", Listing.of(copy.dossiers(), status, after));
    tellTrouble(synchronisation.trouble(), model);
    return "dossiers/list";
  }

  @GetMapping("/dossiers/{code}")
  String dossier(@PathVariable String code, Model model) {
    try {
      model.addAttribute("dossier", portal.find(code).orElseThrow(DossiersController::notFound));
      tellTrouble(Optional.empty(), model);
    } catch (PortalTroubleException e) {
      model.addAttribute("dossier", asLastRead(code).orElse(null));
      tellTrouble(Optional.of(e.trouble()), model);
    }
    return "dossiers/dossier";
  }

  private Optional<DossierDetail> asLastRead(String code) {
    return synchronisation.copy().find(code).map(summary -> new DossierDetail(summary, List.of()));
  }

  @PostMapping("/synchronisation")
  String synchronise() {
    synchronisation.synchronise();
    return "redirect:/dossiers";
  }

  private void tellTrouble(Optional<PortalTrouble> trouble, Model model) {
    model.addAttribute("trouble", trouble.orElse(null));
    model.addAttribute("portal", settings.portal().toString());
    model.addAttribute("synchronisedAt", synchronisation.copy().synchronisedAt());
    model.addAttribute("now", clock.instant());
  }

  private static ResponseStatusException notFound() {
    return new ResponseStatusException(HttpStatus.NOT_FOUND);
  }
}
