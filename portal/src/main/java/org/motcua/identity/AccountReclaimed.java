package org.motcua.identity;

import java.time.Instant;
import java.util.Optional;

/**
 * The holder of an account has it back. Sessions and remembered browsers have ended already; what
 * was added since then to prove who he is was somebody else's, and serves no more.
 */
public record AccountReclaimed(AccountId account, Instant since, Formerly formerly) {

  /** In whose hands the account may have been. */
  public enum Formerly {
    /** In his own: he was verified before, and has only lost what opens it. */
    HIS_OWN,
    /** In a thief's, from that moment on. */
    A_THIEFS,
    /** Nobody had found out who opened it: perhaps in another's from the beginning. */
    PERHAPS_ANOTHERS
  }

  /**
   * From when on what was left in the account may be another's, which its holder is not to read and
   * not to answer for; empty where nothing is.
   */
  public Optional<Instant> othersSince() {
    return switch (formerly) {
      case HIS_OWN -> Optional.empty();
      case A_THIEFS -> Optional.of(since);
      case PERHAPS_ANOTHERS -> Optional.of(Instant.EPOCH);
    };
  }
}
