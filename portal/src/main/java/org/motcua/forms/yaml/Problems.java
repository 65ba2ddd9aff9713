package org.motcua.forms.yaml;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Collects all that is wrong with one folder, so that its author mends it in one go. */
public final class Problems {

  private final List<Problem> found = new ArrayList<>();

  public void add(String file, int line, String message) {
    var problem = new Problem(file, line, message);
    if (!found.contains(problem)) found.add(problem);
  }

  public boolean isEmpty() {
    return found.isEmpty();
  }

  /** By file and line. */
  public List<Problem> list() {
    return found.stream()
        .sorted(Comparator.comparing(Problem::file).thenComparingInt(Problem::line))
        .toList();
  }
}
