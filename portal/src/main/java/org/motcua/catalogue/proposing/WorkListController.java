package org.motcua.catalogue.proposing;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.motcua.catalogue.Catalogue;
import org.motcua.catalogue.Procedure;
import org.motcua.catalogue.ProcedureCode;
import org.motcua.catalogue.proposing.BeginProposal.Beginning;
import org.motcua.catalogue.proposing.WorkListView.Hit;
import org.motcua.catalogue.proposing.WorkListView.Row;
import org.motcua.catalogue.proposing.WorkListView.Search;
import org.motcua.catalogue.proposing.model.Kind;
import org.motcua.catalogue.proposing.model.Proposal;
import org.motcua.catalogue.proposing.model.ProposalId;
import org.motcua.catalogue.proposing.model.ProposalKey;
import org.motcua.catalogue.proposing.model.ProposalStore;
import org.motcua.catalogue.proposing.model.State;
import org.motcua.catalogue.proposing.model.WorkList;
import org.motcua.catalogue.proposing.text.Section;
import org.motcua.identity.CurrentUser;
import org.motcua.organisation.Organisation;
import org.motcua.platform.ids.NewId;
import org.motcua.platform.web.Page;
import org.motcua.platform.web.ui.NavLink;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;

/** What waits for an officer at the editors' desk, and where new work begins. */
@Controller
@RequestMapping("/desk/procedures")
class WorkListController {

  private static final int PAGE = 25;
  private static final int HITS = 20;

  private final EditorsDesk desk;
  private final BeginProposal begin;
  private final ProposalStore proposals;
  private final Keepers keepers;
  private final Catalogue catalogue;
  private final Organisation organisation;

  WorkListController(
      EditorsDesk desk,
      BeginProposal begin,
      ProposalStore proposals,
      Keepers keepers,
      Catalogue catalogue,
      Organisation organisation) {
    this.desk = desk;
    this.begin = begin;
    this.proposals = proposals;
    this.keepers = keepers;
    this.catalogue = catalogue;
    this.organisation = organisation;
  }

  /**
   * @param show without it, what waits for this officer first
   */
  @GetMapping
  String list(
      @RequestParam @Nullable WorkList show,
      @RequestParam @Nullable Kind kind,
      @RequestParam Optional<String> after,
      @AuthenticationPrincipal CurrentUser user,
      @ModelAttribute(name = "page", binding = false) Page page,
      Model model) {
    var found = desk.editor(user);
    if (found.isEmpty()) return "catalogue/proposing/no-post";
    var editor = found.get();
    var counts = proposals.count(editor.agency(), editor.authority());
    var lists = listsOf(editor, counts);
    var shown = show != null && lists.contains(show) ? show : first(lists, counts);
    var rows =
        proposals.list(
            shown,
            editor.agency(),
            editor.authority(),
            kind,
            after.flatMap(ProposalKey::parse).orElse(null),
            PAGE + 1);
    var more = rows.size() > PAGE;
    var last = more ? rows.get(PAGE - 1) : null;
    model.addAttribute(
        "view",
        new WorkListView(
            organisation.getAgency(editor.agency()).name(),
            editor.drafts(),
            shown,
            kind,
            lists.stream()
                .map(
                    list ->
                        new NavLink(
                            page.t("catalogue.proposing.list." + list),
                            "/desk/procedures?show=" + list,
                            list == shown,
                            counts.get(list)))
                .toList(),
            rows.stream().limit(PAGE).map(this::row).toList(),
            last == null
                ? null
                : "/desk/procedures?show="
                    + shown
                    + (kind == null ? "" : "&kind=" + kind)
                    + "&after="
                    + new ProposalKey(last.changedAt(), last.id()),
            NewId.next()));
    return "catalogue/proposing/list";
  }

  /** What to amend, abolish or copy. */
  @GetMapping("/search")
  String search(
      @RequestParam(defaultValue = "") String q,
      @AuthenticationPrincipal CurrentUser user,
      Model model) {
    var editor = desk.editor(user);
    if (editor.isEmpty()) return "catalogue/proposing/no-post";
    var query = q.strip();
    var hits =
        query.isEmpty()
            ? null
            : found(query).stream()
                .map(
                    procedure ->
                        new Hit(
                            procedure, keepers.mayPropose(editor.get(), procedure), NewId.next()))
                .toList();
    model.addAttribute("search", new Search(query, hits));
    return "catalogue/proposing/search";
  }

  private List<Procedure> found(String query) {
    return ProcedureCode.parse(query)
        .flatMap(catalogue::find)
        .map(List::of)
        .orElseGet(() -> catalogue.search(query, HITS));
  }

  /**
   * @param id made by the page, so that the second of two clicks finds the first one's draft
   * @param code of the procedure it is about; none for a new one
   */
  @PostMapping
  String begin(
      @RequestParam UUID id,
      @RequestParam Kind kind,
      @RequestParam(defaultValue = "") String code,
      @AuthenticationPrincipal CurrentUser user,
      Model model) {
    var found = desk.editor(user);
    if (found.isEmpty()) return "catalogue/proposing/no-post";
    var editor = found.get();
    var outcome =
        kind == Kind.NEW
            ? begin.beginNew(new ProposalId(id), editor)
            : begin.begin(
                new ProposalId(id),
                kind,
                ProcedureCode.parse(code).orElseThrow(WorkListController::notFound),
                editor);
    return switch (outcome) {
      case Beginning.Begun(var proposal) -> "redirect:" + first(proposal);
      case Beginning.UnderWay(var proposal) -> "redirect:/desk/procedures/" + proposal.id();
      case Beginning.NotYours none -> throw new ResponseStatusException(HttpStatus.FORBIDDEN);
      case Beginning.NoSuchProcedure none -> throw notFound();
    };
  }

  /** A new text begins on the form's first page; what is amended begins with a look at it. */
  private static String first(Proposal proposal) {
    var here = "/desk/procedures/" + proposal.id();
    return proposal.kind() == Kind.NEW ? here + "/edit/" + Section.NAMES.slug() : here;
  }

  private static List<WorkList> listsOf(Editor editor, Map<WorkList, Long> counts) {
    var lists = EnumSet.of(WorkList.PUBLISHED);
    if (editor.drafts()) lists.addAll(List.of(WorkList.MINE, WorkList.RETURNED));
    if (editor.controls()) {
      lists.add(WorkList.TO_APPROVE);
      lists.add(WorkList.TO_PUBLISH);
    }
    // A ministry's control office publishes nothing; an empty list would only puzzle it.
    var publishes = counts.getOrDefault(WorkList.TO_PUBLISH, 0L) > 0 || publishes(editor);
    if (!publishes) lists.remove(WorkList.TO_PUBLISH);
    return new ArrayList<>(lists);
  }

  private static boolean publishes(Editor editor) {
    return editor
        .authority()
        .equals(org.motcua.catalogue.proposing.model.Publishers.GOVERNMENT_OFFICE);
  }

  private static WorkList first(List<WorkList> lists, Map<WorkList, Long> counts) {
    return List.of(WorkList.TO_APPROVE, WorkList.TO_PUBLISH, WorkList.RETURNED).stream()
        .filter(list -> lists.contains(list) && counts.getOrDefault(list, 0L) > 0)
        .findFirst()
        .orElse(lists.getFirst());
  }

  private Row row(Proposal proposal) {
    var code = proposal.text().code().map(ProcedureCode::value).orElse(null);
    return new Row(
        proposal.id().toString(),
        proposal.kind(),
        code,
        proposal.text().name(),
        organisation.getAgency(proposal.agency()).name(),
        proposal.stage(),
        proposal.state() instanceof State.Returned(var by, var at, var comment) ? comment : null,
        proposal.changedAt());
  }

  private static ResponseStatusException notFound() {
    return new ResponseStatusException(HttpStatus.NOT_FOUND);
  }
}
