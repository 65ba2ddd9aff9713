package org.motcua.dossiers.handling;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.motcua.documents.DocumentId;
import org.motcua.documents.Documents;
import org.motcua.documents.Download;
import org.motcua.dossiers.DossierCode;
import org.motcua.dossiers.DossierId;
import org.motcua.dossiers.model.Dossier;
import org.motcua.dossiers.model.DossierStore;
import org.motcua.dossiers.model.QueueFilter;
import org.motcua.dossiers.model.QueueKey;
import org.motcua.dossiers.papers.PaperLooks;
import org.motcua.dossiers.telling.Looks;
import org.motcua.dossiers.telling.PdfAnswer;
import org.motcua.dossiers.telling.PrintedForms;
import org.motcua.identity.CurrentUser;
import org.motcua.platform.web.Language;
import org.springframework.core.io.Resource;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;

/** What an officer sees: the queue of his agency, and one dossier of it. */
@Controller
@RequestMapping("/desk")
class DeskController {

  private static final int PAGE = 25;

  private final Desk desk;
  private final DeskViews views;
  private final DossierStore dossiers;
  private final Documents documents;
  private final PrintedForms forms;
  private final Looks looks;
  private final PaperLooks paperLooks;

  DeskController(
      Desk desk,
      DeskViews views,
      DossierStore dossiers,
      Documents documents,
      PrintedForms forms,
      Looks looks,
      PaperLooks paperLooks) {
    this.desk = desk;
    this.views = views;
    this.dossiers = dossiers;
    this.documents = documents;
    this.forms = forms;
    this.looks = looks;
    this.paperLooks = paperLooks;
  }

  @GetMapping
  String queue(
      @RequestParam(defaultValue = "ALL") QueueFilter show,
      @RequestParam Optional<String> after,
      @AuthenticationPrincipal CurrentUser user,
      Locale locale,
      Model model) {
    var officer = desk.officer(user);
    if (officer.isEmpty()) return "dossiers/handling/no-post";
    if (officer.get().onlyEditsProcedures()) return "redirect:/desk/procedures";
    if (officer.get().onlySupports()) return "redirect:/desk/recoveries";
    var found =
        dossiers.queueOf(
            officer.get().agency(), show, after.flatMap(QueueKey::parse).orElse(null), PAGE + 1);
    var next = found.size() > PAGE ? keyOf(found.get(PAGE - 1)) : null;
    var counts = dossiers.countOpen(officer.get().agency());
    model.addAttribute(
        "view",
        views.queue(officer.get(), show, firstPage(found), next, counts, Language.of(locale)));
    return "dossiers/handling/queue";
  }

  @GetMapping("/closed")
  String closed(
      @RequestParam Optional<UUID> before,
      @AuthenticationPrincipal CurrentUser user,
      Locale locale,
      Model model) {
    var officer = desk.officer(user);
    if (officer.isEmpty()) return "dossiers/handling/no-post";
    var found =
        dossiers.listClosedAt(
            officer.get().agency(), before.map(DossierId::new).orElse(null), PAGE + 1);
    var next = found.size() > PAGE ? found.get(PAGE - 1).id().toString() : null;
    model.addAttribute(
        "view", views.closed(officer.get(), firstPage(found), next, Language.of(locale)));
    return "dossiers/handling/queue";
  }

  /** What is on the slip that somebody brings to the counter. */
  @GetMapping("/search")
  String search(
      @RequestParam(defaultValue = "") String code,
      @AuthenticationPrincipal CurrentUser user,
      Model model) {
    var officer = desk.officer(user);
    if (officer.isEmpty()) return "dossiers/handling/no-post";
    var found = DossierCode.parse(code).flatMap(dossiers::find).filter(officer.get()::handles);
    if (found.isPresent()) return "redirect:/desk/dossiers/" + found.get().id();
    model.addAttribute("code", code.strip());
    return "dossiers/handling/not-found";
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
    if (dossier.findAttachment(asked).isEmpty()
        && (result == null || !result.document().equals(asked))) {
      throw notFound();
    }
    var paper = documents.get(asked);
    looks.officerOpens(paper, dossier, user, officer.agency());
    paperLooks.handled(dossier.id(), asked, user, officer.agency());
    return Download.inline(paper, documents.open(asked));
  }

  @GetMapping(
      value = "/dossiers/{id}/control-sheet.pdf",
      produces = MediaType.APPLICATION_PDF_VALUE)
  ResponseEntity<byte[]> controlSheet(
      @PathVariable UUID id, @AuthenticationPrincipal CurrentUser user) {
    var officer = officer(user);
    var dossier = dossierOf(id, officer);
    looks.officerOpens(dossier, user, officer.agency());
    return PdfAnswer.named(
        "phieu-kiem-soat-" + dossier.submittedCode() + ".pdf", forms.controlSheet(dossier));
  }

  private DeskOfficer officer(CurrentUser user) {
    return desk.officer(user).orElseThrow(DeskController::notFound);
  }

  private Dossier dossierOf(UUID id, DeskOfficer officer) {
    return desk.find(new DossierId(id), officer).orElseThrow(DeskController::notFound);
  }

  private static List<Dossier> firstPage(List<Dossier> found) {
    return found.subList(0, Math.min(PAGE, found.size()));
  }

  private static @Nullable String keyOf(Dossier last) {
    var due = last.term().dueAt();
    return due == null ? null : new QueueKey(due, last.id()).toString();
  }

  private static ResponseStatusException notFound() {
    return new ResponseStatusException(HttpStatus.NOT_FOUND);
  }
}
