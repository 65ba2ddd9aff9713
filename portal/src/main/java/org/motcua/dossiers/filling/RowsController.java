package org.motcua.dossiers.filling;

import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.motcua.dossiers.DossierId;
import org.motcua.dossiers.access.Changeables;
import org.motcua.dossiers.model.Dossier;
import org.motcua.eservices.OnlineServices;
import org.motcua.forms.Answers;
import org.motcua.forms.Fault;
import org.motcua.forms.FillingContext;
import org.motcua.forms.Forms;
import org.motcua.forms.Question;
import org.motcua.forms.QuestionType;
import org.motcua.forms.TableRow;
import org.motcua.identity.CurrentUser;
import org.motcua.platform.web.Language;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;

/** A table is filled in one row at a time, each on a page of its own. */
@Controller
@RequestMapping("/my/dossiers/{id}/pages/{pageId}/rows/{question}")
class RowsController {

  private static final String NEW = "new";

  private final SaveRow saveRow;
  private final DraftsInHand drafts;
  private final FormerPages formerPages;
  private final OnlineServices services;
  private final Forms forms;
  private final Changeables changeables;
  private final Clock clock;

  RowsController(
      SaveRow saveRow,
      DraftsInHand drafts,
      FormerPages formerPages,
      OnlineServices services,
      Forms forms,
      Changeables changeables,
      Clock clock) {
    this.saveRow = saveRow;
    this.drafts = drafts;
    this.formerPages = formerPages;
    this.services = services;
    this.forms = forms;
    this.changeables = changeables;
    this.clock = clock;
  }

  @GetMapping("/{row}")
  String row(
      @PathVariable UUID id,
      @PathVariable String pageId,
      @PathVariable String question,
      @PathVariable String row,
      @RequestParam(defaultValue = "false") boolean review,
      @AuthenticationPrincipal CurrentUser user,
      Locale locale,
      Model model) {
    var draft = drafts.find(new DossierId(id), user).orElseThrow(RowsController::notFound);
    if (draft.findQuestion(question).isEmpty()) return noSuchTable(id);
    var dossier = draft.dossier();
    if (!dossier.open()) return "redirect:/my/dossiers/" + id;
    if (!changeables.of(dossier).question(question)) {
      return "redirect:" + page(id, pageId, question, review);
    }
    var place = new RowPlace(question, row.equals(NEW) ? TableRow.freshId() : row);
    var known =
        dossier.answers().rows(question).stream()
            .filter(each -> each.id().equals(place.row()))
            .map(TableRow::answers)
            .findFirst();
    if (known.isEmpty() && !row.equals(NEW))
      return "redirect:" + page(id, pageId, question, review);
    var answers = known.orElse(Answers.none());
    return show(dossier, pageId, place, answers, List.of(), review, locale, model);
  }

  @PostMapping("/{row}")
  String save(
      @PathVariable UUID id,
      @PathVariable String pageId,
      @PathVariable String question,
      @PathVariable String row,
      @RequestParam(defaultValue = "false") boolean review,
      @RequestParam(defaultValue = "false") boolean another,
      @RequestParam MultiValueMap<String, String> submitted,
      @AuthenticationPrincipal CurrentUser user,
      Locale locale,
      Model model) {
    if (!TableRow.isId(row) || row.equals(NEW)) throw notFound();
    var place = new RowPlace(question, row);
    var context = FillingContext.now(clock, Language.of(locale));
    return switch (saveRow.save(new DossierId(id), user, place, submitted, context)) {
      case RowOutcome.Kept kept when another ->
          "redirect:" + rows(id, pageId, question) + NEW + query(review);
      case RowOutcome.Kept kept -> "redirect:" + page(id, pageId, question, review);
      case RowOutcome.ShowAgain(Dossier dossier, Answers answers, List<Fault> faults) ->
          show(dossier, pageId, place, answers, faults, review, locale, model);
      case RowOutcome.Full full -> "redirect:" + page(id, pageId, question, review);
      case RowOutcome.Closed closed -> "redirect:/my/dossiers/" + id;
      case RowOutcome.NotAsked none -> "redirect:" + refused(id, pageId, question);
      case RowOutcome.NoSuchTable none -> noSuchTable(id);
    };
  }

  /** Where a newer version of the service has dropped it, the draft tells. */
  private String noSuchTable(UUID id) {
    if (formerPages.mayHaveBeen(new DossierId(id))) return "redirect:/my/dossiers/" + id;
    throw notFound();
  }

  private String show(
      Dossier dossier,
      String pageId,
      RowPlace place,
      Answers row,
      List<Fault> faults,
      boolean review,
      Locale locale,
      Model model) {
    var context = FillingContext.now(clock, Language.of(locale));
    var service = services.get(dossier.service().slug(), dossier.service().version());
    var question =
        service
            .form()
            .findQuestion(place.question())
            .filter(found -> service.form().pageOf(found).id().equals(pageId));
    var id = dossier.id().value();
    if (question.isEmpty()) return noSuchTable(id);
    var table = tableOf(question.get());
    var rows = dossier.answers().rows(place.question());
    var number = rows.stream().map(TableRow::id).toList().indexOf(place.row()) + 1;
    model.addAttribute(
        "view",
        new RowPageView(
            service.name().in(context.language()),
            table.each().in(context.language()),
            number == 0 ? rows.size() + 1 : number,
            forms.askRow(service.form(), table, dossier.answers(), row, faults, context),
            rows(id, pageId, place.question()) + place.row(),
            page(id, pageId, place.question(), review),
            Math.max(rows.size(), number == 0 ? rows.size() + 1 : 0) < table.max(),
            dossier.changedAt(),
            review));
    return "dossiers/filling/row";
  }

  private static QuestionType.Table tableOf(Question question) {
    if (question.type() instanceof QuestionType.Table table) return table;
    throw notFound();
  }

  private static String rows(UUID id, String pageId, String question) {
    return "/my/dossiers/" + id + "/pages/" + pageId + "/rows/" + question + "/";
  }

  private static String page(UUID id, String pageId, String question, boolean review) {
    return "/my/dossiers/" + id + "/pages/" + pageId + query(review) + "#" + question;
  }

  private static String refused(UUID id, String pageId, String question) {
    return "/my/dossiers/" + id + "/pages/" + pageId + "?refused=" + question + "#" + question;
  }

  private static String query(boolean review) {
    return review ? "?review=true" : "";
  }

  private static ResponseStatusException notFound() {
    return new ResponseStatusException(HttpStatus.NOT_FOUND);
  }
}
