package org.motcua.dossiers.handling;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.motcua.documents.Printing;
import org.motcua.dossiers.DossierId;
import org.motcua.dossiers.telling.Looks;
import org.motcua.dossiers.telling.PdfAnswer;
import org.motcua.dossiers.telling.PrintedForms;
import org.motcua.identity.CurrentUser;
import org.motcua.platform.web.Language;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;

/** What is done with several dossiers of a list at once. */
@Controller
@RequestMapping("/desk/bulk")
class BulkController {

  private static final int MOST = 200;

  private final Desk desk;
  private final BulkActs bulk;
  private final DeskFrames frames;
  private final PrintedForms forms;
  private final Printing printing;
  private final Looks looks;

  BulkController(
      Desk desk,
      BulkActs bulk,
      DeskFrames frames,
      PrintedForms forms,
      Printing printing,
      Looks looks) {
    this.desk = desk;
    this.bulk = bulk;
    this.frames = frames;
    this.forms = forms;
    this.printing = printing;
    this.looks = looks;
  }

  /**
   * Those that are ticked, or all that the page had.
   *
   * @param page the numbers of all, parted by spaces
   */
  record Chosen(@Nullable List<String> dossier, @Nullable String all, @Nullable String page) {

    List<DossierId> ids() {
      var ticked = dossier == null ? Stream.<String>of() : dossier.stream();
      var asked = all != null && page != null ? Stream.of(page.split(" ")) : ticked;
      var ids = new LinkedHashSet<DossierId>();
      asked
          .filter(text -> !text.isBlank())
          .limit(MOST)
          .forEach(text -> ids.add(new DossierId(id(text))));
      return List.copyOf(ids);
    }

    private static UUID id(String text) {
      try {
        return UUID.fromString(text);
      } catch (IllegalArgumentException noId) {
        throw new ResponseStatusException(HttpStatus.BAD_REQUEST, "No dossier's number", noId);
      }
    }
  }

  @PostMapping("/acceptance")
  String accept(
      Chosen chosen, @AuthenticationPrincipal CurrentUser user, Locale locale, Model model) {
    var officer = officer(user);
    var results = bulk.accept(chosen.ids(), officer, Language.of(locale));
    return show(results, officer, user, locale, model);
  }

  @PostMapping("/assignment")
  String assign(
      Chosen chosen,
      @RequestParam(required = false) @Nullable UUID officer,
      @AuthenticationPrincipal CurrentUser user,
      Locale locale,
      Model model) {
    var by = officer(user);
    var results = bulk.assign(chosen.ids(), by, officer, Language.of(locale));
    return show(results, by, user, locale, model);
  }

  /**
   * One paper for all, to be printed in one go.
   *
   * @param kind {@code slips} for form 01, {@code sheets} for form 05
   */
  @PostMapping("/papers")
  Object print(
      Chosen chosen,
      @RequestParam(defaultValue = "slips") String kind,
      @AuthenticationPrincipal CurrentUser user,
      Locale locale,
      Model model) {
    var officer = officer(user);
    var papers = new ArrayList<byte[]>();
    for (var id : chosen.ids()) {
      var found = desk.find(id, officer);
      if (found.isEmpty()) continue;
      looks.officerOpens(found.get(), user, officer.agency());
      papers.add(
          kind.equals("sheets") ? forms.controlSheet(found.get()) : forms.receipt(found.get()));
    }
    if (papers.isEmpty()) return show(List.of(), officer, user, locale, model);
    var name = kind.equals("sheets") ? "phieu-kiem-soat.pdf" : "giay-tiep-nhan.pdf";
    return PdfAnswer.named(name, printing.together(papers));
  }

  private String show(
      List<BulkResult> results, DeskOfficer officer, CurrentUser user, Locale locale, Model model) {
    model.addAttribute("frame", frames.of(officer, user, Language.of(locale)));
    model.addAttribute("results", results);
    return "dossiers/handling/bulk";
  }

  private DeskOfficer officer(CurrentUser user) {
    return desk.officer(user).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
  }
}
