package org.motcua.dossiers.papers;

import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.motcua.documents.DocumentId;
import org.motcua.documents.Documents;
import org.motcua.documents.Examined;
import org.motcua.documents.StoringOutcome;
import org.motcua.documents.Upload;
import org.motcua.dossiers.DossierId;
import org.motcua.dossiers.model.KeptPaper;
import org.motcua.dossiers.papers.KeepOutcome.AlreadyThere;
import org.motcua.dossiers.papers.KeepOutcome.Kept;
import org.motcua.dossiers.papers.KeepOutcome.NoRoom;
import org.motcua.dossiers.papers.KeepOutcome.NothingToKeep;
import org.motcua.dossiers.papers.KeepOutcome.Refused;
import org.motcua.dossiers.papers.KeepOutcome.TooMany;
import org.motcua.identity.CurrentUser;
import org.motcua.identity.Power;
import org.motcua.platform.web.Page;
import org.motcua.platform.web.ui.FieldErrors;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.unit.DataSize;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.server.ResponseStatusException;

/** Puts papers into one's store. */
@Controller
@RequestMapping(StoreController.PATH)
class NewPaperController {

  private final OwnPapers own;
  private final KeepPaper keepPaper;
  private final Documents documents;
  private final DataSize limit;

  NewPaperController(
      OwnPapers own,
      KeepPaper keepPaper,
      Documents documents,
      @Value("${motcua.upload-limit}") DataSize limit) {
    this.own = own;
    this.keepPaper = keepPaper;
    this.documents = documents;
    this.limit = limit;
  }

  @GetMapping("/new")
  String form(
      @AuthenticationPrincipal CurrentUser user,
      @ModelAttribute(name = "page", binding = false) Page page,
      Model model) {
    own.require(user, Power.FILE);
    return show(PaperForm.EMPTY, FieldErrors.NONE, model);
  }

  @PostMapping
  String keep(
      @ModelAttribute PaperForm form,
      @RequestParam(required = false) @Nullable MultipartFile file,
      @AuthenticationPrincipal CurrentUser user,
      @ModelAttribute(name = "page", binding = false) Page page,
      Model model) {
    own.require(user, Power.FILE);
    var faults = form.faults(page, false);
    if (!faults.isEmpty()) return show(form, faults, model);
    if (file == null || file.isEmpty()) {
      return again(form, page.t("dossiers.store.fault.file"), model);
    }
    return switch (kept(user, form, file)) {
      case Kept(KeptPaper paper) -> to(paper, "kept");
      case AlreadyThere(KeptPaper paper) -> to(paper, "there");
      case Refused(StoringOutcome.Refused why) ->
          again(form, page.t(why.messageKey(), why.messageArguments()), model);
      case TooMany(int most) -> again(form, page.t("dossiers.store.fault.many", most), model);
      case NoRoom(long megabytes) ->
          again(form, page.t("dossiers.store.fault.room", megabytes), model);
      case NothingToKeep none -> throw notFound();
    };
  }

  /** Looking takes its time: no transaction waits for it. */
  private KeepOutcome kept(CurrentUser user, PaperForm form, MultipartFile file) {
    return switch (documents.examine(Upload.of(file).by(user.actor()))) {
      case StoringOutcome.Refused refused -> new Refused(refused);
      case Examined good -> keepPaper.keep(user, good, form.toPaper(good.name()));
    };
  }

  /** A file of a dossier that is kept for the next one. */
  @PostMapping("/filed")
  String keepFiled(
      @RequestParam UUID dossier,
      @RequestParam UUID document,
      @AuthenticationPrincipal CurrentUser user,
      @ModelAttribute(name = "page", binding = false) Page page,
      Model model) {
    var kept =
        keepPaper.keep(user, new DossierId(dossier), new DocumentId(document), page.language());
    return switch (kept) {
      case Kept(KeptPaper paper) -> to(paper, "kept");
      case AlreadyThere(KeptPaper paper) -> to(paper, "there");
      case TooMany(int most) ->
          again(PaperForm.EMPTY, page.t("dossiers.store.fault.many", most), model);
      case NoRoom(long megabytes) ->
          again(PaperForm.EMPTY, page.t("dossiers.store.fault.room", megabytes), model);
      case Refused refused -> throw notFound();
      case NothingToKeep none -> throw notFound();
    };
  }

  private static String to(KeptPaper paper, String said) {
    return "redirect:" + StoreController.PATH + "/" + paper.id() + "?said=" + said;
  }

  private String again(PaperForm form, String fault, Model model) {
    return show(form, FieldErrors.at("file", fault), model);
  }

  private String show(PaperForm form, FieldErrors errors, Model model) {
    model.addAttribute("form", form);
    model.addAttribute("errors", errors);
    model.addAttribute("megabytes", limit.toMegabytes());
    return "dossiers/papers/new";
  }

  private static ResponseStatusException notFound() {
    return new ResponseStatusException(HttpStatus.NOT_FOUND);
  }
}
