package org.motcua.dossiers.sharing;

import org.jspecify.annotations.Nullable;
import org.motcua.dossiers.model.ParticipationId;
import org.motcua.identity.AccountId;

/**
 * Somebody was invited. Word is sent behind the owner's back, so that he cannot even tell by the
 * time it takes whether there is an account.
 *
 * @param account null: there is none
 */
record PersonInvited(ParticipationId id, @Nullable AccountId account) {}
