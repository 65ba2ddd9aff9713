package org.motcua.dossiers.access;

import org.motcua.dossiers.model.Dossier;

/** A dossier, and how much of it is open to the one who asked. */
public record OpenedDossier(Dossier dossier, Share share) {

  /** Of the one whose it is, or of one who acts for him. */
  public static OpenedDossier own(Dossier dossier) {
    return new OpenedDossier(dossier, Share.WHOLE);
  }
}
