package org.motcua.payments.reconciling;

import java.io.IOException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.motcua.identity.CurrentUser;
import org.motcua.payments.finance.Accountants;
import org.motcua.payments.finance.Office;
import org.motcua.payments.finance.Officers;
import org.motcua.platform.clock.CountryTime;
import org.springframework.format.annotation.DateTimeFormat;
import org.springframework.format.annotation.DateTimeFormat.ISO;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.server.ResponseStatusException;

/** The days of all gateways, for the accountants who look after all payments. */
@Controller
class DaysController {

  static final String DAYS = "/desk/payments/days";
  private static final String ONE = DAYS + "/{way}/{day}";
  private static final String LINE = "/desk/payments/differences/{id:[0-9a-fA-F-]{36}}";

  private static final int SHOWN_DAYS = 31;
  private static final int PAGE_SIZE = 100;

  private final Accountants accountants;
  private final Officers officers;
  private final Days days;
  private final DayFileSource source;
  private final FetchDayFiles fetchDayFiles;
  private final SettleDifference settle;
  private final CloseDay closeDay;
  private final Clock clock;

  DaysController(
      Accountants accountants,
      Officers officers,
      Days days,
      DayFileSource source,
      FetchDayFiles fetchDayFiles,
      SettleDifference settle,
      CloseDay closeDay,
      Clock clock) {
    this.accountants = accountants;
    this.officers = officers;
    this.days = days;
    this.source = source;
    this.fetchDayFiles = fetchDayFiles;
    this.settle = settle;
    this.closeDay = closeDay;
    this.clock = clock;
  }

  @GetMapping(DAYS)
  String list(@AuthenticationPrincipal CurrentUser user, Model model) {
    var office = office(user);
    var today = LocalDate.now(clock.withZone(CountryTime.ZONE));
    var known = days.list(today.minusDays(SHOWN_DAYS), today.minusDays(1));
    model.addAttribute("office", office);
    model.addAttribute("ways", source.ways());
    model.addAttribute("yesterday", today.minusDays(1));
    model.addAttribute("days", known);
    return "payments/reconciling/days";
  }

  @GetMapping(ONE)
  String show(
      @PathVariable String way,
      @PathVariable @DateTimeFormat(iso = ISO.DATE) LocalDate day,
      @RequestParam(required = false) @Nullable UUID after,
      @RequestParam(required = false) @Nullable String told,
      @RequestParam(required = false) @Nullable FileFault fault,
      @RequestParam(defaultValue = "0") long line,
      @AuthenticationPrincipal CurrentUser user,
      Model model) {
    model.addAttribute("office", office(user));
    var found = days.find(way, day).orElseGet(() -> untouched(way, day));
    var differences = days.listDifferences(way, day, after, PAGE_SIZE + 1);
    var more = differences.size() > PAGE_SIZE;
    var shown = more ? differences.subList(0, PAGE_SIZE) : differences;
    model.addAttribute(
        "view",
        new DayView(
            found,
            days.passedOn(way, day),
            shown,
            names(found),
            more ? address(way, day) + "?after=" + shown.getLast().id() : null,
            told == null || !told.matches("[a-z_]{1,30}") ? null : told,
            fault == null ? null : fault.name(),
            line));
    return "payments/reconciling/day";
  }

  /** One of a way that files come from, but none has come yet. */
  private Day untouched(String way, LocalDate day) {
    if (!source.ways().contains(way)) throw unknown();
    var nothing = new Day.Sums(0, 0);
    return new Day(way, day, null, null, 0, nothing, nothing, 0, null, null);
  }

  private Map<String, String> names(Day day) {
    var by = new ArrayList<String>();
    Stream.of(day.signed(), day.closed())
        .filter(signature -> signature != null)
        .forEach(signature -> by.add(signature.by()));
    return officers.names(by);
  }

  /** What the accountant has got in another way. */
  @PostMapping(ONE + "/file")
  String bring(
      @PathVariable String way,
      @PathVariable @DateTimeFormat(iso = ISO.DATE) LocalDate day,
      @RequestParam MultipartFile file,
      @AuthenticationPrincipal CurrentUser user)
      throws IOException {
    office(user);
    if (!source.ways().contains(way)) throw unknown();
    return to(way, day, fetchDayFiles.bring(way, day, file, user.actor()));
  }

  @PostMapping(ONE + "/fetching")
  String fetch(
      @PathVariable String way,
      @PathVariable @DateTimeFormat(iso = ISO.DATE) LocalDate day,
      @AuthenticationPrincipal CurrentUser user) {
    office(user);
    if (!source.ways().contains(way)) throw unknown();
    return to(way, day, fetchDayFiles.fetchOne(way, day, user.actor()));
  }

  @PostMapping(ONE + "/signature")
  String sign(
      @PathVariable String way,
      @PathVariable @DateTimeFormat(iso = ISO.DATE) LocalDate day,
      @AuthenticationPrincipal CurrentUser user) {
    office(user);
    return to(way, day, closeDay.sign(way, day, user.actor()));
  }

  @PostMapping(LINE + "/acceptance")
  String accept(
      @PathVariable UUID id,
      @RequestParam(defaultValue = "") String reason,
      @AuthenticationPrincipal CurrentUser user) {
    var line = line(id, user);
    return to(line.way(), line.day(), settle.accept(id, reason, user.actor()));
  }

  @PostMapping(LINE + "/carrying")
  String carry(@PathVariable UUID id, @AuthenticationPrincipal CurrentUser user) {
    var line = line(id, user);
    return to(line.way(), line.day(), settle.carryOver(id, user.actor()));
  }

  @PostMapping(LINE + "/question")
  String ask(@PathVariable UUID id, @AuthenticationPrincipal CurrentUser user) {
    var line = line(id, user);
    var finding = settle.ask(id, user.actor());
    return redirect(line.way(), line.day(), finding == null ? "nobody_to_ask" : "asked");
  }

  private Difference line(UUID id, CurrentUser user) {
    office(user);
    return days.findDifference(id).orElseThrow(DaysController::unknown);
  }

  private Office office(CurrentUser user) {
    return accountants.officeOfAll(user);
  }

  private static String to(String way, LocalDate day, DayOutcome outcome) {
    if (outcome instanceof DayOutcome.Faulty(var line, var fault)) {
      return "redirect:" + address(way, day) + "?fault=" + fault + "&line=" + line;
    }
    var word = outcome.getClass().getSimpleName().replaceAll("(?<=[a-z])(?=[A-Z])", "_");
    return redirect(way, day, word.toLowerCase(Locale.ROOT));
  }

  private static String redirect(String way, LocalDate day, String told) {
    return "redirect:" + address(way, day) + "?told=" + told;
  }

  private static String address(String way, LocalDate day) {
    return DAYS + "/" + way + "/" + day;
  }

  private static ResponseStatusException unknown() {
    return new ResponseStatusException(HttpStatus.NOT_FOUND);
  }
}
