package org.motcua.dossiers.model;

import java.util.UUID;

/** Somebody was asked about a dossier. */
public record PartEntrusted(UUID part) {}
