package org.motcua.dossiers.model;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * That it takes longer than was said, and until when: form 04 of Circular 01/2018/TT-VPCP, made
 * once for a dossier.
 *
 * @param by the officer's name; {@code null}: the portal, when the term had run out without a word
 * @param reason in the officer's words; empty where the portal made it
 * @param dueAt the appointment that is not kept
 * @param promisedAt the new one
 */
public record Apology(
    Instant madeAt, @Nullable String by, String reason, Instant dueAt, Instant promisedAt) {}
