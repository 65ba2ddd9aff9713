package org.motcua.dossiers.model;

import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.motcua.documents.DocumentId;
import org.motcua.dossiers.DossierId;
import org.motcua.identity.AccountId;

/**
 * A file of a dossier that came out of somebody's store, as it stood there then.
 *
 * @param paper which may be gone meanwhile
 */
public record TakenPaper(
    DossierId dossier,
    DocumentId document,
    KeptPaperId paper,
    AccountId owner,
    PaperSource source,
    @Nullable LocalDate validUntil,
    Instant takenAt) {

  public boolean expiredOn(LocalDate day) {
    return validUntil != null && day.isAfter(validUntil);
  }
}
