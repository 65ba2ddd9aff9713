package org.motcua.dossiers.model;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.motcua.dossiers.DossierId;
import org.motcua.identity.AccountId;
import org.motcua.organisation.AgencyId;

/**
 * Somebody has seen a paper of a store, or done something with it.
 *
 * @param agency where an officer sits, or to which a paper goes that was taken
 * @param dossier with which it was taken or seen; null: in the store itself
 */
public record PaperLook(
    UUID id,
    KeptPaperId paper,
    Act act,
    AccountId viewer,
    String viewerName,
    @Nullable AgencyId agency,
    @Nullable DossierId dossier,
    Instant at) {

  /** What was done. */
  public enum Act {
    /** Opened in the store, or among the papers of a dossier. */
    OPENED,
    /** Put into a dossier. */
    TAKEN,
    /** Opened by an officer who handles the dossier. */
    HANDLED
  }
}
