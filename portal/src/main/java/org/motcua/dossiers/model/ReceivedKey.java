package org.motcua.dossiers.model;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import org.motcua.dossiers.DossierId;

/** The place of a dossier in its agency's register. */
public record ReceivedKey(Instant submittedAt, DossierId id) {

  public static ReceivedKey of(Dossier dossier) {
    return new ReceivedKey(requireNonNull(dossier.term().submittedAt()), dossier.id());
  }
}
