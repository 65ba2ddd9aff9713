package org.motcua.catalogue.proposing;

import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.motcua.catalogue.Catalogue;
import org.motcua.catalogue.LifeEvent;
import org.motcua.catalogue.proposing.Outcome.Done;
import org.motcua.catalogue.proposing.Outcome.NoSuchProposal;
import org.motcua.catalogue.proposing.Outcome.NotNow;
import org.motcua.catalogue.proposing.Outcome.NotYours;
import org.motcua.catalogue.proposing.Outcome.Overtaken;
import org.motcua.catalogue.proposing.checking.TextChecks;
import org.motcua.catalogue.proposing.model.Entry.Event;
import org.motcua.catalogue.proposing.model.Kind;
import org.motcua.catalogue.proposing.model.Proposal;
import org.motcua.catalogue.proposing.model.ProposalId;
import org.motcua.catalogue.proposing.model.ProposalStore;
import org.motcua.catalogue.proposing.model.SavedSection;
import org.motcua.catalogue.proposing.model.Transitions.Doer;
import org.motcua.catalogue.proposing.text.Section;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Keeps one section of the form as it was typed, whether by button or while its author types. */
@Service
class SaveSection {

  /** Who goes on writing within this time is told of once. */
  private static final Duration ONE_SITTING = Duration.ofMinutes(30);

  private final EditorsDesk desk;
  private final ProposalStore proposals;
  private final Catalogue catalogue;

  SaveSection(EditorsDesk desk, ProposalStore proposals, Catalogue catalogue) {
    this.desk = desk;
    this.proposals = proposals;
    this.catalogue = catalogue;
  }

  /**
   * @param seen the proposal's revision when the page was opened
   */
  @Transactional
  Outcome save(ProposalId id, Editor editor, Section section, int seen, Map<String, Object> typed) {
    var found = desk.findForUpdate(id, editor);
    if (found.isEmpty()) return new NoSuchProposal();
    var proposal = found.get();
    if (!editor.sits(Doer.AUTHOR, proposal)) return new NotYours(Doer.AUTHOR);
    if (!proposal.editable() || !TextChecks.sectionsOf(proposal.kind()).contains(section)) {
      return new NotNow(proposal.stage());
    }

    var text = proposal.text().with(section, permitted(proposal, typed));
    if (text.equals(proposal.text())) return new Done(proposal);
    var last = proposal.saved().get(section);
    if (last != null && last.revision() > seen) return new Overtaken(proposal, last, text);

    var now = desk.now();
    var saved = proposal.save(section, text, editor.who(), now);
    proposals.save(saved);
    if (isNewSitting(last, editor, now)) desk.record(saved, Event.SAVED, editor, section.name());
    return new Done(saved);
  }

  /** Only a new procedure's code is written; life events are those that there are. */
  private Map<String, Object> permitted(Proposal proposal, Map<String, Object> typed) {
    var permitted = new LinkedHashMap<>(typed);
    if (proposal.kind() != Kind.NEW && proposal.code() != null) {
      permitted.put("code", proposal.code().value());
    }
    if (permitted.get("lifeEvents") instanceof List<?> chosen) {
      permitted.put(
          "lifeEvents",
          catalogue.lifeEvents().stream().map(LifeEvent::slug).filter(chosen::contains).toList());
    }
    return permitted;
  }

  private static boolean isNewSitting(@Nullable SavedSection last, Editor editor, Instant now) {
    return last == null
        || !last.by().equals(editor.who())
        || last.at().plus(ONE_SITTING).isBefore(now);
  }
}
