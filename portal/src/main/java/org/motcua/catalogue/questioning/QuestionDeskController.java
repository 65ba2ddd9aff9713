package org.motcua.catalogue.questioning;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.motcua.catalogue.QuestionId;
import org.motcua.catalogue.questioning.DeskOutcome.ChangedMeanwhile;
import org.motcua.catalogue.questioning.DeskOutcome.Done;
import org.motcua.catalogue.questioning.DeskOutcome.Fault;
import org.motcua.catalogue.questioning.DeskOutcome.Incomplete;
import org.motcua.catalogue.questioning.DeskOutcome.NeedsSomebodyElse;
import org.motcua.catalogue.questioning.DeskOutcome.NoSuchQuestion;
import org.motcua.catalogue.questioning.DeskOutcome.NotNow;
import org.motcua.catalogue.questioning.model.Question;
import org.motcua.catalogue.questioning.model.Texts;
import org.motcua.catalogue.questioning.model.WorkFilter;
import org.motcua.catalogue.questioning.model.WorkKey;
import org.motcua.identity.CurrentUser;
import org.motcua.platform.web.Formats;
import org.motcua.platform.web.Language;
import org.motcua.platform.web.Messages;
import org.motcua.platform.web.ui.FieldError;
import org.motcua.platform.web.ui.FieldErrors;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;

/** The work list of an agency's questions, and the work on one of them. */
@Controller
@RequestMapping("/desk/questions")
class QuestionDeskController {

  private final QuestionDesk desk;
  private final QuestionDeskViews views;
  private final Messages messages;

  QuestionDeskController(QuestionDesk desk, QuestionDeskViews views, Messages messages) {
    this.desk = desk;
    this.views = views;
    this.messages = messages;
  }

  @GetMapping
  String list(
      @RequestParam(defaultValue = "TO_ANSWER") WorkFilter show,
      @RequestParam(defaultValue = "") String procedure,
      @RequestParam(defaultValue = "") String after,
      @RequestParam Optional<String> forwarded,
      @AuthenticationPrincipal CurrentUser user,
      Locale locale,
      Model model) {
    var officer = desk.officer(user);
    if (officer.isEmpty()) return "catalogue/questioning/no-post";
    var key = WorkKey.parse(after).orElse(null);
    model.addAttribute(
        "view", views.list(officer.get(), show, Typed.line(procedure), key, Language.of(locale)));
    model.addAttribute("forwarded", forwarded.isPresent());
    return "catalogue/questioning/work-list";
  }

  @GetMapping("/{id}")
  String read(
      @PathVariable UUID id,
      @RequestParam(defaultValue = "") String told,
      @AuthenticationPrincipal CurrentUser user,
      Locale locale,
      Model model) {
    var officer = officer(user);
    var question =
        desk.find(new QuestionId(id), officer).orElseThrow(QuestionDeskController::notFound);
    var language = Language.of(locale);
    var key = "catalogue.answering.told." + told;
    var notice = messages.has(language, key) ? messages.text(language, key) : null;
    return new Answering(officer, question, language).noticing(notice).show(model);
  }

  @PostMapping("/{id}/answer")
  String answer(
      @PathVariable UUID id,
      @RequestParam(defaultValue = "") String question,
      @RequestParam(defaultValue = "") String answer,
      @RequestParam(defaultValue = "") String questionEnglish,
      @RequestParam(defaultValue = "") String answerEnglish,
      @RequestParam(defaultValue = "false") boolean toBeConfirmed,
      @RequestParam(defaultValue = "0") int version,
      @RequestParam(defaultValue = "SAVE") AnswerForm.Then then,
      @AuthenticationPrincipal CurrentUser user,
      Locale locale,
      Model model) {
    var officer = officer(user);
    var form =
        new AnswerForm(
            question, answer, questionEnglish, answerEnglish, toBeConfirmed, version, then);
    var outcome = desk.write(new QuestionId(id), form, officer);
    return show(outcome, form, ActForm.EMPTY, then.name(), officer, locale, model);
  }

  @PostMapping("/{id}/refusal")
  String refuse(
      @PathVariable UUID id,
      @RequestParam(defaultValue = "0") int version,
      @RequestParam(defaultValue = "") String reason,
      @AuthenticationPrincipal CurrentUser user,
      Locale locale,
      Model model) {
    var officer = officer(user);
    var outcome = desk.refuse(new QuestionId(id), version, reason, officer);
    var form = new ActForm(reason, "", "", "");
    return show(outcome, null, form, "REFUSED", officer, locale, model);
  }

  @PostMapping("/{id}/reopening")
  String reopen(
      @PathVariable UUID id,
      @RequestParam(defaultValue = "0") int version,
      @AuthenticationPrincipal CurrentUser user,
      Locale locale,
      Model model) {
    var officer = officer(user);
    var outcome = desk.reopen(new QuestionId(id), version, officer);
    return show(outcome, null, ActForm.EMPTY, "REOPENED", officer, locale, model);
  }

  @PostMapping("/{id}/unpublication")
  String unpublish(
      @PathVariable UUID id,
      @RequestParam(defaultValue = "0") int version,
      @RequestParam(defaultValue = "") String takingBack,
      @AuthenticationPrincipal CurrentUser user,
      Locale locale,
      Model model) {
    var officer = officer(user);
    var outcome = desk.unpublish(new QuestionId(id), version, takingBack, officer);
    var form = new ActForm("", "", "", takingBack);
    return show(outcome, null, form, "UNPUBLISHED", officer, locale, model);
  }

  @PostMapping("/{id}/forwarding")
  String forward(
      @PathVariable UUID id,
      @RequestParam(defaultValue = "0") int version,
      @RequestParam(defaultValue = "") String agency,
      @RequestParam(defaultValue = "") String note,
      @AuthenticationPrincipal CurrentUser user,
      Locale locale,
      Model model) {
    var officer = officer(user);
    var outcome = desk.forward(new QuestionId(id), version, agency, note, officer);
    if (outcome instanceof Done done && !officer.covers(done.question().agency())) {
      return "redirect:/desk/questions?forwarded=yes";
    }
    var form = new ActForm("", agency, note, "");
    return show(outcome, null, form, "FORWARDED", officer, locale, model);
  }

  /**
   * @param typed the officer's answer, where he sent one
   */
  private String show(
      DeskOutcome outcome,
      @Nullable AnswerForm typed,
      ActForm acts,
      String done,
      DeskOfficer officer,
      Locale locale,
      Model model) {
    var language = Language.of(locale);
    return switch (outcome) {
      case Done(Question question) -> redirect(question, done);
      case NeedsSomebodyElse(Question now) -> redirect(now, "SOMEBODY_ELSE");
      case NoSuchQuestion none -> throw notFound();
      case NotNow(Question now) ->
          new Answering(officer, now, language)
              .noticing(messages.text(language, "catalogue.answering.notNow"))
              .keeping(typed, acts)
              .show(model);
      case ChangedMeanwhile(Question now) ->
          new Answering(officer, now, language)
              .noticing(overtaken(now, language))
              .keeping(typed == null ? null : typed.onTopOf(now.revision().number()), acts)
              .comparing(typed == null ? null : now.workingTexts())
              .show(model);
      case Incomplete(Question now, List<Fault> faults) ->
          new Answering(officer, now, language)
              .keeping(typed, acts)
              .finding(errors(faults, language))
              .show(model);
    };
  }

  private static String redirect(Question question, String told) {
    return "redirect:/desk/questions/" + question.id() + "?told=" + told;
  }

  private String overtaken(Question now, Language language) {
    return messages.text(
        language,
        "catalogue.answering.overtaken",
        views.name(now.revision().by(), language),
        new Formats(language).dateTime(now.revision().at()));
  }

  private FieldErrors errors(List<Fault> faults, Language language) {
    return new FieldErrors(
        faults.stream()
            .map(
                fault ->
                    new FieldError(
                        fault.field(),
                        messages.text(language, "catalogue.answering.fault." + fault.what())))
            .toList());
  }

  /** The page of one question, with what is to be told on it. */
  private final class Answering {

    private final DeskOfficer officer;
    private final Question question;
    private final Language language;
    private @Nullable String notice;
    private @Nullable AnswerForm typed;
    private ActForm acts = ActForm.EMPTY;
    private @Nullable Texts theirs;
    private FieldErrors errors = FieldErrors.NONE;

    Answering(DeskOfficer officer, Question question, Language language) {
      this.officer = officer;
      this.question = question;
      this.language = language;
    }

    Answering noticing(@Nullable String text) {
      notice = text;
      return this;
    }

    Answering keeping(@Nullable AnswerForm answer, ActForm others) {
      typed = answer;
      acts = others;
      return this;
    }

    Answering comparing(@Nullable Texts saved) {
      theirs = saved;
      return this;
    }

    Answering finding(FieldErrors found) {
      errors = found;
      return this;
    }

    String show(Model model) {
      model.addAttribute("view", views.one(officer, question, language));
      model.addAttribute("form", typed == null ? AnswerForm.of(question) : typed);
      model.addAttribute("typed", typed != null);
      model.addAttribute("acts", acts);
      model.addAttribute("theirs", theirs);
      model.addAttribute("errors", errors);
      model.addAttribute("notice", notice);
      return "catalogue/questioning/answer";
    }
  }

  private DeskOfficer officer(CurrentUser user) {
    return desk.officer(user).orElseThrow(QuestionDeskController::notFound);
  }

  private static ResponseStatusException notFound() {
    return new ResponseStatusException(HttpStatus.NOT_FOUND);
  }
}
