package org.motcua.identity.accesses;

import org.jspecify.annotations.Nullable;

/**
 * A consent in the words of its page.
 *
 * @param withdrawn when, if it has been taken back
 * @param withdrawal where it can be taken back, if it can
 */
public record ConsentRow(
    String given,
    String recipient,
    String what,
    String why,
    @Nullable String withdrawn,
    @Nullable String withdrawal) {}
