package org.motcua.dossiers.filling;

import java.util.Locale;
import java.util.UUID;
import org.motcua.dossiers.DossierId;
import org.motcua.dossiers.access.OwnDossiers;
import org.motcua.dossiers.filling.DraftOutcome.AnotherWaits;
import org.motcua.dossiers.filling.DraftOutcome.Begun;
import org.motcua.dossiers.filling.DraftOutcome.NoSuchService;
import org.motcua.dossiers.filling.DraftOutcome.NotForYou;
import org.motcua.dossiers.model.Dossier;
import org.motcua.dossiers.model.NeededLevel;
import org.motcua.eservices.OnlineServices;
import org.motcua.identity.CurrentUser;
import org.motcua.identity.Power;
import org.motcua.platform.web.Language;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;

/** Applies again with what was handed in before. */
@Controller
class CopyingController {

  private final CopyDossier copyDossier;
  private final OwnDossiers own;
  private final OnlineServices services;

  CopyingController(CopyDossier copyDossier, OwnDossiers own, OnlineServices services) {
    this.copyDossier = copyDossier;
    this.own = own;
    this.services = services;
  }

  @PostMapping("/my/dossiers/{id}/copy")
  String copy(
      @PathVariable UUID id,
      @RequestParam(defaultValue = "false") boolean another,
      @AuthenticationPrincipal CurrentUser user,
      Locale locale,
      Model model) {
    var dossier = new DossierId(id);
    own.find(dossier, user, Power.FILE)
        .flatMap(former -> services.find(former.service().slug()))
        .map(NeededLevel::of)
        .ifPresent(user::require);
    return switch (copyDossier.copy(dossier, user, another)) {
      case Begun(DossierId draft) -> "redirect:/my/dossiers/" + draft;
      case AnotherWaits(Dossier draft) -> {
        model.addAttribute("draft", draft);
        model.addAttribute("former", id.toString());
        model.addAttribute("service", nameOf(draft, Language.of(locale)));
        yield "dossiers/filling/copy-waits";
      }
      case NotForYou none -> "dossiers/filling/not-for-you";
      case NoSuchService none -> throw new ResponseStatusException(HttpStatus.NOT_FOUND);
    };
  }

  private String nameOf(Dossier draft, Language language) {
    return services.get(draft.service().slug(), draft.service().version()).name().in(language);
  }
}
