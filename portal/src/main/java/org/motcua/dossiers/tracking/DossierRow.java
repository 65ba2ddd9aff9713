package org.motcua.dossiers.tracking;

import org.motcua.dossiers.model.Dossier;

/** A dossier in the list of its owner. */
public record DossierRow(Dossier dossier, String service) {}
