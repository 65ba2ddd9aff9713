package org.motcua.dossiers.papers;

import java.util.UUID;
import org.motcua.dossiers.model.KeptPaper;
import org.motcua.dossiers.model.KeptPaperId;
import org.motcua.identity.CurrentUser;
import org.motcua.identity.Power;
import org.motcua.platform.web.Page;
import org.motcua.platform.web.ui.FieldErrors;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.server.ResponseStatusException;

/** Renames a paper of one's store, or takes it out. */
@Controller
@RequestMapping(StoreController.PATH + "/{id}")
class ChangePaperController {

  private final OwnPapers own;
  private final ChangePaper changePaper;
  private final PaperViews views;

  ChangePaperController(OwnPapers own, ChangePaper changePaper, PaperViews views) {
    this.own = own;
    this.changePaper = changePaper;
    this.views = views;
  }

  @GetMapping("/details")
  String form(
      @PathVariable UUID id,
      @AuthenticationPrincipal CurrentUser user,
      @ModelAttribute(name = "page", binding = false) Page page,
      Model model) {
    var paper = paperOf(id, user);
    return show(paper, PaperForm.of(paper), FieldErrors.NONE, page, model);
  }

  @PostMapping("/details")
  String change(
      @PathVariable UUID id,
      @ModelAttribute PaperForm form,
      @AuthenticationPrincipal CurrentUser user,
      @ModelAttribute(name = "page", binding = false) Page page,
      Model model) {
    var paper = paperOf(id, user);
    var faults = form.faults(page, true);
    if (!faults.isEmpty()) return show(paper, form, faults, page, model);
    return changePaper
        .change(paper.id(), user, form.toPaper(paper.name()))
        .map(changed -> "redirect:" + StoreController.PATH + "/" + id + "?said=changed")
        .orElseThrow(ChangePaperController::notFound);
  }

  /** Asks first: what is taken out is gone, but for dossiers that have it. */
  @GetMapping("/removal")
  String askRemoval(
      @PathVariable UUID id,
      @AuthenticationPrincipal CurrentUser user,
      @ModelAttribute(name = "page", binding = false) Page page,
      Model model) {
    model.addAttribute("paper", views.of(paperOf(id, user), page.language()));
    return "dossiers/papers/removal";
  }

  /** For another's paper as for one that is gone: there is nothing more to remove. */
  @PostMapping("/removal")
  String remove(@PathVariable UUID id, @AuthenticationPrincipal CurrentUser user) {
    changePaper.remove(new KeptPaperId(id), user);
    return "redirect:" + StoreController.PATH + "?removed";
  }

  private String show(KeptPaper paper, PaperForm form, FieldErrors errors, Page page, Model model) {
    model.addAttribute("paper", views.of(paper, page.language()));
    model.addAttribute("form", form);
    model.addAttribute("errors", errors);
    return "dossiers/papers/details";
  }

  private KeptPaper paperOf(UUID id, CurrentUser user) {
    return own.find(new KeptPaperId(id), user, Power.FILE)
        .orElseThrow(ChangePaperController::notFound);
  }

  private static ResponseStatusException notFound() {
    return new ResponseStatusException(HttpStatus.NOT_FOUND);
  }
}
