package org.motcua.documents;

import java.util.UUID;

/**
 * A file that was looked at and found good. Its content waits in the store for an hour, until
 * {@link Documents#store(Examined)} makes a document of it.
 *
 * @param hold what keeps the content there meanwhile
 * @param sha256 of the content as it is kept, lower-case hexadecimal
 */
public record Examined(UUID hold, String name, String mediaType, long size, String sha256)
    implements Examination {}
