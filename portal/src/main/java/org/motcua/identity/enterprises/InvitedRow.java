package org.motcua.identity.enterprises;

import java.time.Instant;
import java.util.UUID;

/**
 * @param number as it was typed
 */
public record InvitedRow(UUID id, String name, String number, String powers, Instant endsAt) {}
