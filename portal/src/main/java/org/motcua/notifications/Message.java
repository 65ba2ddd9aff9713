package org.motcua.notifications;

import java.time.Instant;
import java.util.UUID;

/** A notice as it lies in somebody's inbox. */
record Message(UUID id, Notice notice, Instant sentAt, boolean read) {}
