package org.motcua.identity.enterprises;

import java.time.Instant;
import java.util.UUID;

/**
 * @param number the end of it, enough to tell two of the same name apart
 * @param self the one who looks
 */
public record MemberRow(
    UUID id, String name, String number, String powers, Instant since, boolean self) {}
