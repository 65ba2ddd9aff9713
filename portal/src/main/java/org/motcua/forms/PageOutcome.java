package org.motcua.forms;

import java.util.List;

/** What comes of a page that somebody sent. */
public sealed interface PageOutcome {

  /** All answers so far, this page's among them: save them and go on. */
  record Accepted(Answers answers) implements PageOutcome {}

  /**
   * The page is shown again with its faults.
   *
   * @param answers all answers so far, this page's exactly as typed, so that nothing is lost; may
   *     be saved like any others
   */
  record Faulty(Answers answers, List<Fault> faults) implements PageOutcome {

    public Faulty {
      faults = List.copyOf(faults);
    }
  }

  /**
   * Nothing is wrong, but the page has more to ask than it showed: the districts of a province just
   * chosen, a question that follows from an answer. It is shown again; only without JavaScript.
   */
  record MoreToAsk(Answers answers) implements PageOutcome {}
}
