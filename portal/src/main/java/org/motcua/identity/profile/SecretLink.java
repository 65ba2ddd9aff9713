package org.motcua.identity.profile;

import org.motcua.platform.secrets.RandomToken;

/** The end of an address that only one person has been told; the database knows only its hash. */
public final class SecretLink {

  /** Short enough for an SMS; 128 bits that nobody guesses. */
  private static final int BYTES = 16;

  public static String fresh() {
    return RandomToken.fresh(BYTES);
  }

  public static byte[] hash(String token) {
    return RandomToken.hash(token);
  }

  private SecretLink() {}
}
