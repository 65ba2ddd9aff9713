package org.motcua.dossiers.handling;

import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.motcua.dossiers.DossierId;
import org.motcua.dossiers.handling.DeskOutcome.ReasonMissing;
import org.motcua.dossiers.model.AdditionRequest.Point;
import org.motcua.identity.CurrentUser;
import org.motcua.payments.CounterPayments;
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

/** What an officer does to a dossier; each act is a noun that is posted to it. */
@Controller
@RequestMapping("/desk/dossiers/{id}")
class DeskActController {

  private static final String POINT = "point:";

  private final Desk desk;
  private final DeskViews views;
  private final ReceiveDossier reception;
  private final DecideDossier decisions;
  private final SettleFee fees;
  private final DeskAnswers answers;

  DeskActController(
      Desk desk,
      DeskViews views,
      ReceiveDossier reception,
      DecideDossier decisions,
      SettleFee fees,
      DeskAnswers answers) {
    this.desk = desk;
    this.views = views;
    this.reception = reception;
    this.decisions = decisions;
    this.fees = fees;
    this.answers = answers;
  }

  @PostMapping("/acceptance")
  String accept(
      @PathVariable UUID id,
      @AuthenticationPrincipal CurrentUser user,
      Locale locale,
      Model model) {
    var officer = officer(user);
    return show(reception.accept(new DossierId(id), officer), id, officer, locale, model);
  }

  @PostMapping("/refusal")
  String refuse(
      @PathVariable UUID id,
      @RequestParam(defaultValue = "") String reason,
      @AuthenticationPrincipal CurrentUser user,
      Locale locale,
      Model model) {
    var officer = officer(user);
    return show(reception.refuse(new DossierId(id), officer, reason), id, officer, locale, model);
  }

  /** All answers and papers, each with room for what is wrong with it. */
  @GetMapping("/addition-request")
  String additions(
      @PathVariable UUID id,
      @AuthenticationPrincipal CurrentUser user,
      Locale locale,
      Model model) {
    var officer = officer(user);
    var dossier =
        desk.find(new DossierId(id), officer)
            .filter(officer::seesAllOf)
            .orElseThrow(DeskActController::notFound);
    model.addAttribute("view", views.dossier(officer, dossier, null, Language.of(locale)));
    return "dossiers/handling/addition-request";
  }

  @PostMapping("/addition-request")
  String requestAdditions(
      @PathVariable UUID id,
      @RequestParam MultiValueMap<String, String> form,
      @AuthenticationPrincipal CurrentUser user,
      Locale locale,
      Model model) {
    var officer = officer(user);
    var outcome = reception.requestAdditions(new DossierId(id), officer, points(form));
    if (outcome instanceof ReasonMissing) {
      model.addAttribute("missing", true);
      return additions(id, user, locale, model);
    }
    return show(outcome, id, officer, locale, model);
  }

  @PostMapping("/handling")
  String takeUp(
      @PathVariable UUID id,
      @AuthenticationPrincipal CurrentUser user,
      Locale locale,
      Model model) {
    var officer = officer(user);
    return show(decisions.takeUp(new DossierId(id), officer), id, officer, locale, model);
  }

  @PostMapping("/preparation")
  String prepare(
      @PathVariable UUID id,
      @RequestParam int step,
      @RequestParam(defaultValue = "") String note,
      @AuthenticationPrincipal CurrentUser user,
      Locale locale,
      Model model) {
    var officer = officer(user);
    return show(
        decisions.passOn(new DossierId(id), officer, step, note), id, officer, locale, model);
  }

  /**
   * @param without whether it is not waited for what others were asked; the reason says why
   * @param verdict {@code approve}, {@code back} to the specialist, or {@code stop}
   */
  @PostMapping("/decision")
  String decide(
      @PathVariable UUID id,
      @RequestParam int step,
      @RequestParam String verdict,
      @RequestParam(defaultValue = "") String reason,
      @RequestParam(defaultValue = "false") boolean without,
      @AuthenticationPrincipal CurrentUser user,
      Locale locale,
      Model model) {
    var officer = officer(user);
    var dossier = new DossierId(id);
    var why = without && !reason.isBlank() ? reason.strip() : null;
    var outcome =
        switch (verdict) {
          case "approve" -> decisions.approve(dossier, officer, step, why);
          case "back" -> decisions.sendBack(dossier, officer, step, reason);
          case "stop" -> decisions.stop(dossier, officer, step, reason, without);
          default -> throw new ResponseStatusException(HttpStatus.BAD_REQUEST);
        };
    return show(outcome, id, officer, locale, model);
  }

  @PostMapping("/withdrawal")
  String grantWithdrawal(
      @PathVariable UUID id,
      @RequestParam(defaultValue = "") String note,
      @AuthenticationPrincipal CurrentUser user,
      Locale locale,
      Model model) {
    var officer = officer(user);
    return show(
        reception.grantWithdrawal(new DossierId(id), officer, note), id, officer, locale, model);
  }

  /**
   * @param receipt the number of the one that the applicant was given out of the agency's own book
   */
  @PostMapping("/fee")
  String settleFee(
      @PathVariable UUID id,
      @RequestParam(defaultValue = "CASH") CounterPayments.Means means,
      @RequestParam(defaultValue = "") String receipt,
      @AuthenticationPrincipal CurrentUser user,
      Locale locale,
      Model model) {
    var officer = officer(user);
    return show(
        fees.settle(new DossierId(id), officer, means, receipt), id, officer, locale, model);
  }

  private String show(
      DeskOutcome outcome, UUID id, DeskOfficer officer, Locale locale, Model model) {
    return answers.show(outcome, new DossierId(id), officer, Language.of(locale), model);
  }

  private static List<Point> points(MultiValueMap<String, String> form) {
    return form.entrySet().stream()
        .filter(field -> field.getKey().startsWith(POINT))
        .flatMap(
            field ->
                field.getValue().stream()
                    .filter(text -> !text.isBlank())
                    .map(text -> new Point(field.getKey().substring(POINT.length()), text.strip())))
        .toList();
  }

  private DeskOfficer officer(CurrentUser user) {
    return desk.officer(user).orElseThrow(DeskActController::notFound);
  }

  private static ResponseStatusException notFound() {
    return new ResponseStatusException(HttpStatus.NOT_FOUND);
  }
}
