package org.motcua.dossiers.tracking;

import org.jspecify.annotations.Nullable;
import org.motcua.forms.Summary;

/**
 * Another's dossier as one sees it who was invited to fill in parts of it.
 *
 * @param draft with those parts alone
 * @param until the last day
 * @param summary all that was answered, where the owner lets it be read
 */
public record SharedView(DraftView draft, String owner, String until, @Nullable Summary summary) {}
