package org.motcua.catalogue.questioning;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.motcua.catalogue.Catalogue;
import org.motcua.catalogue.Procedure;
import org.motcua.catalogue.ProcedureCode;
import org.motcua.catalogue.questioning.model.PublishedQuestion;
import org.motcua.catalogue.questioning.model.QuestionStore;
import org.motcua.identity.CurrentUser;
import org.motcua.organisation.Organisation;
import org.motcua.organisation.Unit;
import org.motcua.organisation.UnitCode;
import org.motcua.platform.web.Language;
import org.motcua.platform.web.Messages;
import org.motcua.platform.web.ui.Choice;
import org.motcua.platform.web.ui.FieldError;
import org.motcua.platform.web.ui.FieldErrors;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.http.HttpStatus;
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

/** Asking, and the page on which whoever asked reads what became of it. */
@Controller
@RequestMapping("/questions")
class AskController {

  private final AskQuestion asking;
  private final QuestionStore questions;
  private final AskedViews views;
  private final Catalogue catalogue;
  private final Organisation organisation;
  private final Messages messages;
  private final String portal;

  AskController(
      AskQuestion asking,
      QuestionStore questions,
      AskedViews views,
      Catalogue catalogue,
      Organisation organisation,
      Messages messages,
      @Value("${motcua.public-url}") String portal) {
    this.asking = asking;
    this.questions = questions;
    this.views = views;
    this.catalogue = catalogue;
    this.organisation = organisation;
    this.messages = messages;
    this.portal = portal.replaceFirst("/$", "");
  }

  @GetMapping("/new")
  String form(@RequestParam(defaultValue = "") String procedure, Model model) {
    var form = AskForm.empty(procedure, ReadKey.next());
    return show(form, FieldErrors.NONE, List.of(), model);
  }

  @PostMapping
  String ask(
      @ModelAttribute("sent") AskForm form,
      @AuthenticationPrincipal @Nullable CurrentUser user,
      HttpServletRequest request,
      Locale locale,
      Model model) {
    var language = Language.of(locale);
    var faults = form.faults(messages, language);
    if (!faults.isEmpty()) return show(form, faults, List.of(), model);
    return switch (asking.ask(request(form, user, request))) {
      case AskOutcome.Asked(ReadKey key) ->
          "redirect:/questions/asked/" + key.value() + "?sent=yes";
      case AskOutcome.AlikeExist(List<PublishedQuestion> alike) ->
          show(form, FieldErrors.NONE, alike, model);
      case AskOutcome.TooMany none -> show(form, tooMany(language), List.of(), model);
    };
  }

  private AskQuestion.Request request(
      AskForm form, @Nullable CurrentUser user, HttpServletRequest request) {
    return new AskQuestion.Request(
        ReadKey.parse(form.key()).orElseGet(ReadKey::next),
        procedure(form).orElse(null),
        form.question(),
        province(form).map(Unit::code).orElse(null),
        user == null ? null : user.id(),
        new Contact(form.name(), form.email(), form.phoneDigits()),
        request.getRemoteAddr(),
        form.hasSeenSimilar());
  }

  private FieldErrors tooMany(Language language) {
    return new FieldErrors(
        List.of(new FieldError("question", messages.text(language, "catalogue.ask.tooMany"))));
  }

  private String show(
      AskForm form, FieldErrors errors, List<PublishedQuestion> alike, Model model) {
    model.addAttribute("form", form);
    model.addAttribute("errors", errors);
    model.addAttribute("alike", alike);
    model.addAttribute("procedure", procedure(form).orElse(null));
    model.addAttribute(
        "provinces",
        organisation.provinces().stream()
            .map(unit -> new Choice(unit.code().value(), unit.fullName()))
            .toList());
    return "catalogue/questioning/ask";
  }

  /** The address is the secret: it is in no list, and no search engine keeps the page. */
  @GetMapping("/asked/{key}")
  String asked(
      @PathVariable String key,
      @RequestParam Optional<String> sent,
      HttpServletResponse response,
      Model model) {
    var question =
        ReadKey.parse(key)
            .flatMap(it -> questions.findByReadKey(it.hash()))
            .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    response.setHeader("X-Robots-Tag", "noindex");
    response.setHeader("Referrer-Policy", "no-referrer");
    model.addAttribute("view", views.of(question));
    model.addAttribute("address", portal + "/questions/asked/" + key);
    model.addAttribute("sent", sent.isPresent());
    return "catalogue/questioning/asked";
  }

  /** A code that nobody knows makes the question a general one. */
  private Optional<Procedure> procedure(AskForm form) {
    return ProcedureCode.parse(form.procedure()).flatMap(catalogue::find);
  }

  private Optional<Unit> province(AskForm form) {
    return UnitCode.parse(form.province())
        .flatMap(
            code ->
                organisation.provinces().stream()
                    .filter(unit -> unit.code().equals(code))
                    .findFirst());
  }
}
