package org.motcua.dossiers.handling;

import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.motcua.dossiers.handling.ReportAbsence.Outcome;
import org.motcua.dossiers.handling.ReportAbsence.Report;
import org.motcua.dossiers.model.AbsenceStore;
import org.motcua.identity.AccountId;
import org.motcua.identity.Accounts;
import org.motcua.identity.CurrentUser;
import org.motcua.identity.Person;
import org.motcua.organisation.OfficerId;
import org.motcua.platform.web.Language;
import org.motcua.platform.web.ui.Choice;
import org.springframework.format.annotation.DateTimeFormat;
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

/** Who is away, and who stands in. */
@Controller
@RequestMapping("/desk/absences")
class AbsenceController {

  private final Desk desk;
  private final ReportAbsence reporting;
  private final AbsenceStore absences;
  private final StandIns standIns;
  private final DeskFrames frames;
  private final Accounts accounts;

  AbsenceController(
      Desk desk,
      ReportAbsence reporting,
      AbsenceStore absences,
      StandIns standIns,
      DeskFrames frames,
      Accounts accounts) {
    this.desk = desk;
    this.reporting = reporting;
    this.absences = absences;
    this.standIns = standIns;
    this.frames = frames;
    this.accounts = accounts;
  }

  @GetMapping
  String list(
      @RequestParam(required = false) @Nullable String saved,
      @AuthenticationPrincipal CurrentUser user,
      Locale locale,
      Model model) {
    return show(saved != null, null, officer(user), user, locale, model);
  }

  @PostMapping
  String report(
      @RequestParam(required = false) @Nullable UUID officer,
      @RequestParam(required = false) @Nullable UUID substitute,
      @RequestParam(required = false) @DateTimeFormat(iso = DateTimeFormat.ISO.DATE)
          @Nullable LocalDate from,
      @RequestParam(required = false) @DateTimeFormat(iso = DateTimeFormat.ISO.DATE)
          @Nullable LocalDate until,
      @AuthenticationPrincipal CurrentUser user,
      Locale locale,
      Model model) {
    var by = officer(user);
    var outcome = reporting.report(new Report(officer, substitute, from, until), by);
    return answer(outcome, by, user, locale, model);
  }

  @PostMapping("/{id}/end")
  String end(
      @PathVariable UUID id,
      @AuthenticationPrincipal CurrentUser user,
      Locale locale,
      Model model) {
    var by = officer(user);
    return answer(reporting.end(id, by), by, user, locale, model);
  }

  private String answer(
      Outcome outcome, DeskOfficer by, CurrentUser user, Locale locale, Model model) {
    if (outcome == Outcome.SAVED) return "redirect:/desk/absences?saved=";
    return show(false, outcome, by, user, locale, model);
  }

  private String show(
      boolean saved,
      @Nullable Outcome refused,
      DeskOfficer by,
      CurrentUser user,
      Locale locale,
      Model model) {
    var officers = reporting.officersAt(by.agency());
    var standing = absences.listAt(by.agency(), standIns.today());
    var names =
        namesOf(
            Stream.concat(
                    officers.stream(),
                    standing.stream().flatMap(each -> Stream.of(each.officer(), each.substitute())))
                .collect(Collectors.toSet()));
    var view =
        new AbsencesView(
            frames.of(by, user, Language.of(locale)),
            standing.stream()
                .map(
                    each ->
                        new AbsencesView.Row(
                            each.id().toString(),
                            names.getOrDefault(each.officer(), ""),
                            names.getOrDefault(each.substitute(), ""),
                            each.firstDay(),
                            each.lastDay(),
                            each.isOn(standIns.today()),
                            ReportAbsence.mayReport(by, each.officer())))
                .toList(),
            choices(
                officers.stream().filter(each -> ReportAbsence.mayReport(by, each)).toList(),
                names),
            String.valueOf(by.id()),
            choices(officers, names),
            standIns.today(),
            saved,
            refused == null
                ? null
                : "dossiers.absence.error." + refused.name().toLowerCase(Locale.ROOT));
    model.addAttribute("view", view);
    return "dossiers/handling/absences";
  }

  private Map<OfficerId, String> namesOf(Collection<OfficerId> officers) {
    var ids = officers.stream().map(each -> new AccountId(each.value())).toList();
    return accounts.findPersons(ids).values().stream()
        .collect(Collectors.toMap(each -> new OfficerId(each.id().value()), Person::name));
  }

  private static List<Choice> choices(List<OfficerId> officers, Map<OfficerId, String> names) {
    return officers.stream()
        .map(each -> new Choice(each.toString(), names.getOrDefault(each, "")))
        .toList();
  }

  /** Only where there is something to stand in for. */
  private DeskOfficer officer(CurrentUser user) {
    return desk.officer(user)
        .filter(officer -> !officer.visible().nothing())
        .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
  }
}
