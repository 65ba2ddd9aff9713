package org.motcua.catalogue.proposing;

import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.motcua.catalogue.proposing.Outcome.CommentMissing;
import org.motcua.catalogue.proposing.Outcome.Done;
import org.motcua.catalogue.proposing.Outcome.NoSuchProposal;
import org.motcua.catalogue.proposing.Outcome.NotNow;
import org.motcua.catalogue.proposing.Outcome.NotYours;
import org.motcua.catalogue.proposing.Outcome.Overtaken;
import org.motcua.catalogue.proposing.Outcome.OwnWork;
import org.motcua.catalogue.proposing.Outcome.Unanswered;
import org.motcua.catalogue.proposing.Outcome.Unfinished;
import org.motcua.catalogue.proposing.model.ProposalId;
import org.motcua.catalogue.reading.ProcedureView;
import org.motcua.identity.CurrentUser;
import org.motcua.platform.web.Page;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;

/** One proposal, and what is done to it; each act is a noun that is posted to it. */
@Controller
@RequestMapping("/desk/procedures/{id}")
class ProposalController {

  private static final String ANSWER = "answer:";

  private final EditorsDesk desk;
  private final ProposalViews views;
  private final MoveProposal moves;
  private final CatchUp catchUp;

  ProposalController(EditorsDesk desk, ProposalViews views, MoveProposal moves, CatchUp catchUp) {
    this.desk = desk;
    this.views = views;
    this.moves = moves;
    this.catchUp = catchUp;
  }

  @GetMapping
  String read(
      @PathVariable UUID id,
      @RequestParam(defaultValue = "false") boolean late,
      @AuthenticationPrincipal CurrentUser user,
      @ModelAttribute(name = "page", binding = false) Page page,
      Model model) {
    var notice = late ? page.t("catalogue.proposing.notice.late") : null;
    return show(id, editor(user), notice, Map.of(), page, model);
  }

  /** As readers will see it. */
  @GetMapping("/preview")
  String preview(@PathVariable UUID id, @AuthenticationPrincipal CurrentUser user, Model model) {
    var proposal =
        desk.find(new ProposalId(id), editor(user)).orElseThrow(ProposalController::notFound);
    model.addAttribute(
        "view", ProcedureView.draft(proposal.text().toProcedure(null), "/desk/procedures/" + id));
    return "catalogue/reading/procedure";
  }

  @PostMapping("/proposal")
  String propose(
      @PathVariable UUID id,
      @RequestParam Map<String, String> form,
      @AuthenticationPrincipal CurrentUser user,
      @ModelAttribute(name = "page", binding = false) Page page,
      Model model) {
    var editor = editor(user);
    var outcome = moves.propose(new ProposalId(id), editor, answers(form));
    return tell(outcome, id, editor, form, page, model);
  }

  @PostMapping("/recall")
  String recall(
      @PathVariable UUID id,
      @AuthenticationPrincipal CurrentUser user,
      @ModelAttribute(name = "page", binding = false) Page page,
      Model model) {
    var editor = editor(user);
    return tell(moves.recall(new ProposalId(id), editor), id, editor, Map.of(), page, model);
  }

  @PostMapping("/approval")
  String approve(
      @PathVariable UUID id,
      @RequestParam Map<String, String> form,
      @AuthenticationPrincipal CurrentUser user,
      @ModelAttribute(name = "page", binding = false) Page page,
      Model model) {
    var editor = editor(user);
    var outcome =
        moves.approve(new ProposalId(id), editor, form.getOrDefault("comment", ""), answers(form));
    return tell(outcome, id, editor, form, page, model);
  }

  @PostMapping("/return")
  String sendBack(
      @PathVariable UUID id,
      @RequestParam Map<String, String> form,
      @AuthenticationPrincipal CurrentUser user,
      @ModelAttribute(name = "page", binding = false) Page page,
      Model model) {
    var editor = editor(user);
    var outcome = moves.sendBack(new ProposalId(id), editor, form.getOrDefault("reason", ""));
    return tell(outcome, id, editor, form, page, model);
  }

  @PostMapping("/publication")
  String publish(
      @PathVariable UUID id,
      @RequestParam Map<String, String> form,
      @AuthenticationPrincipal CurrentUser user,
      @ModelAttribute(name = "page", binding = false) Page page,
      Model model) {
    var editor = editor(user);
    var outcome = moves.publish(new ProposalId(id), editor, answers(form));
    return tell(outcome, id, editor, form, page, model);
  }

  @PostMapping("/discarding")
  String discard(
      @PathVariable UUID id,
      @AuthenticationPrincipal CurrentUser user,
      @ModelAttribute(name = "page", binding = false) Page page,
      Model model) {
    var editor = editor(user);
    return tell(moves.discard(new ProposalId(id), editor), id, editor, Map.of(), page, model);
  }

  /**
   * @param choice {@code take-over} the newer version, or {@code go-on} with one's own text
   */
  @PostMapping("/base")
  String catchUp(
      @PathVariable UUID id,
      @RequestParam String choice,
      @AuthenticationPrincipal CurrentUser user,
      @ModelAttribute(name = "page", binding = false) Page page,
      Model model) {
    var editor = editor(user);
    var proposal = new ProposalId(id);
    var outcome =
        switch (choice) {
          case "take-over" -> catchUp.takeOver(proposal, editor);
          case "go-on" -> catchUp.goOn(proposal, editor);
          default -> throw new ResponseStatusException(HttpStatus.BAD_REQUEST);
        };
    return tell(outcome, id, editor, Map.of(), page, model);
  }

  private String tell(
      Outcome outcome, UUID id, Editor editor, Map<String, String> typed, Page page, Model model) {
    var refusal =
        switch (outcome) {
          case Done done -> null;
          case NoSuchProposal none -> throw notFound();
          case NotNow(var stage) ->
              page.t(
                  "catalogue.proposing.notice.notNow",
                  page.t("catalogue.proposing.stage." + stage));
          case NotYours(var needed) -> page.t("catalogue.proposing.notice.notYours." + needed);
          case OwnWork own -> page.t("catalogue.proposing.notice.ownWork");
          case CommentMissing none -> page.t("catalogue.proposing.notice.comment");
          case Unfinished(var errors) ->
              page.t("catalogue.proposing.notice.unfinished", errors.size());
          case Unanswered(var warnings) ->
              page.t("catalogue.proposing.notice.unanswered", warnings.size());
          case Overtaken overtaken -> page.t("catalogue.proposing.notice.late");
        };
    return refusal == null
        ? "redirect:/desk/procedures/" + id
        : show(id, editor, refusal, typed, page, model);
  }

  private String show(
      UUID id,
      Editor editor,
      @Nullable String notice,
      Map<String, String> typed,
      Page page,
      Model model) {
    var proposal = desk.find(new ProposalId(id), editor).orElseThrow(ProposalController::notFound);
    model.addAttribute("view", views.of(proposal, editor, notice, typed, page));
    return "catalogue/proposing/proposal";
  }

  private static Map<String, String> answers(Map<String, String> form) {
    var answers = new HashMap<String, String>();
    form.forEach(
        (name, value) -> {
          if (name.startsWith(ANSWER)) answers.put(name.substring(ANSWER.length()), value);
        });
    return answers;
  }

  private Editor editor(CurrentUser user) {
    return desk.editor(user).orElseThrow(ProposalController::notFound);
  }

  private static ResponseStatusException notFound() {
    return new ResponseStatusException(HttpStatus.NOT_FOUND);
  }
}
