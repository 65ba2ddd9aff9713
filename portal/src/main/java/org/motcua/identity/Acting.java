package org.motcua.identity;

import java.io.Serializable;

/**
 * Who really sits at the keyboard while the portal serves another account.
 *
 * @param actor as whom one has signed in
 * @param mandate by which right; it may end at any moment
 */
public record Acting(AccountId actor, AccountKind actorKind, String actorName, MandateId mandate)
    implements Serializable {}
