package org.motcua.dossiers;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * How far a dossier came with somebody outside who handles it, in his own words.
 *
 * @param stage his name for it; a dossier reaches each stage once
 * @param note what he says to the applicant besides
 */
public record OutsideStep(String stage, Instant at, String vi, String en, @Nullable String note) {}
