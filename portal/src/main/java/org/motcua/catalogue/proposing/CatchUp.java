package org.motcua.catalogue.proposing;

import java.util.function.BiFunction;
import org.motcua.catalogue.model.Version;
import org.motcua.catalogue.model.VersionStore;
import org.motcua.catalogue.proposing.Outcome.Done;
import org.motcua.catalogue.proposing.Outcome.NoSuchProposal;
import org.motcua.catalogue.proposing.Outcome.NotNow;
import org.motcua.catalogue.proposing.Outcome.NotYours;
import org.motcua.catalogue.proposing.checking.Findings;
import org.motcua.catalogue.proposing.model.Entry.Event;
import org.motcua.catalogue.proposing.model.Kind;
import org.motcua.catalogue.proposing.model.Proposal;
import org.motcua.catalogue.proposing.model.ProposalId;
import org.motcua.catalogue.proposing.model.ProposalStore;
import org.motcua.catalogue.proposing.model.Transitions.Doer;
import org.motcua.catalogue.proposing.text.DraftText;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** A version was published while somebody was writing on the one before it. */
@Service
class CatchUp {

  private final EditorsDesk desk;
  private final ProposalStore proposals;
  private final VersionStore versions;
  private final Findings findings;

  CatchUp(EditorsDesk desk, ProposalStore proposals, VersionStore versions, Findings findings) {
    this.desk = desk;
    this.proposals = proposals;
    this.versions = versions;
    this.findings = findings;
  }

  /** The newer text, with what its author has changed in his own. */
  @Transactional
  Outcome takeOver(ProposalId id, Editor editor) {
    return catchUp(id, editor, Event.TAKEN_OVER, this::merged);
  }

  /** The author has seen the newer text and keeps to his own. */
  @Transactional
  Outcome goOn(ProposalId id, Editor editor) {
    return catchUp(id, editor, Event.GONE_ON, (proposal, newer) -> proposal.text());
  }

  private DraftText merged(Proposal proposal, Version newer) {
    var base = findings.baseText(proposal).orElseThrow();
    var newest = DraftText.of(versions.getText(newer)).with("code", code(proposal));
    var own =
        proposal.kind() == Kind.COPY
            ? newest.without("nationalId").without("nationalWording")
            : newest;
    return proposal.text().mergedOnto(own, base);
  }

  private static String code(Proposal proposal) {
    return proposal.text().code().orElseThrow().value();
  }

  private Outcome catchUp(
      ProposalId id, Editor editor, Event event, BiFunction<Proposal, Version, DraftText> text) {
    var found = desk.findForUpdate(id, editor);
    if (found.isEmpty()) return new NoSuchProposal();
    var proposal = found.get();
    if (!editor.sits(Doer.AUTHOR, proposal)) return new NotYours(Doer.AUTHOR);
    if (!proposal.editable()) return new NotNow(proposal.stage());
    var newer = findings.newerThanBase(proposal).filter(version -> !version.isAbolition());
    if (newer.isEmpty()) return new Done(proposal);
    var number = newer.get().number();
    var caughtUp =
        proposal.onto(number, text.apply(proposal, newer.get()), editor.who(), desk.now());
    proposals.save(caughtUp);
    desk.record(caughtUp, event, editor, Integer.toString(number));
    return new Done(caughtUp);
  }
}
