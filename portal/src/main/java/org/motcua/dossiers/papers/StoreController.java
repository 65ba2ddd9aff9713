package org.motcua.dossiers.papers;

import java.util.Optional;
import java.util.UUID;
import org.motcua.documents.Documents;
import org.motcua.documents.Download;
import org.motcua.dossiers.model.KeptPaper;
import org.motcua.dossiers.model.KeptPaperId;
import org.motcua.dossiers.model.KeptPaperStore;
import org.motcua.dossiers.model.PaperLook;
import org.motcua.identity.CurrentUser;
import org.motcua.identity.Power;
import org.motcua.platform.web.Page;
import org.springframework.core.io.Resource;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;

/** What is in one's store, and who has seen it. */
@Controller
@RequestMapping(StoreController.PATH)
class StoreController {

  static final String PATH = "/my/papers";

  private static final int PAGE = 20;

  private final OwnPapers own;
  private final KeptPaperStore papers;
  private final PaperViews views;
  private final PaperLooks looks;
  private final StoreLimits limits;
  private final Documents documents;

  StoreController(
      OwnPapers own,
      KeptPaperStore papers,
      PaperViews views,
      PaperLooks looks,
      StoreLimits limits,
      Documents documents) {
    this.own = own;
    this.papers = papers;
    this.views = views;
    this.looks = looks;
    this.limits = limits;
    this.documents = documents;
  }

  @GetMapping
  String list(
      @RequestParam Optional<UUID> before,
      @RequestParam Optional<String> removed,
      @AuthenticationPrincipal CurrentUser user,
      @ModelAttribute(name = "page", binding = false) Page page,
      Model model) {
    var found = own.list(user, before.map(KeptPaperId::new).orElse(null), PAGE + 1);
    var shown = found.subList(0, Math.min(PAGE, found.size()));
    model.addAttribute(
        "papers", shown.stream().map(paper -> views.of(paper, page.language())).toList());
    model.addAttribute(
        "next", found.size() > PAGE ? PATH + "?before=" + shown.getLast().id() : null);
    model.addAttribute("fill", Fill.of(papers.use(user.id()), limits));
    model.addAttribute("removed", removed.isPresent());
    model.addAttribute("mayAdd", own.may(user, Power.FILE));
    return "dossiers/papers/store";
  }

  @GetMapping("/{id}")
  String paper(
      @PathVariable UUID id,
      @RequestParam Optional<UUID> before,
      @RequestParam(defaultValue = "") String said,
      @AuthenticationPrincipal CurrentUser user,
      @ModelAttribute(name = "page", binding = false) Page page,
      Model model) {
    var paper = paperOf(id, user);
    var found = papers.looks(paper.id(), before.orElse(null), PAGE + 1);
    var shown = found.subList(0, Math.min(PAGE, found.size()));
    model.addAttribute("paper", views.of(paper, page.language()));
    model.addAttribute(
        "looks", shown.stream().map(look -> views.of(look, user, page.language())).toList());
    model.addAttribute("older", found.size() > PAGE ? older(paper, shown.getLast()) : null);
    model.addAttribute("said", said);
    model.addAttribute("mayChange", own.may(user, Power.FILE));
    return "dossiers/papers/paper";
  }

  private static String older(KeptPaper paper, PaperLook last) {
    return PATH + "/" + paper.id() + "?before=" + last.id() + "#looks";
  }

  @GetMapping("/{id}/file")
  ResponseEntity<Resource> open(
      @PathVariable UUID id,
      @RequestParam(defaultValue = "false") boolean download,
      @AuthenticationPrincipal CurrentUser user) {
    var paper = paperOf(id, user);
    looks.opened(paper.id(), user);
    var document = documents.get(paper.document());
    var content = documents.open(paper.document());
    return download ? Download.attachment(document, content) : Download.inline(document, content);
  }

  private KeptPaper paperOf(UUID id, CurrentUser user) {
    return own.find(new KeptPaperId(id), user, Power.SEE)
        .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
  }
}
