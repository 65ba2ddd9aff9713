package org.motcua.dossiers.signing;

import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.motcua.documents.DocumentId;
import org.motcua.documents.Documents;
import org.motcua.documents.Download;
import org.motcua.dossiers.DossierId;
import org.motcua.dossiers.model.Dossier;
import org.motcua.dossiers.model.DossierStore;
import org.motcua.dossiers.model.Signing;
import org.motcua.dossiers.papers.PaperLooks;
import org.motcua.identity.CurrentUser;
import org.motcua.identity.LevelOfAssurance;
import org.motcua.platform.web.Language;
import org.motcua.platform.web.Messages;
import org.motcua.platform.web.ui.FieldError;
import org.springframework.core.io.Resource;
import org.springframework.http.HttpStatus;
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

/**
 * Another's application, to be read and signed. Only a verified person gets as far as that: the
 * number in the application is that of an account which anybody could have opened.
 */
@Controller
@RequestMapping("/my/dossiers/{id}/signature")
class SigningController {

  private final SignApplication signApplication;
  private final DeclineToSign declineToSign;
  private final AskedToSign asked;
  private final SigningViews views;
  private final DossierStore dossiers;
  private final Documents documents;
  private final PaperLooks looks;
  private final Messages messages;

  SigningController(
      SignApplication signApplication,
      DeclineToSign declineToSign,
      AskedToSign asked,
      SigningViews views,
      DossierStore dossiers,
      Documents documents,
      PaperLooks looks,
      Messages messages) {
    this.signApplication = signApplication;
    this.declineToSign = declineToSign;
    this.asked = asked;
    this.views = views;
    this.dossiers = dossiers;
    this.documents = documents;
    this.looks = looks;
    this.messages = messages;
  }

  private record Found(Dossier dossier, Signing signing) {}

  @GetMapping
  String read(
      @PathVariable UUID id,
      @AuthenticationPrincipal CurrentUser user,
      Locale locale,
      Model model) {
    var found = find(id, user);
    user.require(LevelOfAssurance.LOA3);
    return show(found, "", List.of(), Language.of(locale), model);
  }

  @PostMapping
  String sign(
      @PathVariable UUID id,
      @RequestParam(defaultValue = "") String content,
      @RequestParam(defaultValue = "false") boolean declared,
      @AuthenticationPrincipal CurrentUser user,
      Locale locale,
      Model model) {
    find(id, user);
    user.require(LevelOfAssurance.LOA3);
    var language = Language.of(locale);
    return switch (signApplication.sign(new DossierId(id), user, content, declared)) {
      case SigningOutcome.Signed signed -> "redirect:/my/dossiers/" + id + "/signature";
      case SigningOutcome.Changed changed ->
          again(id, user, "summary", "dossiers.sign.changed", language, model);
      case SigningOutcome.NotDeclared none ->
          again(id, user, "declared", "dossiers.sign.not_declared", language, model);
      case SigningOutcome.ActsForApplicant acts ->
          again(id, user, "summary", "dossiers.sign.acts_for_applicant", language, model);
      case SigningOutcome.NotAsked none -> throw notFound();
    };
  }

  @PostMapping("/refusal")
  String decline(
      @PathVariable UUID id,
      @RequestParam(defaultValue = "") String content,
      @RequestParam(defaultValue = "") String why,
      @AuthenticationPrincipal CurrentUser user,
      Locale locale,
      Model model) {
    find(id, user);
    user.require(LevelOfAssurance.LOA3);
    var language = Language.of(locale);
    return switch (declineToSign.decline(new DossierId(id), user, content, why)) {
      case DecliningOutcome.Declined declined -> "redirect:/my/dossiers/" + id + "/signature";
      case DecliningOutcome.Signed signed -> "redirect:/my/dossiers/" + id + "/signature";
      case DecliningOutcome.Changed changed ->
          again(id, user, "summary", "dossiers.sign.changed", language, model);
      case DecliningOutcome.NoWords none ->
          notDeclined(id, user, why, "dossiers.sign.decline.no_words", language, model);
      case DecliningOutcome.TooManyWords many ->
          notDeclined(id, user, why, "dossiers.sign.decline.too_many_words", language, model);
      case DecliningOutcome.NotAsked none -> throw notFound();
    };
  }

  @GetMapping("/papers/{document}")
  ResponseEntity<Resource> paper(
      @PathVariable UUID id,
      @PathVariable UUID document,
      @AuthenticationPrincipal CurrentUser user) {
    var found = find(id, user);
    user.require(LevelOfAssurance.LOA3);
    if (!views.readable(found.dossier(), found.signing())) throw notFound();
    var file =
        found
            .dossier()
            .findAttachment(new DocumentId(document))
            .orElseThrow(SigningController::notFound);
    looks.opened(new DossierId(id), file.document(), user);
    return Download.inline(documents.get(file.document()), documents.open(file.document()));
  }

  private Found find(UUID id, CurrentUser user) {
    var dossier = dossiers.find(new DossierId(id)).orElseThrow(SigningController::notFound);
    return asked
        .find(dossier, user)
        .map(signing -> new Found(dossier, signing))
        .orElseThrow(SigningController::notFound);
  }

  private String notDeclined(
      UUID id, CurrentUser user, String why, String key, Language language, Model model) {
    var error = new FieldError("why", messages.text(language, key, DeclineToSign.MOST_LETTERS));
    return show(find(id, user), why, List.of(error), language, model);
  }

  private String again(
      UUID id, CurrentUser user, String field, String key, Language language, Model model) {
    var error = new FieldError(field, messages.text(language, key));
    return show(find(id, user), "", List.of(error), language, model);
  }

  private String show(
      Found found, String why, List<FieldError> errors, Language language, Model model) {
    model.addAttribute("view", views.of(found.dossier(), found.signing(), why, errors, language));
    return "dossiers/signing/signature";
  }

  private static ResponseStatusException notFound() {
    return new ResponseStatusException(HttpStatus.NOT_FOUND);
  }
}
