package org.motcua.simulators.outside.electricity;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * When a request came to a stage.
 *
 * @param note what the company says to it; with a refusal its reason
 */
public record Step(Stage stage, Instant at, @Nullable String note) {}
