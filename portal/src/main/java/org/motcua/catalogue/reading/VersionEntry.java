package org.motcua.catalogue.reading;

import org.motcua.catalogue.model.Version;

/** A line of a procedure's history. */
public record VersionEntry(Version version, Standing standing) {}
