package org.motcua.dossiers.model;

import org.jspecify.annotations.Nullable;
import org.motcua.dossiers.DossierId;
import org.motcua.organisation.AgencyId;

/** How a paper came into its owner's store. */
public sealed interface PaperSource {

  /** Its owner has put it there, without any dossier. */
  record Uploaded() implements PaperSource {}

  /** Its owner has kept it when it was handed in with a dossier. */
  record Filed(DossierId dossier) implements PaperSource {}

  /** An agency has issued it, and signed it; anyone can verify that. */
  record Issued(@Nullable DossierId dossier, AgencyId issuer, String verificationCode)
      implements PaperSource {}

  default @Nullable DossierId dossierOrNull() {
    return switch (this) {
      case Uploaded none -> null;
      case Filed(var dossier) -> dossier;
      case Issued issued -> issued.dossier();
    };
  }

  default boolean issued() {
    return this instanceof Issued;
  }
}
