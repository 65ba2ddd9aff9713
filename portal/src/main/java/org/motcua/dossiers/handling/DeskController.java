package org.motcua.dossiers.handling;

import java.util.Locale;
import java.util.UUID;
import org.motcua.documents.DocumentId;
import org.motcua.documents.Documents;
import org.motcua.documents.Download;
import org.motcua.dossiers.DossierId;
import org.motcua.dossiers.model.Dossier;
import org.motcua.dossiers.papers.PaperLooks;
import org.motcua.dossiers.telling.Looks;
import org.motcua.identity.CurrentUser;
import org.motcua.platform.web.Language;
import org.springframework.core.io.Resource;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.server.ResponseStatusException;

/** One dossier of his agency, as far as the officer's posts need it. */
@Controller
@RequestMapping("/desk")
class DeskController {

  private final Desk desk;
  private final DeskViews views;
  private final Documents documents;
  private final Looks looks;
  private final PaperLooks paperLooks;

  DeskController(
      Desk desk, DeskViews views, Documents documents, Looks looks, PaperLooks paperLooks) {
    this.desk = desk;
    this.views = views;
    this.documents = documents;
    this.looks = looks;
    this.paperLooks = paperLooks;
  }

  @GetMapping("/dossiers/{id}")
  String dossier(
      @PathVariable UUID id,
      @AuthenticationPrincipal CurrentUser user,
      Locale locale,
      Model model) {
    var officer = officer(user);
    var dossier = dossierOf(id, officer);
    looks.officerOpens(dossier, user, officer.agency());
    model.addAttribute("view", views.dossier(officer, dossier, null, Language.of(locale)));
    return "dossiers/handling/dossier";
  }

  @GetMapping("/dossiers/{id}/papers/{document}")
  ResponseEntity<Resource> paper(
      @PathVariable UUID id,
      @PathVariable UUID document,
      @AuthenticationPrincipal CurrentUser user) {
    var officer = officer(user);
    var dossier = dossierOf(id, officer);
    var result = dossier.result();
    var asked = new DocumentId(document);
    var handedIn = officer.seesAllOf(dossier) && dossier.findAttachment(asked).isPresent();
    if (!handedIn && (result == null || !result.document().equals(asked))) throw notFound();
    var paper = documents.get(asked);
    looks.officerOpens(paper, dossier, user, officer.agency());
    paperLooks.handled(dossier.id(), asked, user, officer.agency());
    return Download.inline(paper, documents.open(asked));
  }

  private DeskOfficer officer(CurrentUser user) {
    return desk.officer(user).orElseThrow(DeskController::notFound);
  }

  private Dossier dossierOf(UUID id, DeskOfficer officer) {
    return desk.find(new DossierId(id), officer).orElseThrow(DeskController::notFound);
  }

  private static ResponseStatusException notFound() {
    return new ResponseStatusException(HttpStatus.NOT_FOUND);
  }
}
