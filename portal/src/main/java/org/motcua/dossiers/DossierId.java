package org.motcua.dossiers;

import java.util.UUID;
import org.motcua.platform.ids.NewId;

/**
 * Names a dossier from its first draft on; people use the {@link DossierCode} once it is submitted.
 */
public record DossierId(UUID value) {

  public static DossierId next() {
    return new DossierId(NewId.next());
  }

  @Override
  public String toString() {
    return value.toString();
  }
}
