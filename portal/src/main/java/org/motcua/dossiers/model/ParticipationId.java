package org.motcua.dossiers.model;

import java.util.UUID;
import org.motcua.platform.ids.NewId;

/** Identifies one invitation to fill in a dossier together, and what comes of it. */
public record ParticipationId(UUID value) {

  public static ParticipationId next() {
    return new ParticipationId(NewId.next());
  }

  @Override
  public String toString() {
    return value.toString();
  }
}
