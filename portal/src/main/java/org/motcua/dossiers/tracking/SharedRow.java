package org.motcua.dossiers.tracking;

import org.jspecify.annotations.Nullable;
import org.motcua.platform.web.ui.TagColour;

/**
 * Another's dossier that waits for one: to be filled in together, or to be signed.
 *
 * @param until the last day, where there is one
 */
public record SharedRow(
    String address,
    String service,
    String owner,
    String status,
    TagColour colour,
    @Nullable String until) {}
