package org.motcua.dossiers.coordinating;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.motcua.documents.Documents;
import org.motcua.documents.Download;
import org.motcua.dossiers.DossierId;
import org.motcua.dossiers.handling.Desk;
import org.motcua.dossiers.handling.DeskAnswers;
import org.motcua.dossiers.handling.DeskOfficer;
import org.motcua.dossiers.handling.DeskOutcome;
import org.motcua.dossiers.handling.DeskOutcome.Done;
import org.motcua.dossiers.handling.DeskOutcome.NoSuchDossier;
import org.motcua.dossiers.model.Dossier;
import org.motcua.dossiers.model.Entrusted;
import org.motcua.dossiers.model.EntrustedStore;
import org.motcua.dossiers.telling.Looks;
import org.motcua.eservices.OnlineServices;
import org.motcua.identity.CurrentUser;
import org.motcua.organisation.Agency;
import org.motcua.organisation.AgencyId;
import org.motcua.organisation.Organisation;
import org.motcua.platform.ids.NewId;
import org.motcua.platform.web.Language;
import org.motcua.platform.web.Messages;
import org.motcua.platform.web.ui.Choice;
import org.motcua.platform.web.ui.FieldError;
import org.springframework.core.io.Resource;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;

/**
 * Others are asked about a dossier; the question is taken back; what came with an answer opened.
 */
@Controller
@RequestMapping("/desk/dossiers/{id}/entrusted")
class AskingController {

  private static final int FOUND = 20;

  private final Desk desk;
  private final AskOthers asking;
  private final EntrustedStore entrusted;
  private final DeskAnswers answers;
  private final OnlineServices services;
  private final Organisation organisation;
  private final Documents documents;
  private final Looks looks;
  private final Messages messages;

  AskingController(
      Desk desk,
      AskOthers asking,
      EntrustedStore entrusted,
      DeskAnswers answers,
      OnlineServices services,
      Organisation organisation,
      Documents documents,
      Looks looks,
      Messages messages) {
    this.desk = desk;
    this.asking = asking;
    this.entrusted = entrusted;
    this.answers = answers;
    this.services = services;
    this.organisation = organisation;
    this.documents = documents;
    this.looks = looks;
    this.messages = messages;
  }

  @GetMapping
  String form(
      @PathVariable UUID id,
      @AuthenticationPrincipal CurrentUser user,
      Locale locale,
      Model model) {
    var officer = officer(user);
    var form = AskingForm.empty(NewId.next());
    return show(dossierOf(id, officer), officer, form, List.of(), null, locale, model);
  }

  /** Asks; or, with the button for it, only looks for an agency. */
  @PostMapping
  String ask(
      @PathVariable UUID id,
      @ModelAttribute AskingForm form,
      @RequestParam(required = false) @Nullable String search,
      @AuthenticationPrincipal CurrentUser user,
      Locale locale,
      Model model) {
    var officer = officer(user);
    var dossier = dossierOf(id, officer);
    if (search != null) return show(dossier, officer, form, List.of(), null, locale, model);
    var errors = errors(form, Language.of(locale));
    var agency = form.agencyAsked();
    if (!errors.isEmpty() || agency == null) {
      return show(dossier, officer, form, errors, null, locale, model);
    }
    var question =
        new AskOthers.Question(
            form.part(),
            form.kindAsked(),
            agency,
            form.roleAsked(),
            form.wordsAsked(),
            form.shown(),
            form.hoursAsked());
    var outcome = asking.ask(dossier.id(), officer, question);
    if (outcome instanceof Done) return "redirect:/desk/dossiers/" + id + "?done";
    if (outcome instanceof NoSuchDossier) throw notFound();
    var refusal = answers.words(outcome, Language.of(locale));
    return show(dossier, officer, form, List.of(), refusal, locale, model);
  }

  @PostMapping("/{part}/withdrawal")
  String recall(
      @PathVariable UUID id,
      @PathVariable UUID part,
      @AuthenticationPrincipal CurrentUser user,
      Locale locale,
      Model model) {
    var officer = officer(user);
    DeskOutcome outcome = asking.recall(new DossierId(id), part, officer);
    return answers.show(outcome, new DossierId(id), officer, Language.of(locale), model);
  }

  /** What came with an answer. */
  @GetMapping("/{part}/paper")
  ResponseEntity<Resource> paper(
      @PathVariable UUID id, @PathVariable UUID part, @AuthenticationPrincipal CurrentUser user) {
    var officer = officer(user);
    var dossier = dossierOf(id, officer);
    var paper =
        entrusted
            .find(part)
            .filter(found -> found.dossier().equals(dossier.id()))
            .map(Entrusted::ending)
            .map(Entrusted.Ending::paper)
            .map(Entrusted.Paper::document)
            .map(documents::get)
            .orElseThrow(AskingController::notFound);
    looks.officerOpens(paper, dossier, user, officer.agency());
    return Download.inline(paper, documents.open(paper.id()));
  }

  private List<FieldError> errors(AskingForm form, Language language) {
    var errors = new ArrayList<FieldError>();
    var agency = form.agencyAsked();
    if (agency == null || organisation.findAgency(agency).isEmpty()) {
      errors.add(error("agency", language));
    }
    if (form.wordsAsked().isEmpty()) errors.add(error("question", language));
    if (form.hoursAsked() == 0) errors.add(error("hours", language));
    return errors;
  }

  private FieldError error(String field, Language language) {
    return new FieldError(field, messages.text(language, "dossiers.entrusted.missing." + field));
  }

  private String show(
      Dossier dossier,
      DeskOfficer officer,
      AskingForm form,
      List<FieldError> errors,
      @Nullable String refusal,
      Locale locale,
      Model model) {
    var language = Language.of(locale);
    var service = services.get(dossier.service().slug(), dossier.service().version());
    var papers =
        dossier.attachments().stream()
            .map(file -> new Choice(file.document().toString(), file.name()))
            .toList();
    var view =
        new AskingView(
            dossier,
            service.name().in(language),
            form,
            agencies(officer, form),
            AskingForm.ROLES.stream()
                .map(
                    role ->
                        new Choice(
                            role.name(),
                            messages.text(
                                language, "dossiers.role." + role.name().toLowerCase(Locale.ROOT))))
                .toList(),
            papers,
            errors,
            refusal);
    model.addAttribute("view", view);
    return "dossiers/coordinating/asking";
  }

  /** His own and the one above it come first; what was chosen stays. */
  private List<Choice> agencies(DeskOfficer officer, AskingForm form) {
    var offered = new LinkedHashMap<AgencyId, Agency>();
    var chosen = form.agencyAsked();
    if (chosen != null) organisation.findAgency(chosen).ifPresent(it -> offered.put(it.id(), it));
    if (!form.sought().isEmpty()) {
      organisation.searchAgencies(form.sought(), FOUND).forEach(it -> offered.put(it.id(), it));
    }
    var own = organisation.getAgency(officer.agency());
    offered.put(own.id(), own);
    var above = own.parent();
    if (above != null) organisation.findAgency(above).ifPresent(it -> offered.put(it.id(), it));
    return offered.values().stream()
        .map(it -> new Choice(it.id().value(), nameOf(it), null))
        .toList();
  }

  private String nameOf(Agency agency) {
    return organisation.nameWithPlace(agency.id()).orElse(agency.name());
  }

  /** Only one whose answers and papers he sees can be shown to others. */
  private Dossier dossierOf(UUID id, DeskOfficer officer) {
    return desk.find(new DossierId(id), officer)
        .filter(officer::seesAllOf)
        .orElseThrow(AskingController::notFound);
  }

  private DeskOfficer officer(CurrentUser user) {
    return desk.officer(user).orElseThrow(AskingController::notFound);
  }

  private static ResponseStatusException notFound() {
    return new ResponseStatusException(HttpStatus.NOT_FOUND);
  }
}
