package org.motcua.dossiers.model;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What an officer asks the applicant to add or mend: all points at once. */
public record AdditionRequest(
    UUID id, Instant askedAt, List<Point> points, @Nullable Instant answeredAt) {

  public AdditionRequest {
    points = List.copyOf(points);
  }

  /**
   * One reason, where it belongs.
   *
   * @param target {@code question:<id>}, {@code paper:<kind>}, or {@code whole} for the dossier as
   *     a whole
   * @param text what is wrong and what to do, in the officer's words
   */
  public record Point(String target, String text) {

    public boolean aboutPaper(String kind) {
      return target.equals("paper:" + kind);
    }

    boolean aboutTheWhole() {
      return target.equals("whole");
    }

    public boolean aboutQuestion(String id) {
      return target.equals("question:" + id);
    }
  }

  public boolean open() {
    return answeredAt == null;
  }

  /** Only words about the dossier as a whole: then whatever it needs may be changed. */
  public boolean opensEverything() {
    return points.stream().allMatch(Point::aboutTheWhole);
  }
}
