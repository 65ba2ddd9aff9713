package org.motcua.dossiers;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Where a letter was and when, as its carrier tells it.
 *
 * @param place such as a post office; empty if it is not told
 * @param note to whom it was given, or why it came back
 */
public record PostalStep(PostalStage stage, Instant at, String place, @Nullable String note) {}
