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
 */
public record Typed(Answers answers, Map<String, String> seen, List<String> changedElsewhere) {

  public Typed {
    seen = Map.copyOf(seen);
    changedElsewhere = List.copyOf(changedElsewhere);
  }
}
