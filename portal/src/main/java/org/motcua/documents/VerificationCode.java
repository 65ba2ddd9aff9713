package org.motcua.documents;

import java.security.SecureRandom;
import java.util.Locale;
import java.util.Optional;

/**
 * The code by which anyone asks after a certificate: 75 random bits, so that the holders of a
 * hundred million certificates cannot be found by trying, and a check character. Written {@code
 * XXXX-XXXX-XXXX-XXXX} in Crockford's alphabet, which has no letters that look like digits.
 *
 * @param value 16 characters without dashes
 */
public record VerificationCode(String value) {

  private static final String ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
  private static final int LENGTH = 16;
  private static final SecureRandom random = new SecureRandom();

  public VerificationCode {
    if (!wellFormed(value)) throw new IllegalArgumentException("Not a verification code: " + value);
  }

  public static VerificationCode next() {
    var body = new StringBuilder(LENGTH);
    random.ints(LENGTH - 1, 0, ALPHABET.length()).forEach(i -> body.append(ALPHABET.charAt(i)));
    return new VerificationCode(body.append(ALPHABET.charAt(times2(sum(body)))).toString());
  }

  /** As people type it: any case, with or without dashes and spaces, O for 0, I or L for 1. */
  public static Optional<VerificationCode> parse(String typed) {
    var plain = plain(typed);
    return wellFormed(plain) ? Optional.of(new VerificationCode(plain)) : Optional.empty();
  }

  /** How many characters of a code were typed; tells a short code from a mistyped one. */
  public static int lengthOf(String typed) {
    return plain(typed).length();
  }

  public static int length() {
    return LENGTH;
  }

  private static String plain(String typed) {
    return typed
        .replaceAll("[\\s\\p{Pd}.]", "")
        .toUpperCase(Locale.ROOT)
        .replace('O', '0')
        .replace('I', '1')
        .replace('L', '1');
  }

  private static boolean wellFormed(String plain) {
    return plain.length() == LENGTH
        && plain.chars().allMatch(c -> ALPHABET.indexOf(c) >= 0)
        && sum(plain) == 0;
  }

  /**
   * Each place weighs another power of 2 in the field of 32 elements: any one wrong character and
   * any two exchanged ones change the sum.
   */
  private static int sum(CharSequence characters) {
    return characters.chars().reduce(0, (sum, c) -> times2(sum) ^ ALPHABET.indexOf(c));
  }

  /** Doubling modulo x⁵ + x² + 1, of which 2 is a generator. */
  private static int times2(int element) {
    return (element << 1) ^ ((element & 16) == 0 ? 0 : 0b100101);
  }

  /** As it is printed, in groups of four. */
  @Override
  public String toString() {
    return value.replaceAll("(.{4})(?=.)", "$1-");
  }
}
