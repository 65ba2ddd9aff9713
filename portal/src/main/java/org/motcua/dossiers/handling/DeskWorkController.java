package org.motcua.dossiers.handling;

import java.time.LocalDate;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.motcua.dossiers.DossierId;
import org.motcua.identity.CurrentUser;
import org.motcua.platform.web.Language;
import org.springframework.format.annotation.DateTimeFormat;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;

/** How officers share the work, and what they tell the applicant of its progress. */
@Controller
@RequestMapping("/desk/dossiers/{id}")
class DeskWorkController {

  private final Desk desk;
  private final DeskAnswers answers;
  private final AssignDossier assigning;
  private final DecideDossier decisions;
  private final ReceiveDossier reception;
  private final ChargeDossier charging;
  private final Apologise apologies;
  private final HandOverResult handingOver;
  private final SendByPost posting;

  DeskWorkController(
      Desk desk,
      DeskAnswers answers,
      AssignDossier assigning,
      DecideDossier decisions,
      ReceiveDossier reception,
      ChargeDossier charging,
      Apologise apologies,
      HandOverResult handingOver,
      SendByPost posting) {
    this.desk = desk;
    this.answers = answers;
    this.assigning = assigning;
    this.decisions = decisions;
    this.reception = reception;
    this.charging = charging;
    this.apologies = apologies;
    this.handingOver = handingOver;
    this.posting = posting;
  }

  @PostMapping("/assignment")
  String assign(
      @PathVariable UUID id,
      @RequestParam(required = false) @Nullable UUID officer,
      @AuthenticationPrincipal CurrentUser user,
      Locale locale,
      Model model) {
    var by = officer(user);
    var outcome =
        officer == null
            ? new DeskOutcome.NoSuchOfficer()
            : assigning.assign(new DossierId(id), by, officer);
    return answers.show(outcome, new DossierId(id), by, Language.of(locale), model);
  }

  @PostMapping("/release")
  String handBack(
      @PathVariable UUID id,
      @RequestParam(defaultValue = "") String note,
      @AuthenticationPrincipal CurrentUser user,
      Locale locale,
      Model model) {
    var by = officer(user);
    var outcome = decisions.handBack(new DossierId(id), by, note);
    return answers.show(outcome, new DossierId(id), by, Language.of(locale), model);
  }

  /**
   * @param what what a further amount is for; blank: only what the answers cost
   * @param dong the further amount
   */
  @PostMapping("/payment-request")
  String requestPayment(
      @PathVariable UUID id,
      @RequestParam(defaultValue = "") String what,
      @RequestParam(defaultValue = "") String dong,
      @AuthenticationPrincipal CurrentUser user,
      Locale locale,
      Model model) {
    var by = officer(user);
    var outcome = charging.demand(new DossierId(id), by, what, amount(dong));
    return answers.show(outcome, new DossierId(id), by, Language.of(locale), model);
  }

  @PostMapping("/apology")
  String apologise(
      @PathVariable UUID id,
      @RequestParam(required = false) @DateTimeFormat(iso = DateTimeFormat.ISO.DATE)
          @Nullable LocalDate day,
      @RequestParam(defaultValue = "") String reason,
      @AuthenticationPrincipal CurrentUser user,
      Locale locale,
      Model model) {
    var by = officer(user);
    var outcome =
        day == null
            ? new DeskOutcome.AppointmentTooEarly()
            : apologies.apologise(new DossierId(id), by, day, reason);
    return answers.show(outcome, new DossierId(id), by, Language.of(locale), model);
  }

  @PostMapping("/withdrawal-denial")
  String denyWithdrawal(
      @PathVariable UUID id,
      @RequestParam(defaultValue = "") String reason,
      @AuthenticationPrincipal CurrentUser user,
      Locale locale,
      Model model) {
    var by = officer(user);
    var outcome = reception.denyWithdrawal(new DossierId(id), by, reason);
    return answers.show(outcome, new DossierId(id), by, Language.of(locale), model);
  }

  /**
   * @param takenBy who signed for the result at the counter
   */
  @PostMapping("/return")
  String handOver(
      @PathVariable UUID id,
      @RequestParam(defaultValue = "") String takenBy,
      @AuthenticationPrincipal CurrentUser user,
      Locale locale,
      Model model) {
    var by = officer(user);
    var outcome = handingOver.handOver(new DossierId(id), by, takenBy);
    return answers.show(outcome, new DossierId(id), by, Language.of(locale), model);
  }

  /** It goes to the address that the applicant has given. */
  @PostMapping("/posting")
  String sendByPost(
      @PathVariable UUID id,
      @AuthenticationPrincipal CurrentUser user,
      Locale locale,
      Model model) {
    var by = officer(user);
    var outcome = posting.give(new DossierId(id), by);
    return answers.show(outcome, new DossierId(id), by, Language.of(locale), model);
  }

  /** Thousands may be parted by dots or spaces; anything else is no amount. */
  private static long amount(String typed) {
    var digits = typed.replaceAll("[.\\s]", "");
    return digits.matches("\\d{1,12}") ? Long.parseLong(digits) : 0;
  }

  private DeskOfficer officer(CurrentUser user) {
    return desk.officer(user).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
  }
}
