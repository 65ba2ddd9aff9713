package org.motcua.simulators.outside.post;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Where a letter was.
 *
 * @param place a post office
 * @param note to whom it was given, or why it came back
 */
public record Step(Stage stage, Instant at, String place, @Nullable String note) {}
