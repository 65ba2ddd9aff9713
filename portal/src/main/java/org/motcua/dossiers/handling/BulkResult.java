package org.motcua.dossiers.handling;

import org.jspecify.annotations.Nullable;

/**
 * What became of one of several dossiers.
 *
 * @param code none for one that the officer has nothing to do with
 */
public record BulkResult(
    String id, @Nullable String code, @Nullable String applicant, boolean done, String words) {}
