package org.motcua.organisation.scheduling;

import java.security.Principal;
import java.time.Clock;
import java.time.LocalDate;
import java.time.Year;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.motcua.organisation.OfficerId;
import org.motcua.organisation.Organisation;
import org.motcua.organisation.Unit;
import org.motcua.organisation.UnitCode;
import org.motcua.organisation.appointing.Administrators;
import org.motcua.organisation.model.Administration;
import org.motcua.organisation.model.CalendarStore;
import org.motcua.organisation.model.SpecialDay;
import org.motcua.platform.web.Page;
import org.motcua.platform.web.ui.Choice;
import org.motcua.platform.web.ui.FieldErrors;
import org.motcua.platform.web.ui.NavLink;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;

/** All officers see the calendar; administrators edit what they keep. */
@Controller
@RequestMapping("/desk/calendar")
class CalendarController {

  private static final int FIRST_YEAR = 2019;

  private final CalendarStore days;
  private final EditCalendar edit;
  private final Administrators administrators;
  private final Organisation organisation;
  private final Clock clock;

  CalendarController(
      CalendarStore days,
      EditCalendar edit,
      Administrators administrators,
      Organisation organisation,
      Clock clock) {
    this.days = days;
    this.edit = edit;
    this.administrators = administrators;
    this.organisation = organisation;
    this.clock = clock;
  }

  @GetMapping
  String show(
      @RequestParam(required = false) @Nullable Integer year,
      @ModelAttribute(name = "page", binding = false) Page page,
      Principal principal,
      Model model) {
    return page(year(year), DayForm.EMPTY, FieldErrors.NONE, page, principal, model);
  }

  @PostMapping("/days")
  String save(
      @ModelAttribute("form") DayForm form,
      @ModelAttribute(name = "page", binding = false) Page page,
      Principal principal,
      Model model) {
    var errors = form.errors(page);
    if (!errors.isEmpty()) return page(year(null), form, errors, page, principal, model);
    var day = form.toDay();
    edit.save(day, officer(principal));
    return "redirect:/desk/calendar?year=" + day.day().getYear();
  }

  @PostMapping("/days/{day}/removal")
  String remove(
      @PathVariable LocalDate day,
      @RequestParam(defaultValue = "") String province,
      Principal principal) {
    edit.remove(day, province(province), officer(principal));
    return "redirect:/desk/calendar?year=" + day.getYear();
  }

  private static @Nullable UnitCode province(String text) {
    if (text.isEmpty()) return null;
    return UnitCode.parse(text)
        .orElseThrow(() -> new ResponseStatusException(HttpStatus.BAD_REQUEST, "No such province"));
  }

  private int year(@Nullable Integer asked) {
    var now = Year.now(clock).getValue();
    return asked == null ? now : Math.clamp(asked, FIRST_YEAR, now + 10);
  }

  private String page(
      int year, DayForm form, FieldErrors errors, Page page, Principal principal, Model model) {
    var administration = administrators.of(officer(principal));
    var rows = days.listSpecialDays(Year.of(year)).stream().map(d -> row(d, administration));
    model.addAttribute("year", year);
    model.addAttribute("years", years(year));
    model.addAttribute("rows", rows.toList());
    model.addAttribute("administration", administration);
    model.addAttribute("scopes", scopes(administration, page));
    model.addAttribute("form", form);
    model.addAttribute("errors", errors);
    return "organisation/scheduling/calendar";
  }

  private List<NavLink> years(int current) {
    var links = new ArrayList<NavLink>();
    for (var y = Math.max(FIRST_YEAR, current - 3); y <= current + 3; y++) {
      links.add(new NavLink(Integer.toString(y), "/desk/calendar?year=" + y, y == current));
    }
    return links;
  }

  private DayRow row(SpecialDay day, Administration administration) {
    var province = day.province();
    return new DayRow(
        day,
        province == null ? "" : province.value(),
        province == null ? null : organisation.getUnit(province).fullName(),
        administration.covers(province));
  }

  private List<Choice> scopes(Administration administration, Page page) {
    var scopes = new ArrayList<Choice>();
    if (administration.country()) {
      scopes.add(new Choice(DayForm.COUNTRY, page.t("organisation.calendar.country")));
    }
    organisation.provinces().stream()
        .filter(province -> administration.covers(province.code()))
        .map(CalendarController::choice)
        .forEach(scopes::add);
    return scopes;
  }

  private static Choice choice(Unit province) {
    return new Choice(province.code().value(), province.fullName());
  }

  private static OfficerId officer(Principal principal) {
    return new OfficerId(UUID.fromString(principal.getName()));
  }
}
