package org.motcua.exchange.electricity;

import org.motcua.dossiers.DossierId;

/**
 * A dossier that the company has taken.
 *
 * @param code the dossier's
 * @param stage the last that the company has told of
 */
record PowerRequest(DossierId dossier, String code, String documentCode, Stage stage) {}
