package org.motcua.dossiers.model;

import java.util.UUID;

/** What somebody was asked has been answered, or taken back. */
public record PartEnded(UUID part) {}
