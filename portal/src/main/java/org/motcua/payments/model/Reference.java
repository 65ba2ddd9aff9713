package org.motcua.payments.model;

import java.security.SecureRandom;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Makes the names of attempts: short, without letters that are mistaken for digits, and found again
 * in what a payer or a bank has written around them.
 */
public final class Reference {

  private static final String LETTERS = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"; // Crockford's 32
  private static final int LENGTH = 12;
  private static final Pattern FORM = Pattern.compile("MC[0-9A-HJKMNP-TV-Z]{12}");
  private static final SecureRandom random = new SecureRandom();

  static String fresh() {
    var bits = random.nextLong();
    var text = new StringBuilder("MC");
    for (var n = 0; n < LENGTH; n++, bits >>>= 5) text.append(LETTERS.charAt((int) (bits & 31)));
    return text.toString();
  }

  /** As banks pass on what payers wrote: with blanks, dots and other words around, in any case. */
  public static Stream<String> allIn(String text) {
    var plain = text.toUpperCase(Locale.ROOT).replaceAll("[^0-9A-Z]", "");
    var found = FORM.matcher(plain);
    var all = Stream.<String>builder();
    for (var from = 0; found.find(from); from = found.start() + 1) all.add(found.group());
    return all.build();
  }

  private Reference() {}
}
