package org.motcua.catalogue.reading;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Optional;
import org.motcua.catalogue.Procedure;
import org.motcua.catalogue.ProcedureCode;
import org.motcua.catalogue.model.Version;
import org.motcua.catalogue.model.VersionStore;
import org.motcua.catalogue.questioning.Questions;
import org.motcua.platform.web.Page;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;

/** A procedure as it holds today, held on a day, or will hold. */
@Controller
@RequestMapping("/procedures/{code}")
class ProcedureController {

  private final VersionStore versions;
  private final History history;
  private final ReaderProvince provinces;
  private final ProcedureViews views;
  private final Questions questions;

  ProcedureController(
      VersionStore versions,
      History history,
      ReaderProvince provinces,
      ProcedureViews views,
      Questions questions) {
    this.versions = versions;
    this.history = history;
    this.provinces = provinces;
    this.views = views;
    this.questions = questions;
  }

  /** The reader's province may have a copy of its own: it is shown at the same address. */
  @GetMapping
  String read(
      @PathVariable String code,
      @ModelAttribute(name = "page", binding = false) Page page,
      Model model,
      HttpServletRequest request,
      HttpServletResponse response) {
    var asked = known(code);
    var province = provinces.of(request);
    var own = province.flatMap(it -> views.copyFor(asked, it)).flatMap(history::current);
    var version =
        own.filter(it -> !it.isAbolition())
            .or(() -> history.current(asked))
            .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    return show(version, page, model, request, response);
  }

  /** What held on a day; an older day than the catalogue reaches is answered by its history. */
  @GetMapping(params = "on")
  String readOn(
      @PathVariable String code,
      @RequestParam String on,
      @ModelAttribute(name = "page", binding = false) Page page,
      Model model,
      HttpServletRequest request,
      HttpServletResponse response) {
    var asked = known(code);
    return day(on)
        .flatMap(day -> versions.findInForce(asked, day))
        .map(version -> show(version, page, model, request, response))
        .orElse("redirect:/procedures/" + asked + "/versions?unknown=true");
  }

  @GetMapping(params = "province")
  String choose(
      @PathVariable String code, @RequestParam String province, HttpServletResponse response) {
    provinces
        .province(province)
        .ifPresentOrElse(it -> provinces.choose(it, response), () -> provinces.forget(response));
    return "redirect:/procedures/" + known(code);
  }

  @GetMapping("/versions")
  String versions(
      @PathVariable String code,
      @RequestParam(defaultValue = "false") boolean unknown,
      Model model) {
    var asked = known(code);
    var all = history.of(asked);
    if (all.isEmpty()) throw new ResponseStatusException(HttpStatus.NOT_FOUND);
    model.addAttribute("procedure", versions.getText(all.getFirst()));
    model.addAttribute(
        "versions",
        all.stream().map(it -> new VersionEntry(it, history.standing(it, all))).toList());
    model.addAttribute("unknownDay", unknown);
    return "catalogue/reading/versions";
  }

  @GetMapping("/versions/{number}")
  String version(
      @PathVariable String code,
      @PathVariable int number,
      @ModelAttribute(name = "page", binding = false) Page page,
      Model model,
      HttpServletRequest request,
      HttpServletResponse response) {
    return show(version(code, number), page, model, request, response);
  }

  /** In plain words, what a version says otherwise than the one before it. */
  @GetMapping("/versions/{number}/changes")
  String changes(
      @PathVariable String code,
      @PathVariable int number,
      @ModelAttribute(name = "page", binding = false) Page page,
      Model model) {
    var version = version(code, number);
    var before =
        history
            .before(version)
            .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    var told =
        page.t(
            "catalogue.changes.told",
            page.date(before.effectiveFrom()),
            page.date(version.effectiveFrom()));
    return compare(versions.getText(before), versions.getText(version), told, page, model);
  }

  /** What a province's copy says otherwise than the ministry's text. */
  @GetMapping("/differences")
  String differences(
      @PathVariable String code,
      @ModelAttribute(name = "page", binding = false) Page page,
      Model model) {
    var copy = known(code);
    return compare(
        current(copy.national()), current(copy), page.t("catalogue.changes.toldCopy"), page, model);
  }

  private String compare(Procedure before, Procedure after, String told, Page page, Model model) {
    model.addAttribute("procedure", after);
    model.addAttribute("told", told);
    model.addAttribute("parts", Differences.between(before, after, page));
    return "catalogue/reading/changes";
  }

  private Procedure current(ProcedureCode code) {
    return history
        .current(code)
        .map(versions::getText)
        .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
  }

  private String show(
      Version version,
      Page page,
      Model model,
      HttpServletRequest request,
      HttpServletResponse response) {
    response.setHeader(HttpHeaders.CACHE_CONTROL, UnchangedReplies.ASK_AGAIN);
    model.addAttribute(
        "view",
        views.of(
            versions.getText(version),
            history.standing(version),
            provinces.of(request).orElse(null),
            page.language()));
    model.addAttribute("questions", questions.onProcedure(version.code()));
    return "catalogue/reading/procedure";
  }

  private Version version(String code, int number) {
    return versions
        .find(known(code), number)
        .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
  }

  private static ProcedureCode known(String code) {
    return ProcedureCode.parse(code)
        .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
  }

  private static Optional<LocalDate> day(String text) {
    try {
      return Optional.of(LocalDate.parse(text));
    } catch (DateTimeParseException e) {
      return Optional.empty();
    }
  }
}
