package org.motcua.dossiers;

import java.time.Instant;
import java.util.UUID;

/** The agency has given a result to the post, whose operator has yet to be told. */
public record GivenToPost(UUID consignment, DossierId dossier, Instant at) {}
