package org.motcua.catalogue.model;

import java.time.Instant;
import java.time.LocalDate;
import org.motcua.catalogue.Procedure;
import org.motcua.catalogue.model.Version.Change;

/** A version that has no number yet. */
public record NewVersion(
    Procedure text,
    Change change,
    LocalDate effectiveFrom,
    Instant publishedAt,
    String publishedBy) {}
