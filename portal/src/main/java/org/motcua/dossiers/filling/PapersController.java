package org.motcua.dossiers.filling;

import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.motcua.documents.DocumentId;
import org.motcua.documents.Documents;
import org.motcua.documents.Download;
import org.motcua.documents.StoringOutcome;
import org.motcua.documents.Upload;
import org.motcua.documents.UploadId;
import org.motcua.dossiers.DossierId;
import org.motcua.dossiers.access.Changeables;
import org.motcua.dossiers.access.OpenedDossier;
import org.motcua.dossiers.access.OwnDossiers;
import org.motcua.dossiers.filling.PaperOutcome.Added;
import org.motcua.dossiers.filling.PaperOutcome.Closed;
import org.motcua.dossiers.filling.PaperOutcome.NoSuchPaper;
import org.motcua.dossiers.filling.PaperOutcome.NotAsked;
import org.motcua.dossiers.filling.PaperOutcome.NotWhole;
import org.motcua.dossiers.filling.PaperOutcome.Refused;
import org.motcua.dossiers.filling.PaperOutcome.TooMany;
import org.motcua.dossiers.filling.PaperOutcome.WrongKind;
import org.motcua.dossiers.model.AdditionRequest;
import org.motcua.dossiers.model.Attachment;
import org.motcua.dossiers.model.Dossier;
import org.motcua.dossiers.model.DossierStore;
import org.motcua.dossiers.model.KeptPaperStore;
import org.motcua.dossiers.papers.KeepPaper;
import org.motcua.dossiers.papers.OwnPapers;
import org.motcua.dossiers.papers.PaperLooks;
import org.motcua.dossiers.papers.StoreConsents;
import org.motcua.dossiers.papers.TakenPapers;
import org.motcua.eservices.OnlineServices;
import org.motcua.eservices.Paper;
import org.motcua.forms.FillingContext;
import org.motcua.forms.FormDefinition;
import org.motcua.identity.CurrentUser;
import org.motcua.identity.Power;
import org.motcua.platform.web.Language;
import org.motcua.platform.web.Messages;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.core.io.Resource;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.unit.DataSize;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.server.ResponseStatusException;

/** The papers that belong to the application: sent, looked at, taken away again. */
@Controller
@RequestMapping("/my/dossiers/{id}/papers")
class PapersController {

  private final AttachPaper attachPaper;
  private final ChangePapers changePapers;
  private final PaperUploads uploads;
  private final DossierStore dossiers;
  private final OwnDossiers own;
  private final OwnPapers ownPapers;
  private final KeepPaper keepPaper;
  private final KeptPaperStore kept;
  private final TakenPapers takenPapers;
  private final Awaiting awaiting;
  private final StoreConsents consents;
  private final PaperLooks looks;
  private final OnlineServices services;
  private final Documents documents;
  private final Messages messages;
  private final Changeables changeables;
  private final Clock clock;
  private final DataSize limit;

  PapersController(
      AttachPaper attachPaper,
      ChangePapers changePapers,
      PaperUploads uploads,
      DossierStore dossiers,
      OwnDossiers own,
      OwnPapers ownPapers,
      KeepPaper keepPaper,
      KeptPaperStore kept,
      TakenPapers takenPapers,
      Awaiting awaiting,
      StoreConsents consents,
      PaperLooks looks,
      OnlineServices services,
      Documents documents,
      Messages messages,
      Changeables changeables,
      Clock clock,
      @Value("${motcua.upload-limit}") DataSize limit) {
    this.attachPaper = attachPaper;
    this.changePapers = changePapers;
    this.uploads = uploads;
    this.dossiers = dossiers;
    this.own = own;
    this.ownPapers = ownPapers;
    this.keepPaper = keepPaper;
    this.kept = kept;
    this.takenPapers = takenPapers;
    this.awaiting = awaiting;
    this.consents = consents;
    this.looks = looks;
    this.services = services;
    this.documents = documents;
    this.messages = messages;
    this.changeables = changeables;
    this.clock = clock;
    this.limit = limit;
  }

  @GetMapping
  String papers(
      @PathVariable UUID id,
      @RequestParam(defaultValue = "") String refused,
      @AuthenticationPrincipal CurrentUser user,
      Locale locale,
      Model model) {
    var dossier = dossierToFill(id, user);
    var faults = Map.of(refused, messages.text(Language.of(locale), "dossiers.papers.not_asked"));
    return dossier.open()
        ? show(dossier, user, faults, locale, model)
        : "redirect:/my/dossiers/" + id;
  }

  @PostMapping
  String attach(
      @PathVariable UUID id,
      @RequestParam String paper,
      @RequestParam(required = false) @Nullable MultipartFile file,
      @RequestParam(required = false) @Nullable UUID upload,
      @RequestParam(defaultValue = "false") boolean keep,
      @AuthenticationPrincipal CurrentUser user,
      Locale locale,
      Model model) {
    return switch (attached(new DossierId(id), user, paper, file, upload)) {
      case Added(Dossier dossier) -> {
        if (keep) keepLast(dossier, paper, user, Language.of(locale));
        yield "redirect:/my/dossiers/" + id + "/papers#" + paper;
      }
      case Refused(Paper p, StoringOutcome.Refused why) ->
          again(id, user, p, locale, model, why.messageKey(), why.messageArguments());
      case WrongKind(Paper p) ->
          again(id, user, p, locale, model, "dossiers.papers.wrong_kind", PapersView.Row.kinds(p));
      case NotWhole(Paper p) -> again(id, user, p, locale, model, "dossiers.papers.not_whole");
      case TooMany(Paper p) ->
          again(id, user, p, locale, model, "dossiers.papers.too_many", p.maxFiles());
      case NotAsked(Paper p) -> again(id, user, p, locale, model, "dossiers.papers.not_asked");
      case Closed(Dossier dossier) -> "redirect:/my/dossiers/" + id;
      case NoSuchPaper none -> throw notFound();
    };
  }

  /** A store that is full keeps nothing more; the dossier has the paper all the same. */
  private void keepLast(Dossier dossier, String paper, CurrentUser user, Language language) {
    var files = dossier.attachmentsOf(paper);
    if (files.isEmpty() || !dossier.belongsTo(user.id())) return;
    if (ownPapers.may(user, Power.FILE)) {
      keepPaper.keep(user, dossier.id(), files.getLast().document(), language);
    }
  }

  private PaperOutcome attached(
      DossierId id,
      CurrentUser user,
      String paper,
      @Nullable MultipartFile file,
      @Nullable UUID upload) {
    if (upload != null) return attachPaper.attach(id, user, paper, new UploadId(upload));
    if (file == null) throw new ResponseStatusException(HttpStatus.BAD_REQUEST);
    return attachPaper.attach(id, user, paper, Upload.of(file));
  }

  @PostMapping("/{document}/removal")
  String remove(
      @PathVariable UUID id,
      @PathVariable UUID document,
      @AuthenticationPrincipal CurrentUser user) {
    return changePapers
        .remove(new DossierId(id), user, new DocumentId(document))
        .map(paper -> "redirect:/my/dossiers/" + id + "/papers?refused=" + paper + "#" + paper)
        .orElse("redirect:/my/dossiers/" + id + "/papers");
  }

  @GetMapping("/{document}")
  ResponseEntity<Resource> open(
      @PathVariable UUID id,
      @PathVariable UUID document,
      @AuthenticationPrincipal CurrentUser user) {
    var file =
        own.find(new DossierId(id), user, Power.SEE)
            .flatMap(dossier -> dossier.findAttachment(new DocumentId(document)))
            .or(() -> sharedFile(new DossierId(id), user, new DocumentId(document)))
            .orElseThrow(PapersController::notFound);
    looks.opened(new DossierId(id), file.document(), user);
    return Download.inline(documents.get(file.document()), documents.open(file.document()));
  }

  private String again(
      UUID id,
      CurrentUser user,
      Paper paper,
      Locale locale,
      Model model,
      String key,
      Object... arguments) {
    var text = messages.text(Language.of(locale), key, arguments);
    return show(dossierToFill(id, user), user, Map.of(paper.id(), text), locale, model);
  }

  private String show(
      Dossier dossier, CurrentUser user, Map<String, String> faults, Locale locale, Model model) {
    var service = services.get(dossier.service().slug(), dossier.service().version());
    var today = FillingContext.now(clock, Language.of(locale)).today();
    var awaited = awaiting.awaitedPaper(dossier);
    var asked =
        service.papersIn(service.form().situation(dossier.answers(), today)).stream()
            .filter(paper -> !awaited.equals(Optional.of(paper.id())))
            .toList();
    var changeable = changeables.of(dossier);
    var points =
        dossiers.findOpenRequest(dossier.id()).map(AdditionRequest::points).orElseGet(List::of);
    // Who only helps neither puts the owner's papers into his own store nor his own in here.
    var guest = !dossier.belongsTo(user.id());
    var mayKeep = !guest && ownPapers.may(user, Power.FILE);
    model.addAttribute("mayKeep", mayKeep);
    model.addAttribute("mayTake", mayKeep && kept.hasAny(user.id()));
    model.addAttribute("taken", takenPapers.of(dossier.id(), Language.of(locale)));
    model.addAttribute("consent", guest ? null : consents.stillAsked(dossier, user));
    model.addAttribute(
        "view",
        new PapersView(
            dossier,
            service.name().in(Language.of(locale)),
            limit.toMegabytes(),
            changeable.limited(),
            asked.stream()
                .map(
                    paper ->
                        PapersView.Row.of(
                            paper,
                            dossier.attachmentsOf(paper.id()),
                            uploads.list(dossier, user, paper.id()),
                            faults.get(paper.id()),
                            points,
                            !changeable.paper(paper.id()),
                            Language.of(locale)))
                .toList()));
    return "dossiers/filling/papers";
  }

  private Optional<Attachment> sharedFile(DossierId id, CurrentUser user, DocumentId document) {
    return own.findToFill(id, user).stream()
        .flatMap(
            opened ->
                opened.dossier().findAttachment(document).stream()
                    .filter(file -> opened.share().opens(file.paper(), formOf(opened.dossier()))))
        .findFirst();
  }

  private FormDefinition formOf(Dossier dossier) {
    return services.get(dossier.service().slug(), dossier.service().version()).form();
  }

  private Dossier dossierToFill(UUID id, CurrentUser user) {
    return own.findToFill(new DossierId(id), user)
        .filter(opened -> opened.share().fillsPapers())
        .map(OpenedDossier::dossier)
        .orElseThrow(PapersController::notFound);
  }

  private static ResponseStatusException notFound() {
    return new ResponseStatusException(HttpStatus.NOT_FOUND);
  }
}
