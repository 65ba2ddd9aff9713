package org.motcua.forms;

import java.time.LocalDate;

/**
 * Where a value came from that nobody has typed.
 *
 * @param day when it was taken; of an earlier application, when that was handed in
 */
public record Source(Kind kind, LocalDate day) {

  public enum Kind {
    /** As the holder of the account has said. */
    ACCOUNT,
    /** Of the account, compared with the population register. */
    REGISTERED_PERSON,
    /** Of the account, compared with the identity card at a counter. */
    SEEN_PERSON,
    /** Of the account, as a trusted certificate says. */
    CERTIFIED_PERSON,
    /** Of an enterprise's account, which is made of what the register or a certificate says. */
    KNOWN_ENTERPRISE,
    /** An answer in one's own earlier application. */
    EARLIER,
    /** The population register itself. */
    POPULATION,
    /** The register of enterprises. */
    ENTERPRISES,
    /** What several applications that are handed in together have in common. */
    PACKAGE,
    /** The result of another of these. */
    RESULT
  }

  /** What is told of it is mended where enterprises are registered. */
  public boolean ofAnEnterprise() {
    return kind == Kind.ENTERPRISES || kind == Kind.KNOWN_ENTERPRISE;
  }
}
