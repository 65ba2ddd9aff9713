package org.motcua.dossiers.coordinating;

import java.time.Clock;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.motcua.documents.DocumentId;
import org.motcua.documents.Documents;
import org.motcua.documents.Download;
import org.motcua.documents.Examined;
import org.motcua.documents.StoringOutcome;
import org.motcua.documents.Upload;
import org.motcua.dossiers.coordinating.AnswerOthers.Answer;
import org.motcua.dossiers.handling.Desk;
import org.motcua.dossiers.handling.DeskAnswers;
import org.motcua.dossiers.handling.DeskFrames;
import org.motcua.dossiers.handling.DeskOfficer;
import org.motcua.dossiers.handling.DeskOutcome;
import org.motcua.dossiers.handling.DeskOutcome.Done;
import org.motcua.dossiers.handling.DeskOutcome.NoSuchDossier;
import org.motcua.dossiers.handling.DeskOutcome.ReasonMissing;
import org.motcua.dossiers.handling.Sight;
import org.motcua.dossiers.model.Attachment;
import org.motcua.dossiers.model.Dossier;
import org.motcua.dossiers.model.DossierStore;
import org.motcua.dossiers.model.Entrusted;
import org.motcua.dossiers.model.Entrusted.Verdict;
import org.motcua.dossiers.model.EntrustedStore;
import org.motcua.dossiers.model.HandedInStore;
import org.motcua.dossiers.telling.EntrustedView;
import org.motcua.dossiers.telling.EntrustedViews;
import org.motcua.dossiers.telling.Looks;
import org.motcua.eservices.OnlineService;
import org.motcua.eservices.OnlineServices;
import org.motcua.forms.FillingContext;
import org.motcua.forms.Forms;
import org.motcua.forms.Summary;
import org.motcua.identity.CurrentUser;
import org.motcua.platform.web.Language;
import org.motcua.platform.web.Messages;
import org.motcua.platform.web.ui.Choice;
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
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.server.ResponseStatusException;

/** The queue of those who are asked, and where they answer. They see what they were shown. */
@Controller
@RequestMapping("/desk/entrusted")
class AnsweringController {

  private static final int MOST = 200;
  private static final int LAST_ANSWERED = 25;

  private final Desk desk;
  private final DeskFrames frames;
  private final DeskAnswers words;
  private final AnswerOthers answering;
  private final EntrustedStore entrusted;
  private final EntrustedViews views;
  private final DossierStore dossiers;
  private final HandedInStore handedIn;
  private final OnlineServices services;
  private final Forms forms;
  private final Documents documents;
  private final Looks looks;
  private final Messages messages;
  private final Clock clock;

  AnsweringController(
      Desk desk,
      DeskFrames frames,
      DeskAnswers words,
      AnswerOthers answering,
      EntrustedStore entrusted,
      EntrustedViews views,
      DossierStore dossiers,
      HandedInStore handedIn,
      OnlineServices services,
      Forms forms,
      Documents documents,
      Looks looks,
      Messages messages,
      Clock clock) {
    this.desk = desk;
    this.frames = frames;
    this.words = words;
    this.answering = answering;
    this.entrusted = entrusted;
    this.views = views;
    this.dossiers = dossiers;
    this.handedIn = handedIn;
    this.services = services;
    this.forms = forms;
    this.documents = documents;
    this.looks = looks;
    this.messages = messages;
    this.clock = clock;
  }

  @GetMapping
  String queue(@AuthenticationPrincipal CurrentUser user, Locale locale, Model model) {
    var officer = officer(user);
    var language = Language.of(locale);
    var view =
        new EntrustedQueueView(
            frames.of(officer, user, language),
            rows(entrusted.listWaiting(officer.agency(), officer.roles(), MOST), language),
            rows(
                entrusted.listAnswered(officer.agency(), officer.roles(), LAST_ANSWERED),
                language));
    model.addAttribute("view", view);
    return "dossiers/coordinating/queue";
  }

  private List<EntrustedView> rows(List<Entrusted> parts, Language language) {
    return parts.stream().map(part -> views.of(part, false, language)).toList();
  }

  @GetMapping("/{part}")
  String one(
      @PathVariable UUID part,
      @AuthenticationPrincipal CurrentUser user,
      Locale locale,
      Model model) {
    var officer = officer(user);
    var asked = partOf(part, officer);
    if (officer.sightOf(asked) != Sight.NONE) {
      looks.askedOpens(dossierOf(asked), user, officer.agency());
    }
    return show(asked, officer, new Typed(null, "", null, null, null), locale, model);
  }

  @GetMapping("/{part}/papers/{document}")
  ResponseEntity<Resource> paper(
      @PathVariable UUID part,
      @PathVariable UUID document,
      @AuthenticationPrincipal CurrentUser user) {
    var officer = officer(user);
    var asked = partOf(part, officer);
    var dossier = dossierOf(asked);
    var paper =
        papersShown(asked, dossier).stream()
            .filter(file -> file.document().equals(new DocumentId(document)))
            .map(file -> documents.get(file.document()))
            .findFirst()
            .orElseThrow(AnsweringController::notFound);
    looks.askedOpens(paper, dossier, user, officer.agency());
    return Download.inline(paper, documents.open(paper.id()));
  }

  @PostMapping("/{part}/handling")
  String takeUp(
      @PathVariable UUID part,
      @AuthenticationPrincipal CurrentUser user,
      Locale locale,
      Model model) {
    var officer = officer(user);
    var outcome = answering.takeUp(part, officer);
    return answer(part, outcome, officer, new Typed(null, "", null, null, null), locale, model);
  }

  /** A file is looked at before anything is decided; that takes its time. */
  @PostMapping("/{part}/answer")
  String answer(
      @PathVariable UUID part,
      @RequestParam(defaultValue = "") String verdict,
      @RequestParam(name = "words", defaultValue = "") String said,
      @RequestParam(required = false) @Nullable MultipartFile file,
      @AuthenticationPrincipal CurrentUser user,
      Locale locale,
      Model model) {
    var officer = officer(user);
    var asked = partOf(part, officer);
    var chosen = verdict(verdict);
    var text = said.replace("\0", "");
    if (chosen == null || text.isBlank()) {
      var error = words("dossiers.entrusted.missing.answer", locale);
      return show(asked, officer, new Typed(verdict, said, error, null, null), locale, model);
    }
    if (file == null || file.isEmpty()) {
      return answered(asked, officer, new Answer(chosen, text, null), locale, model);
    }
    return switch (documents.examine(Upload.of(file).by(user.actor()))) {
      case StoringOutcome.Refused why -> {
        var error = messages.text(Language.of(locale), why.messageKey(), why.messageArguments());
        yield show(asked, officer, new Typed(verdict, said, null, error, null), locale, model);
      }
      case Examined good -> answered(asked, officer, new Answer(chosen, text, good), locale, model);
    };
  }

  private String answered(
      Entrusted asked, DeskOfficer officer, Answer answer, Locale locale, Model model) {
    var outcome = answering.answer(asked.id(), officer, answer);
    if (outcome instanceof Done) return "redirect:/desk/entrusted?answered";
    var typed = new Typed(answer.verdict().name(), answer.words(), null, null, null);
    return answer(asked.id(), outcome, officer, typed, locale, model);
  }

  private String answer(
      UUID part,
      DeskOutcome outcome,
      DeskOfficer officer,
      Typed typed,
      Locale locale,
      Model model) {
    if (outcome instanceof Done) return "redirect:/desk/entrusted/" + part;
    if (outcome instanceof NoSuchDossier) throw notFound();
    var notice =
        outcome instanceof ReasonMissing ? null : words.words(outcome, Language.of(locale));
    var again = new Typed(typed.verdict(), typed.words(), null, null, notice);
    return show(partOf(part, officer), officer, again, locale, model);
  }

  /** The answer so far, and why it was not taken. */
  private record Typed(
      @Nullable String verdict,
      String words,
      @Nullable String error,
      @Nullable String fileError,
      @Nullable String notice) {}

  private String show(
      Entrusted asked, DeskOfficer officer, Typed typed, Locale locale, Model model) {
    var language = Language.of(locale);
    var sight = officer.sightOf(asked);
    var dossier = sight == Sight.NONE ? null : dossierOf(asked);
    var service = dossier == null ? null : serviceOf(dossier);
    var taken = asked.taken();
    var mine = taken == null || taken.officer() == null || officer.mine().contains(taken.officer());
    model.addAttribute(
        "view",
        new EntrustedPage(
            views.of(asked, false, language),
            dossier,
            service == null ? null : service.name().in(language),
            sight == Sight.WHOLE && dossier != null && service != null
                ? summary(dossier, service, language)
                : null,
            dossier == null ? List.of() : papersShown(asked, dossier),
            Arrays.stream(Verdict.values())
                .map(each -> new Choice(each.name(), views.verdict(asked.kind(), each, language)))
                .toList(),
            taken == null ? null : taken.name(),
            asked.waiting() && taken == null,
            asked.waiting() && mine,
            typed.verdict(),
            typed.words(),
            typed.error(),
            typed.fileError(),
            typed.notice()));
    return "dossiers/coordinating/entrusted";
  }

  /** As it was last handed in: what the applicant is mending just now is not to be seen yet. */
  private Summary summary(Dossier dossier, OnlineService service, Language language) {
    var all = handedIn.list(dossier.id());
    var answers = all.isEmpty() || !dossier.open() ? dossier.answers() : all.getLast().answers();
    return forms.summary(service.form(), answers, FillingContext.now(clock, language));
  }

  private static List<Attachment> papersShown(Entrusted asked, Dossier dossier) {
    if (!asked.waiting()) return List.of();
    return dossier.attachments().stream().filter(file -> asked.shows(file.document())).toList();
  }

  private static @Nullable Verdict verdict(String name) {
    return Arrays.stream(Verdict.values())
        .filter(each -> each.name().equals(name))
        .findFirst()
        .orElse(null);
  }

  private String words(String key, Locale locale) {
    return messages.text(Language.of(locale), key);
  }

  private OnlineService serviceOf(Dossier dossier) {
    return services.get(dossier.service().slug(), dossier.service().version());
  }

  private Dossier dossierOf(Entrusted asked) {
    return dossiers.find(asked.dossier()).orElseThrow(AnsweringController::notFound);
  }

  private Entrusted partOf(UUID part, DeskOfficer officer) {
    return answering.find(part, officer).orElseThrow(AnsweringController::notFound);
  }

  /** Only who has to do with dossiers. */
  private DeskOfficer officer(CurrentUser user) {
    return desk.officer(user)
        .filter(officer -> !officer.visible().nothing())
        .orElseThrow(AnsweringController::notFound);
  }

  private static ResponseStatusException notFound() {
    return new ResponseStatusException(HttpStatus.NOT_FOUND);
  }
}
