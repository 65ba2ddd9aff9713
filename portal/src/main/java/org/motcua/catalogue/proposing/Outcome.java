package org.motcua.catalogue.proposing;

import java.util.List;
import org.motcua.catalogue.proposing.checking.Finding;
import org.motcua.catalogue.proposing.model.Proposal;
import org.motcua.catalogue.proposing.model.SavedSection;
import org.motcua.catalogue.proposing.model.Stage;
import org.motcua.catalogue.proposing.model.Transitions.Doer;
import org.motcua.catalogue.proposing.text.DraftText;

/** Every answer an officer can get to an act at the editors' desk. */
sealed interface Outcome {

  record Done(Proposal proposal) implements Outcome {}

  /** For this officer there is none of that number. */
  record NoSuchProposal() implements Outcome {}

  /** Somebody was quicker. */
  record NotNow(Stage stage) implements Outcome {}

  record NotYours(Doer needed) implements Outcome {}

  /** Four eyes: nobody approves or publishes what he has written. */
  record OwnWork() implements Outcome {}

  record CommentMissing() implements Outcome {}

  /** Errors to be put right first. */
  record Unfinished(List<Finding> errors) implements Outcome {}

  /** Warnings that nobody has answered. */
  record Unanswered(List<Finding> warnings) implements Outcome {}

  /**
   * Another editor saved this section since the page was opened.
   *
   * @param typed the text with what was typed here; kept by the page, not saved
   */
  record Overtaken(Proposal proposal, SavedSection last, DraftText typed) implements Outcome {}
}
