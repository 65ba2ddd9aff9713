package org.motcua.eservices;

import org.jspecify.annotations.Nullable;

/**
 * A paper that is to come with a form on paper.
 *
 * @param onlyIf when, if not always
 */
public record EnclosedPaper(
    String name, @Nullable String hint, boolean optional, @Nullable String onlyIf) {}
