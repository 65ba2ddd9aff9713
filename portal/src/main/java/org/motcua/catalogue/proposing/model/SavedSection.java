package org.motcua.catalogue.proposing.model;

import java.time.Instant;

/**
 * Who saved a section last.
 *
 * @param revision the proposal's revision that came of it
 */
public record SavedSection(int revision, Who by, Instant at) {}
