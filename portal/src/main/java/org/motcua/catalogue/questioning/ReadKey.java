package org.motcua.catalogue.questioning;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Opens the page on which somebody without an account reads what became of his question. It is made
 * with the form, so that a form sent twice asks once; the database keeps its hash alone.
 */
record ReadKey(String value) {

  private static final SecureRandom random = new SecureRandom();
  private static final int BYTES = 24;
  private static final Pattern FORM = Pattern.compile("[A-Za-z0-9_-]{32}");

  static ReadKey next() {
    var bytes = new byte[BYTES];
    random.nextBytes(bytes);
    return new ReadKey(Base64.getUrlEncoder().withoutPadding().encodeToString(bytes));
  }

  static Optional<ReadKey> parse(String text) {
    return FORM.matcher(text).matches() ? Optional.of(new ReadKey(text)) : Optional.empty();
  }

  byte[] hash() {
    try {
      return MessageDigest.getInstance("SHA-256").digest(value.getBytes(US_ASCII));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }

  @Override
  public String toString() {
    return "(secret)";
  }
}
