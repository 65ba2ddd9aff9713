package org.motcua.payments.reconciling;

import java.time.Clock;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.YearMonth;
import org.jspecify.annotations.Nullable;
import org.motcua.identity.CurrentUser;
import org.motcua.organisation.Agency;
import org.motcua.organisation.AgencyId;
import org.motcua.organisation.Organisation;
import org.motcua.payments.finance.Accountants;
import org.motcua.platform.clock.CountryTime;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.mvc.method.annotation.StreamingResponseBody;

/** What came for whom, a month at a time: to each accountant that of his agencies. */
@Controller
class ReportController {

  static final String REPORT = "/desk/payments/report";

  private final Accountants accountants;
  private final DayReport report;
  private final Organisation organisation;
  private final Clock clock;

  ReportController(
      Accountants accountants, DayReport report, Organisation organisation, Clock clock) {
    this.accountants = accountants;
    this.report = report;
    this.organisation = organisation;
    this.clock = clock;
  }

  /**
   * @param owner one of those who have got something; blank: all of them
   */
  @GetMapping(REPORT)
  String show(
      @RequestParam(defaultValue = "") String month,
      @RequestParam(defaultValue = "") String owner,
      @AuthenticationPrincipal CurrentUser user,
      Model model) {
    model.addAttribute("office", accountants.office(user));
    var of = month(month);
    var lines = report.of(of.atDay(1), of.atEndOfMonth(), accountants.ownersOf(user));
    model.addAttribute(
        "view", ReportView.of(of, YearMonth.from(today()), owner.strip(), lines, this::name));
    return "payments/reconciling/report";
  }

  /**
   * For the treasury: each account with what came and went back, day by day.
   *
   * @param day one of them; left out: the whole month
   */
  @GetMapping(REPORT + ".csv")
  ResponseEntity<StreamingResponseBody> csv(
      @RequestParam(defaultValue = "") String month,
      @RequestParam(required = false) @Nullable String day,
      @RequestParam(defaultValue = "") String owner,
      @AuthenticationPrincipal CurrentUser user) {
    var owners = accountants.ownersOf(user);
    var of = month(month);
    var first = day == null ? of.atDay(1) : day(day);
    var last = day == null ? of.atEndOfMonth() : first;
    var lines = ReportView.only(owner.strip(), report.of(first, last, owners));
    var name = day == null ? of.toString() : first.toString();
    return ResponseEntity.ok()
        .contentType(MediaType.parseMediaType("text/csv; charset=utf-8"))
        .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"" + name + ".csv\"")
        .body(out -> DayReport.write(lines, out));
  }

  /** This one where none is asked for. */
  private YearMonth month(String asked) {
    try {
      return asked.isBlank() ? YearMonth.from(today()) : YearMonth.parse(asked);
    } catch (DateTimeException e) {
      throw new ResponseStatusException(HttpStatus.NOT_FOUND);
    }
  }

  private static LocalDate day(String asked) {
    try {
      return LocalDate.parse(asked);
    } catch (DateTimeException e) {
      throw new ResponseStatusException(HttpStatus.NOT_FOUND);
    }
  }

  private LocalDate today() {
    return LocalDate.now(clock.withZone(CountryTime.ZONE));
  }

  /** Companies are no agencies: they go by their codes. */
  private String name(String owner) {
    return AgencyId.parse(owner).flatMap(organisation::findAgency).map(Agency::name).orElse(owner);
  }
}
