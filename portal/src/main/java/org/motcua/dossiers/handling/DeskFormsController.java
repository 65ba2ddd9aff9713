package org.motcua.dossiers.handling;

import java.util.Locale;
import java.util.UUID;
import org.motcua.dossiers.DossierId;
import org.motcua.dossiers.model.Act;
import org.motcua.dossiers.model.Dossier;
import org.motcua.dossiers.telling.AgencyPaper;
import org.motcua.dossiers.telling.Looks;
import org.motcua.dossiers.telling.PdfAnswer;
import org.motcua.dossiers.telling.PrintedForms;
import org.motcua.dossiers.telling.TermViews;
import org.motcua.identity.CurrentUser;
import org.motcua.platform.web.Language;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.server.ResponseStatusException;

/** What an officer prints of a dossier of his agency, and why it is due when it is. */
@Controller
@RequestMapping("/desk/dossiers/{id}")
class DeskFormsController {

  private final Desk desk;
  private final PrintedForms forms;
  private final TermViews terms;
  private final Looks looks;

  DeskFormsController(Desk desk, PrintedForms forms, TermViews terms, Looks looks) {
    this.desk = desk;
    this.forms = forms;
    this.terms = terms;
    this.looks = looks;
  }

  @GetMapping(value = "/papers-of-agency/{name}.pdf", produces = MediaType.APPLICATION_PDF_VALUE)
  ResponseEntity<byte[]> paper(
      @PathVariable UUID id, @PathVariable String name, @AuthenticationPrincipal CurrentUser user) {
    var paper = AgencyPaper.at(name).orElseThrow(DeskFormsController::notFound);
    var dossier = opened(id, user);
    if (!seesAllOf(dossier, user)) throw notFound();
    var pdf = forms.print(paper, dossier).orElseThrow(DeskFormsController::notFound);
    return PdfAnswer.named(paper.fileName(dossier), pdf);
  }

  /** For whoever gives results to the post: a name and an address, and nothing of the case. */
  @GetMapping(value = "/address-label.pdf", produces = MediaType.APPLICATION_PDF_VALUE)
  ResponseEntity<byte[]> label(@PathVariable UUID id, @AuthenticationPrincipal CurrentUser user) {
    var dossier = opened(id, user);
    var officer = desk.officer(user).orElseThrow(DeskFormsController::notFound);
    if (!officer.hasOneOf(desk.rolesFor(dossier, Act.SEND_BY_POST))) throw notFound();
    var pdf = forms.addressLabel(dossier).orElseThrow(DeskFormsController::notFound);
    return PdfAnswer.named("phieu-gui-" + dossier.submittedCode() + ".pdf", pdf);
  }

  @GetMapping("/term")
  String term(
      @PathVariable UUID id,
      @AuthenticationPrincipal CurrentUser user,
      Locale locale,
      Model model) {
    model.addAttribute("view", terms.of(opened(id, user), Language.of(locale)));
    return "dossiers/handling/term";
  }

  /** Who only hands results over needs no paper with a phone and reasons on it. */
  private boolean seesAllOf(Dossier dossier, CurrentUser user) {
    return desk.officer(user).filter(officer -> officer.seesAllOf(dossier)).isPresent();
  }

  private Dossier opened(UUID id, CurrentUser user) {
    var officer = desk.officer(user).orElseThrow(DeskFormsController::notFound);
    var dossier = desk.find(new DossierId(id), officer).orElseThrow(DeskFormsController::notFound);
    looks.officerOpens(dossier, user, officer.agency());
    return dossier;
  }

  private static ResponseStatusException notFound() {
    return new ResponseStatusException(HttpStatus.NOT_FOUND);
  }
}
