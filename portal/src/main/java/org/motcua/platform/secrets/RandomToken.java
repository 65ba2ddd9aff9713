package org.motcua.platform.secrets;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.Base64;

/**
 * What only one browser or person is given, to be shown again. The database knows its hash alone;
 * one without salt will do, since nobody guesses so many random bits.
 */
public final class RandomToken {

  private static final SecureRandom random = new SecureRandom();

  /** In the letters of an address. */
  public static String fresh(int bytes) {
    var token = new byte[bytes];
    random.nextBytes(token);
    return Base64.getUrlEncoder().withoutPadding().encodeToString(token);
  }

  /** SHA-256. */
  public static byte[] hash(String token) {
    try {
      return MessageDigest.getInstance("SHA-256").digest(token.getBytes(StandardCharsets.UTF_8));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Every Java has SHA-256", e);
    }
  }

  private RandomToken() {}
}
