package org.motcua.identity.enterprises;

import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import java.util.UUID;
import org.motcua.identity.AccountId;
import org.motcua.identity.Power;
import org.motcua.identity.model.CitizenId;

/**
 * An enterprise would have this person as a member.
 *
 * @param name as the one who invites knows it: both have to be right, so that a slip of the hand
 *     shows the enterprise to nobody else
 */
record Invitation(
    UUID id,
    AccountId enterprise,
    CitizenId citizenId,
    String name,
    Set<Power> powers,
    AccountId invitedBy,
    Instant invitedAt,
    Instant endsAt) {

  static final Duration OPEN = Duration.ofDays(14);
}
