package org.motcua.identity.profile;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.Base64;

/** The end of an address that only one person has been told; the database knows only its hash. */
public final class SecretLink {

  /** Short enough for an SMS; 128 bits that nobody guesses. */
  private static final int BYTES = 16;

  private static final SecureRandom random = new SecureRandom();

  public static String fresh() {
    var bytes = new byte[BYTES];
    random.nextBytes(bytes);
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
  }

  public static byte[] hash(String token) {
    try {
      return MessageDigest.getInstance("SHA-256").digest(token.getBytes(StandardCharsets.UTF_8));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Every Java has SHA-256", e);
    }
  }

  private SecretLink() {}
}
