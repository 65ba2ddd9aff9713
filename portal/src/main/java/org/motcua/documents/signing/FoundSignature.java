package org.motcua.documents.signing;

import java.time.Instant;

/**
 * A signature in a PDF by a key of our authority.
 *
 * @param agencyName to whom the key was given
 * @param intact what was signed is still as it was
 * @param coversAll nothing of the file lies outside of what was signed
 */
public record FoundSignature(
    String agencyName, String signer, Instant signedAt, boolean intact, boolean coversAll) {

  public boolean holds() {
    return intact && coversAll;
  }
}
