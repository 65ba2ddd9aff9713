package org.motcua.dossiers.model;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.motcua.dossiers.DossierId;
import org.motcua.dossiers.PostalStage;
import org.motcua.dossiers.PostalStep;

/**
 * A result that was given to the post.
 *
 * @param number which one of the dossier, from 1: what came back may be sent again
 * @param givenBy the officer's name
 * @param tracking the operator's number; null until it has answered
 * @param followAt the operator's page for it
 */
public record Consignment(
    UUID id,
    DossierId dossier,
    int number,
    Instant givenAt,
    String givenBy,
    State state,
    @Nullable String tracking,
    @Nullable String followAt,
    List<PostalStep> steps) {

  public enum State {
    GIVEN,
    ON_THE_WAY,
    DELIVERED,
    CAME_BACK;

    static State at(PostalStage stage) {
      return switch (stage) {
        case DELIVERED -> DELIVERED;
        case CAME_BACK -> CAME_BACK;
        default -> ON_THE_WAY;
      };
    }
  }

  public Consignment {
    steps = List.copyOf(steps);
  }

  /** Neither with its receiver nor back at the agency. */
  public boolean open() {
    return state == State.GIVEN || state == State.ON_THE_WAY;
  }

  public Consignment taken(String number, String page) {
    return new Consignment(
        id, dossier, this.number, givenAt, givenBy, State.ON_THE_WAY, number, page, steps);
  }

  public Consignment at(List<PostalStep> all) {
    return new Consignment(
        id,
        dossier,
        number,
        givenAt,
        givenBy,
        State.at(all.getLast().stage()),
        tracking,
        followAt,
        all);
  }
}
