package org.motcua.dossiers.model;

import java.time.Instant;

/**
 * That somebody who was invited has filled in a part.
 *
 * @param name of the one who did
 * @param part a page's id, or {@link Parts#PAPERS}
 */
public record Contribution(String name, String part, Instant lastAt) {}
