package org.motcua.dossiers.tracking;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The dossier of which a draft is a copy.
 *
 * @param reason why it was refused or stopped, in the officer's words
 * @param leftOut files that did not come along
 */
public record FormerView(
    String code, String address, @Nullable String reason, List<String> leftOut) {}
