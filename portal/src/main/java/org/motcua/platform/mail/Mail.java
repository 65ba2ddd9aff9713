package org.motcua.platform.mail;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A message to a mailbox, which by its id may know one that comes twice.
 *
 * @param html the same once more, for mail programs that show pages
 */
record Mail(
    UUID id,
    String to,
    String subject,
    String text,
    @Nullable String html,
    @Nullable Enclosure enclosed) {}
