package org.motcua.dossiers.model;

import java.time.Instant;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import org.motcua.dossiers.DossierId;
import org.motcua.identity.AccountId;

/**
 * Somebody besides the owner who was invited to fill in parts of a dossier.
 *
 * @param guard keyed hash of the number of the one who is invited
 * @param numberEnd the number's last digits, by which the owner knows it again
 * @param name as the owner typed it
 * @param seesAll whether the other parts may be read
 * @param until from then on nothing more can be filled in
 * @param account who has accepted
 */
public record Participation(
    ParticipationId id,
    DossierId dossier,
    byte[] guard,
    String numberEnd,
    String name,
    Parts parts,
    boolean seesAll,
    AccountId invitedBy,
    Instant invitedAt,
    Instant until,
    @Nullable AccountId account,
    @Nullable Instant acceptedAt,
    @Nullable Instant endedAt,
    @Nullable Ending ending) {

  /** Why it ended before its date. */
  public enum Ending {
    DECLINED,
    LEFT,
    WITHDRAWN,
    /** The dossier was handed in. */
    SUBMITTED,
    /** The account is gone, or was another's. */
    FORGOTTEN
  }

  /** Where it stands. */
  public enum State {
    WAITING,
    JOINED,
    EXPIRED,
    ENDED
  }

  public State state(Instant now) {
    if (endedAt != null) return State.ENDED;
    if (!now.isBefore(until)) return State.EXPIRED;
    return account == null ? State.WAITING : State.JOINED;
  }

  /** Whether it still leads, or may lead, to something. */
  public boolean open(Instant now) {
    var state = state(now);
    return state == State.WAITING || state == State.JOINED;
  }

  /** Whether this account fills in by it at this very moment. */
  public boolean joins(AccountId who, Instant now) {
    return who.equals(account) && state(now) == State.JOINED;
  }

  public boolean isForSame(byte[] otherGuard) {
    return Arrays.equals(guard, otherGuard);
  }

  /** Sent by a second click. */
  public boolean isSame(Participation other) {
    return isForSame(other.guard)
        && dossier.equals(other.dossier)
        && name.equals(other.name)
        && parts.equals(other.parts)
        && seesAll == other.seesAll
        && until.equals(other.until);
  }
}
