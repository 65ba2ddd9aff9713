package org.motcua.dossiers.tracking;

import org.jspecify.annotations.Nullable;
import org.motcua.dossiers.model.Dossier;

/**
 * A dossier in the list of its owner.
 *
 * @param together what it is a part of; null: it stands alone
 */
public record DossierRow(Dossier dossier, String service, @Nullable TogetherView together) {}
