package org.motcua.identity.accesses;

import java.time.Instant;
import java.util.UUID;

/**
 * Somebody looked at something of one's own.
 *
 * @param program whether it was an agency's program and no person
 * @param whatKey message that says what, with {@code name} in it
 * @param whyKey message that says for what
 */
record Look(
    UUID id,
    boolean program,
    String agency,
    String whatKey,
    String name,
    String whyKey,
    Instant at) {}
