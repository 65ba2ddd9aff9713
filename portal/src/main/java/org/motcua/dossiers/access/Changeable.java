package org.motcua.dossiers.access;

import java.util.Set;

/**
 * What of an open dossier may be changed: of a draft all; while additions are asked for, what the
 * agency named and what follows from it.
 *
 * @param limited whether an agency has named what it wants changed
 * @param fixedQuestions whose answers stay as they were handed in
 * @param fixedPapers whose files do
 */
public record Changeable(boolean limited, Set<String> fixedQuestions, Set<String> fixedPapers) {

  static final Changeable ALL = new Changeable(false, Set.of(), Set.of());

  public Changeable {
    fixedQuestions = Set.copyOf(fixedQuestions);
    fixedPapers = Set.copyOf(fixedPapers);
  }

  public boolean question(String id) {
    return !fixedQuestions.contains(id);
  }

  public boolean paper(String id) {
    return !fixedPapers.contains(id);
  }

  /** Of a paper, or of a question that is answered by a file. */
  public boolean file(String paperOrQuestion) {
    return question(paperOrQuestion) && paper(paperOrQuestion);
  }
}
