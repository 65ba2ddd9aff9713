package org.motcua.forms;

import java.util.List;
import java.util.Map;

/**
 * A page as somebody has typed it so far.
 *
 * @param answers all answers, to be kept
 * @param seen the marks that the page is to send along from now on, by question
 * @param changedElsewhere names of the questions whose answers were changed meanwhile, and were not
 *     taken from this page
 * @param notAsked names of the questions that are not to be answered anew, and were
 */
public record Typed(
    Answers answers,
    Map<String, String> seen,
    List<String> changedElsewhere,
    List<String> notAsked) {

  public Typed {
    seen = Map.copyOf(seen);
    changedElsewhere = List.copyOf(changedElsewhere);
    notAsked = List.copyOf(notAsked);
  }
}
