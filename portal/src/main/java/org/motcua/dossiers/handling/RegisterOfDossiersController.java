package org.motcua.dossiers.handling;

import java.time.Clock;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.motcua.dossiers.telling.Looks;
import org.motcua.dossiers.telling.PdfAnswer;
import org.motcua.dossiers.telling.PrintRegister;
import org.motcua.identity.CurrentUser;
import org.motcua.platform.audit.AuditTrail;
import org.motcua.platform.clock.CountryTime;
import org.motcua.platform.web.Language;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;

/** Form 06, for a time of at most a year. */
@Controller
class RegisterOfDossiersController {

  private final Desk desk;
  private final PrintRegister register;
  private final DeskFrames frames;
  private final Looks looks;
  private final AuditTrail audit;
  private final TransactionTemplate transaction;
  private final Clock clock;

  RegisterOfDossiersController(
      Desk desk,
      PrintRegister register,
      DeskFrames frames,
      Looks looks,
      AuditTrail audit,
      TransactionTemplate transaction,
      Clock clock) {
    this.desk = desk;
    this.register = register;
    this.frames = frames;
    this.looks = looks;
    this.audit = audit;
    this.transaction = transaction;
    this.clock = clock;
  }

  @GetMapping("/desk/register")
  String choose(
      @RequestParam(defaultValue = "") String from,
      @RequestParam(defaultValue = "") String to,
      @AuthenticationPrincipal CurrentUser user,
      Locale locale,
      Model model) {
    var officer = desk.officer(user);
    if (officer.isEmpty()) return "dossiers/handling/no-post";
    requireKeeper(officer.get());
    var today = clock.instant().atZone(CountryTime.ZONE).toLocalDate();
    var typedFrom = from.isBlank() ? today.withDayOfMonth(1).toString() : from.strip();
    var typedTo = to.isBlank() ? today.toString() : to.strip();
    var checked = check(officer.get(), typedFrom, typedTo);
    model.addAttribute(
        "view",
        new RegisterView(
            frames.of(officer.get(), user, Language.of(locale)),
            typedFrom,
            typedTo,
            checked.fault(),
            checked.count(),
            PrintRegister.MOST));
    return "dossiers/handling/register";
  }

  @GetMapping(value = "/desk/register.pdf", produces = MediaType.APPLICATION_PDF_VALUE)
  ResponseEntity<byte[]> print(
      @RequestParam(defaultValue = "") String from,
      @RequestParam(defaultValue = "") String to,
      @AuthenticationPrincipal CurrentUser user) {
    var officer = desk.officer(user).orElseThrow(() -> refused(HttpStatus.NOT_FOUND));
    requireKeeper(officer);
    var first = day(from);
    var last = day(to);
    if (first == null || last == null || check(officer, from, to).fault() != null) {
      throw refused(HttpStatus.BAD_REQUEST);
    }
    var agency = officer.agency();
    var pdf = register.pdf(agency, first, last, page -> looks.officerLists(page, user, agency));
    transaction.executeWithoutResult(
        status ->
            audit.record(
                user.actor(),
                "dossiers.register_printed",
                "agency",
                agency.value(),
                Map.of("from", first.toString(), "to", last.toString())));
    return PdfAnswer.named("so-theo-doi-ho-so-%s-%s.pdf".formatted(first, last), pdf);
  }

  private record Checked(@Nullable String fault, int count) {}

  private Checked check(DeskOfficer officer, String from, String to) {
    var first = day(from);
    var last = day(to);
    var fault = fault(first, last);
    var count =
        fault != null || first == null || last == null
            ? 0
            : register.count(officer.agency(), first, last);
    if (count > PrintRegister.MOST) fault = "dossiers.register.too_many";
    return new Checked(fault, count);
  }

  private static @Nullable String fault(@Nullable LocalDate from, @Nullable LocalDate to) {
    if (from == null || to == null) return "dossiers.register.no_day";
    if (to.isBefore(from)) return "dossiers.register.wrong_order";
    if (!to.isBefore(from.plusYears(1))) return "dossiers.register.too_long";
    return null;
  }

  private static @Nullable LocalDate day(String typed) {
    try {
      var day = LocalDate.parse(typed.strip());
      return day.getYear() < 1900 || day.getYear() > 2999 ? null : day;
    } catch (DateTimeParseException e) {
      return null;
    }
  }

  private static void requireKeeper(DeskOfficer officer) {
    if (!officer.keepsRegister()) throw refused(HttpStatus.FORBIDDEN);
  }

  private static ResponseStatusException refused(HttpStatus status) {
    return new ResponseStatusException(status);
  }
}
