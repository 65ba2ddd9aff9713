package org.motcua.dossiers.model;

import java.time.Instant;
import java.util.List;
import org.motcua.dossiers.OutsideStep;
import org.motcua.eservices.OutsideBody;

/**
 * A dossier as it stands with the one who handles it outside.
 *
 * @param theirCode by which he knows it
 * @param followAt his page on which it may be followed
 * @param steps in the order in which he told of them
 */
public record OutsideCase(
    OutsideBody body, String theirCode, String followAt, Instant takenAt, List<OutsideStep> steps) {

  public OutsideCase {
    steps = List.copyOf(steps);
  }

  public boolean has(String stage) {
    return steps.stream().anyMatch(step -> step.stage().equals(stage));
  }
}
