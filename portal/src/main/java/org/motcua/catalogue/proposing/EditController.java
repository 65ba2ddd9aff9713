package org.motcua.catalogue.proposing;

import jakarta.servlet.http.HttpServletResponse;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.motcua.catalogue.Catalogue;
import org.motcua.catalogue.proposing.Outcome.Done;
import org.motcua.catalogue.proposing.Outcome.Overtaken;
import org.motcua.catalogue.proposing.checking.Finding;
import org.motcua.catalogue.proposing.checking.Findings;
import org.motcua.catalogue.proposing.checking.TextChecks;
import org.motcua.catalogue.proposing.model.Proposal;
import org.motcua.catalogue.proposing.model.ProposalId;
import org.motcua.catalogue.proposing.text.FormBinding;
import org.motcua.catalogue.proposing.text.RowAct;
import org.motcua.catalogue.proposing.text.Section;
import org.motcua.catalogue.reading.Differences;
import org.motcua.identity.CurrentUser;
import org.motcua.platform.web.Page;
import org.motcua.platform.web.ui.FieldError;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.util.UriComponentsBuilder;

/**
 * The form, a page for each section. Saving by button and saving while somebody types are the same
 * request, so what is true of one is true of the other: also that a session which has ended loses
 * nothing.
 */
@Controller
@RequestMapping("/desk/procedures/{id}/edit/{section}")
class EditController {

  /** What is wrong whatever is written later; that something is missing is said when asked. */
  private static final Set<String> AT_ONCE =
      Set.of("number", "date", "address", "codes", "long", "unit", "code.shape", "code.national");

  private final EditorsDesk desk;
  private final SaveSection saving;
  private final Findings findings;
  private final Catalogue catalogue;

  EditController(EditorsDesk desk, SaveSection saving, Findings findings, Catalogue catalogue) {
    this.desk = desk;
    this.saving = saving;
    this.findings = findings;
    this.catalogue = catalogue;
  }

  @GetMapping
  String edit(
      @PathVariable UUID id,
      @PathVariable String section,
      @RequestParam(defaultValue = "false") boolean check,
      @AuthenticationPrincipal CurrentUser user,
      @ModelAttribute(name = "page", binding = false) Page page,
      Model model) {
    var editor = editor(user);
    var proposal = desk.find(new ProposalId(id), editor).orElseThrow(EditController::notFound);
    if (!editor.writes(proposal)) return "redirect:/desk/procedures/" + id;
    return show(proposal, section(section, proposal), check, null, page, model);
  }

  /**
   * @param revision the proposal's revision when the page was opened
   * @param next the section to go on to; without it, stay
   */
  @PostMapping
  String save(
      @PathVariable UUID id,
      @PathVariable String section,
      @RequestParam int revision,
      @RequestParam @Nullable String next,
      @RequestParam(defaultValue = "false") boolean check,
      @RequestParam MultiValueMap<String, String> form,
      @AuthenticationPrincipal CurrentUser user,
      @ModelAttribute(name = "page", binding = false) Page page,
      HttpServletResponse response,
      Model model) {
    var editor = editor(user);
    var part = Section.parse(section).orElseThrow(EditController::notFound);
    var typed = FormBinding.bind(part, form);
    var row = RowAct.of(form).flatMap(act -> act.applyTo(part, typed)).orElse(null);
    var outcome = saving.save(new ProposalId(id), editor, part, revision, typed);
    return switch (outcome) {
      case Done done -> "redirect:" + wayOn(id, part, next, check, row);
      case Overtaken overtaken -> {
        response.setStatus(HttpStatus.CONFLICT.value());
        yield show(overtaken.proposal(), part, check, overtaken, page, model);
      }
      case Outcome.NoSuchProposal none -> throw notFound();
      // Proposed, published or discarded meanwhile: its page says so.
      default -> "redirect:/desk/procedures/" + id + "?late=true";
    };
  }

  private static String wayOn(
      UUID id, Section section, @Nullable String next, boolean check, @Nullable String row) {
    var target = next == null ? section : Section.parse(next).orElse(section);
    var address = UriComponentsBuilder.fromPath("/desk/procedures/{id}/edit/{section}");
    if (target == section) address.queryParam("saved");
    if (check) address.queryParam("check", true);
    if (row != null)
      address.queryParam("at", row.replace('.', '-')).fragment(row.replace('.', '-'));
    return address.build(id, target.slug()).toString();
  }

  private String show(
      Proposal proposal,
      Section section,
      boolean checked,
      @Nullable Overtaken overtaken,
      Page page,
      Model model) {
    var shown = overtaken == null ? proposal : typed(proposal, overtaken);
    var faults = new LinkedHashMap<String, String>();
    for (var finding : findings.of(shown)) {
      if (finding.section() == section && isToldNow(finding, checked)) {
        faults.putIfAbsent(finding.path(), finding.words(page));
      }
    }
    var errors = new ArrayList<FieldError>();
    faults.forEach((path, words) -> errors.add(new FieldError(path.replace('.', '-'), words)));
    model.addAttribute(
        "view",
        new SectionView(
            proposal,
            section,
            List.copyOf(TextChecks.sectionsOf(proposal.kind())),
            new FormDrawing(page, catalogue.lifeEvents(), faults).draw(shown, section),
            errors,
            checked,
            overtaken == null ? null : overtaken.last(),
            overtaken == null ? List.of() : differences(proposal, shown, page)));
    return "catalogue/proposing/section";
  }

  private static boolean isToldNow(Finding finding, boolean checked) {
    return finding.isError() && (checked || AT_ONCE.contains(finding.key()));
  }

  private static Proposal typed(Proposal proposal, Overtaken overtaken) {
    return new Proposal(
        proposal.id(),
        proposal.kind(),
        proposal.agency(),
        proposal.authority(),
        proposal.publisher(),
        proposal.code(),
        proposal.baseVersion(),
        overtaken.typed(),
        proposal.answers(),
        proposal.saved(),
        proposal.authors(),
        proposal.state(),
        proposal.revision(),
        proposal.createdAt(),
        proposal.changedAt());
  }

  private static List<Differences.Part> differences(Proposal saved, Proposal typed, Page page) {
    return Differences.between(
        saved.text().toProcedure(null), typed.text().toProcedure(null), page);
  }

  private static Section section(String slug, Proposal proposal) {
    return Section.parse(slug)
        .filter(TextChecks.sectionsOf(proposal.kind())::contains)
        .orElseThrow(EditController::notFound);
  }

  private Editor editor(CurrentUser user) {
    return desk.editor(user).orElseThrow(EditController::notFound);
  }

  private static ResponseStatusException notFound() {
    return new ResponseStatusException(HttpStatus.NOT_FOUND);
  }
}
