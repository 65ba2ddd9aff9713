package org.motcua.dossiers.model;

import java.time.Instant;
import java.util.Locale;
import org.motcua.dossiers.DossierId;

/**
 * A result that no longer holds, and nothing instead.
 *
 * @param code its verification code
 * @param law by which it is taken back, such as an article; everybody may read it
 * @param reason in the leader's words, for the applicant
 * @param revokedBy as the audit trail names the leader
 */
public record Revocation(
    DossierId dossier,
    String code,
    Instant at,
    Ground ground,
    String law,
    String reason,
    String leader,
    String revokedBy) {

  /** Why, in words that everybody may read: they tell nothing about a person. */
  public enum Ground {
    /** Not as the law has it: by an office that may not, or without what it needs. */
    WRONGLY_ISSUED,
    /** What was handed in was not true. */
    UNTRUE_PAPERS,
    /** Its holder no longer meets what it needs. */
    NO_LONGER_ENTITLED,
    /** A court or an agency above has said so. */
    ORDERED,
    /** Its holder has asked for it. */
    AT_REQUEST;

    public String messageKey() {
      return "dossiers.revocation.ground." + name().toLowerCase(Locale.ROOT);
    }
  }

  /** Whether somebody has asked for the same once more: a second click. */
  public boolean isBy(String auditName) {
    return revokedBy.equals(auditName);
  }
}
