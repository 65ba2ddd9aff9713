package org.motcua.catalogue.proposing;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.motcua.catalogue.model.VersionStore;
import org.motcua.catalogue.proposing.Outcome.CommentMissing;
import org.motcua.catalogue.proposing.Outcome.Done;
import org.motcua.catalogue.proposing.Outcome.NoSuchProposal;
import org.motcua.catalogue.proposing.Outcome.NotNow;
import org.motcua.catalogue.proposing.Outcome.NotYours;
import org.motcua.catalogue.proposing.Outcome.OwnWork;
import org.motcua.catalogue.proposing.Outcome.Unanswered;
import org.motcua.catalogue.proposing.Outcome.Unfinished;
import org.motcua.catalogue.proposing.checking.Finding;
import org.motcua.catalogue.proposing.checking.Findings;
import org.motcua.catalogue.proposing.model.Act;
import org.motcua.catalogue.proposing.model.Entry.Event;
import org.motcua.catalogue.proposing.model.Kind;
import org.motcua.catalogue.proposing.model.Proposal;
import org.motcua.catalogue.proposing.model.ProposalId;
import org.motcua.catalogue.proposing.model.ProposalStore;
import org.motcua.catalogue.proposing.model.State;
import org.motcua.catalogue.proposing.model.Transitions;
import org.motcua.catalogue.publishing.Publication;
import org.motcua.organisation.Organisation;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** From draft to publication, along the one table of transitions. */
@Service
class MoveProposal {

  private final EditorsDesk desk;
  private final ProposalStore proposals;
  private final Findings findings;
  private final VersionStore versions;
  private final Publication publication;
  private final Organisation organisation;

  MoveProposal(
      EditorsDesk desk,
      ProposalStore proposals,
      Findings findings,
      VersionStore versions,
      Publication publication,
      Organisation organisation) {
    this.desk = desk;
    this.proposals = proposals;
    this.findings = findings;
    this.versions = versions;
    this.publication = publication;
    this.organisation = organisation;
  }

  /**
   * @param answers why warnings may stand, by their ids
   */
  @Transactional
  Outcome propose(ProposalId id, Editor editor, Map<String, String> answers) {
    return move(
        id,
        Act.PROPOSE,
        editor,
        proposal ->
            ready(
                proposal,
                answers,
                ready ->
                    done(ready.proposed(editor.who(), desk.now()), Event.PROPOSED, editor, null)));
  }

  @Transactional
  Outcome recall(ProposalId id, Editor editor) {
    return move(
        id,
        Act.RECALL,
        editor,
        proposal ->
            done(proposal.move(new State.Draft(), desk.now()), Event.RECALLED, editor, null));
  }

  @Transactional
  Outcome approve(ProposalId id, Editor editor, String comment, Map<String, String> answers) {
    return move(
        id,
        Act.APPROVE,
        editor,
        proposal ->
            ready(
                proposal,
                answers,
                ready -> {
                  var now = desk.now();
                  var approved = ready.move(new State.Approved(editor.who(), now), now);
                  return done(approved, Event.APPROVED, editor, orNull(comment));
                }));
  }

  /** Back to the author, from control or from publication. */
  @Transactional
  Outcome sendBack(ProposalId id, Editor editor, String comment) {
    var why = comment.strip();
    if (why.isEmpty()) return new CommentMissing();
    return move(
        id,
        Act.RETURN,
        editor,
        proposal -> {
          var now = desk.now();
          var returned = proposal.move(new State.Returned(editor.who(), now, why), now);
          return done(returned, Event.RETURNED, editor, why);
        });
  }

  @Transactional
  Outcome discard(ProposalId id, Editor editor) {
    return move(
        id,
        Act.DISCARD,
        editor,
        proposal -> {
          var now = desk.now();
          return done(
              proposal.move(new State.Discarded(editor.who(), now), now),
              Event.DISCARDED,
              editor,
              null);
        });
  }

  /** The version and the end of the proposal are one commit. */
  @Transactional
  Outcome publish(ProposalId id, Editor editor, Map<String, String> answers) {
    return move(
        id,
        Act.PUBLISH,
        editor,
        proposal -> {
          proposal.text().code().ifPresent(versions::lock);
          return ready(proposal, answers, ready -> publish(ready, editor));
        });
  }

  private Outcome publish(Proposal proposal, Editor editor) {
    var from = proposal.text().effectiveFrom().orElseThrow();
    var agency = organisation.getAgency(proposal.authority()).name();
    var code = proposal.text().code().orElseThrow();
    var version =
        proposal.kind() == Kind.ABOLITION
            ? publication.abolish(code, from, editor.actor())
            : publication.publish(proposal.text().toProcedure(agency), from, editor.actor());
    if (version.isEmpty()) return new Unfinished(List.of(Finding.unchanged()));
    var now = desk.now();
    return done(
        proposal.move(new State.Published(editor.who(), now, version.get().number()), now),
        Event.PUBLISHED,
        editor,
        null);
  }

  /**
   * The gate of every act: is it there for him, may it be done now, by him, and not by him on his
   * own work. The second of two clicks finds it done by himself, and that is no refusal.
   */
  private Outcome move(
      ProposalId id, Act act, Editor editor, Function<Proposal, Outcome> carryOut) {
    var found = desk.findForUpdate(id, editor);
    if (found.isEmpty()) return new NoSuchProposal();
    var proposal = found.get();
    if (isDoneBy(editor, act, proposal)) return new Done(proposal);
    var transition = Transitions.find(proposal.stage(), act);
    if (transition.isEmpty()) return new NotNow(proposal.stage());
    if (!editor.may(act, proposal)) return new NotYours(transition.get().by());
    var needsOther = act == Act.APPROVE || act == Act.PUBLISH;
    if (needsOther && proposal.isBy(editor.account())) return new OwnWork();
    return carryOut.apply(proposal);
  }

  private static boolean isDoneBy(Editor editor, Act act, Proposal proposal) {
    return switch (proposal.state()) {
      case State.Draft draft -> act == Act.RECALL && editor.may(Act.PROPOSE, proposal);
      case State.Proposed(var by, var at) -> act == Act.PROPOSE && by.equals(editor.who());
      case State.Approved(var by, var at) -> act == Act.APPROVE && by.equals(editor.who());
      case State.Returned(var by, var at, var comment) ->
          act == Act.RETURN && by.equals(editor.who());
      case State.Published(var by, var at, var version) ->
          act == Act.PUBLISH && by.equals(editor.who());
      case State.Discarded(var by, var at) -> act == Act.DISCARD && by.equals(editor.who());
    };
  }

  /** Only what has no errors, and an answer to every warning, goes on. */
  private Outcome ready(
      Proposal proposal, Map<String, String> answers, Function<Proposal, Outcome> carryOut) {
    var all = findings.of(proposal);
    var errors = all.stream().filter(Finding::isError).toList();
    if (!errors.isEmpty()) return new Unfinished(errors);
    var given = new HashMap<String, String>();
    for (var warning : all) {
      var answer = answers.getOrDefault(warning.id(), "").strip();
      if (!answer.isEmpty()) given.put(warning.id(), answer);
    }
    var answered = given.isEmpty() ? proposal : proposal.answer(given);
    var open = all.stream().filter(it -> !answered.answers().containsKey(it.id())).toList();
    return open.isEmpty() ? carryOut.apply(answered) : new Unanswered(open);
  }

  private Outcome done(Proposal moved, Event event, Editor editor, @Nullable String comment) {
    proposals.save(moved);
    desk.record(moved, event, editor, comment);
    return new Done(moved);
  }

  private static @Nullable String orNull(String comment) {
    return Optional.of(comment.strip()).filter(text -> !text.isEmpty()).orElse(null);
  }
}
