package org.motcua.dossiers.papers;

import org.jspecify.annotations.Nullable;

/**
 * A look at a paper in words.
 *
 * @param dossier for which application, if for one
 */
public record LookView(String at, String what, @Nullable String dossier) {}
