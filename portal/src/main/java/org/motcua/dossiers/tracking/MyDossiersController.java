package org.motcua.dossiers.tracking;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.motcua.documents.Documents;
import org.motcua.documents.Download;
import org.motcua.dossiers.DossierId;
import org.motcua.dossiers.access.OpenedDossier;
import org.motcua.dossiers.access.OwnDossiers;
import org.motcua.dossiers.model.Binding;
import org.motcua.dossiers.model.BundleStore;
import org.motcua.dossiers.model.Dossier;
import org.motcua.dossiers.papers.OwnPapers;
import org.motcua.dossiers.sharing.InvitationViews;
import org.motcua.dossiers.sharing.Joining;
import org.motcua.dossiers.telling.AgencyPaper;
import org.motcua.dossiers.telling.PdfAnswer;
import org.motcua.dossiers.telling.PrintedForms;
import org.motcua.dossiers.telling.TermViews;
import org.motcua.identity.CurrentUser;
import org.motcua.identity.Power;
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
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;

/** One's own dossiers: the list, one of them, its result. */
@Controller
@RequestMapping("/my/dossiers")
class MyDossiersController {

  private static final int PAGE = 20;

  private final OwnDossiers own;
  private final BundleStore bundles;
  private final OwnPapers ownPapers;
  private final Joining joining;
  private final SharedWithMe sharedWithMe;
  private final InvitationViews invitations;
  private final TrackingViews views;
  private final DiscardDraft discardDraft;
  private final WithdrawDossier withdrawDossier;
  private final Documents documents;
  private final PrintedForms forms;
  private final TermViews terms;

  MyDossiersController(
      OwnDossiers own,
      BundleStore bundles,
      OwnPapers ownPapers,
      Joining joining,
      SharedWithMe sharedWithMe,
      InvitationViews invitations,
      TrackingViews views,
      DiscardDraft discardDraft,
      WithdrawDossier withdrawDossier,
      Documents documents,
      PrintedForms forms,
      TermViews terms) {
    this.own = own;
    this.bundles = bundles;
    this.ownPapers = ownPapers;
    this.joining = joining;
    this.sharedWithMe = sharedWithMe;
    this.invitations = invitations;
    this.views = views;
    this.discardDraft = discardDraft;
    this.withdrawDossier = withdrawDossier;
    this.documents = documents;
    this.forms = forms;
    this.terms = terms;
  }

  @GetMapping
  String list(
      @RequestParam Optional<UUID> before,
      @RequestParam Optional<String> saved,
      @AuthenticationPrincipal CurrentUser user,
      Locale locale,
      Model model) {
    var found = own.list(user, before.map(DossierId::new).orElse(null), PAGE + 1);
    var page = found.subList(0, Math.min(PAGE, found.size()));
    model.addAttribute("rows", views.rows(page, Language.of(locale)));
    model.addAttribute(
        "next", found.size() > PAGE ? "/my/dossiers?before=" + page.getLast().id() : null);
    model.addAttribute("saved", saved.isPresent());
    model.addAttribute(
        "shared", before.isPresent() ? List.of() : sharedWithMe.list(user, Language.of(locale)));
    return "dossiers/tracking/list";
  }

  @GetMapping("/{id}")
  String dossier(
      @PathVariable UUID id,
      @RequestParam Optional<String> submitted,
      @RequestParam Optional<String> supplied,
      @AuthenticationPrincipal CurrentUser user,
      Locale locale,
      Model model) {
    var language = Language.of(locale);
    var found = own.find(new DossierId(id), user, Power.SEE);
    if (found.isEmpty()) return anothers(new DossierId(id), user, language, model);
    var dossier = found.get();
    var bundle = bundles.findWith(dossier.id());
    if (dossier.binding() != Binding.ALONE && bundle.isPresent()) {
      return "redirect:/my/packages/" + bundle.get().id();
    }
    model.addAttribute("together", views.together(bundle.orElse(null), language));
    if (dossier.status().draft()) {
      model.addAttribute("view", views.draft(OpenedDossier.own(dossier), language));
      model.addAttribute("mayInvite", own.may(user, Power.SIGN, dossier));
      model.addAttribute("former", views.former(dossier));
      return "dossiers/tracking/draft";
    }
    model.addAttribute("view", views.own(dossier, own.may(user, Power.SIGN, dossier), language));
    model.addAttribute(
        "forms", forms.of(dossier).stream().filter(AgencyPaper::forApplicant).toList());
    model.addAttribute(
        "mayCopy",
        views.copyable(dossier)
            && dossier.belongsTo(user.id())
            && own.may(user, Power.FILE, dossier));
    model.addAttribute("mayKeep", dossier.belongsTo(user.id()) && ownPapers.may(user, Power.FILE));
    model.addAttribute(
        "said", submitted.isPresent() ? "submitted" : supplied.isPresent() ? "supplied" : "");
    return "dossiers/tracking/dossier";
  }

  /** To which one was invited. */
  private String anothers(DossierId id, CurrentUser user, Language language, Model model) {
    var waiting = joining.findWaiting(id, user);
    if (waiting.isPresent()) {
      model.addAttribute("view", invitations.of(waiting.get(), language));
      return "dossiers/sharing/invitation";
    }
    var opened = own.findToFill(id, user).orElseThrow(MyDossiersController::notFound);
    model.addAttribute("view", views.shared(opened, language));
    return "dossiers/sharing/shared";
  }

  @GetMapping("/{id}/result.pdf")
  ResponseEntity<Resource> result(
      @PathVariable UUID id, @AuthenticationPrincipal CurrentUser user) {
    var result = dossierOf(id, user).result();
    if (result == null) throw notFound();
    return Download.attachment(documents.get(result.document()), documents.open(result.document()));
  }

  @GetMapping(value = "/{id}/receipt.pdf", produces = MediaType.APPLICATION_PDF_VALUE)
  ResponseEntity<byte[]> receipt(@PathVariable UUID id, @AuthenticationPrincipal CurrentUser user) {
    var dossier = dossierOf(id, user);
    if (dossier.status().draft()) throw notFound();
    return PdfAnswer.named(AgencyPaper.RECEIPT.fileName(dossier), forms.receipt(dossier));
  }

  /** One of the forms that the agency made out for this dossier. */
  @GetMapping(
      value = "/{id}/papers-of-agency/{name}.pdf",
      produces = MediaType.APPLICATION_PDF_VALUE)
  ResponseEntity<byte[]> paperOfAgency(
      @PathVariable UUID id, @PathVariable String name, @AuthenticationPrincipal CurrentUser user) {
    var dossier = dossierOf(id, user);
    var paper =
        AgencyPaper.at(name)
            .filter(AgencyPaper::forApplicant)
            .orElseThrow(MyDossiersController::notFound);
    var pdf = forms.print(paper, dossier).orElseThrow(MyDossiersController::notFound);
    return PdfAnswer.named(paper.fileName(dossier), pdf);
  }

  /** Why the dossier is due when it is. */
  @GetMapping("/{id}/term")
  String term(
      @PathVariable UUID id,
      @AuthenticationPrincipal CurrentUser user,
      Locale locale,
      Model model) {
    var dossier = dossierOf(id, user);
    if (dossier.status().draft()) throw notFound();
    model.addAttribute("view", terms.of(dossier, Language.of(locale)));
    return "dossiers/tracking/term";
  }

  /** Asks first: what is thrown away is gone. */
  @GetMapping("/{id}/removal")
  String confirmRemoval(
      @PathVariable UUID id,
      @AuthenticationPrincipal CurrentUser user,
      Locale locale,
      Model model) {
    var dossier = dossierOf(id, user);
    if (!dossier.status().draft() || dossier.binding() != Binding.ALONE) {
      return "redirect:/my/dossiers/" + id;
    }
    model.addAttribute("view", views.draft(OpenedDossier.own(dossier), Language.of(locale)));
    return "dossiers/tracking/discard";
  }

  @PostMapping("/{id}/removal")
  String remove(@PathVariable UUID id, @AuthenticationPrincipal CurrentUser user) {
    discardDraft.discard(new DossierId(id), user);
    return "redirect:/my/dossiers";
  }

  @PostMapping("/{id}/withdrawal")
  String withdraw(@PathVariable UUID id, @AuthenticationPrincipal CurrentUser user) {
    withdrawDossier.withdraw(new DossierId(id), user);
    return "redirect:/my/dossiers/" + id;
  }

  private Dossier dossierOf(UUID id, CurrentUser user) {
    return own.find(new DossierId(id), user, Power.SEE).orElseThrow(MyDossiersController::notFound);
  }

  private static ResponseStatusException notFound() {
    return new ResponseStatusException(HttpStatus.NOT_FOUND);
  }
}
