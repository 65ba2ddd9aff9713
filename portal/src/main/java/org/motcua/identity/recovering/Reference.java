package org.motcua.identity.recovering;

import java.security.SecureRandom;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/** What one says to an officer to have one's request found: {@code KP-7K3M-9Q2D}. */
record Reference(String value) {

  /** Without the signs that are mixed up on the telephone and in print. */
  private static final String SIGNS = "23456789ABCDEFGHJKMNPQRSTVWXYZ";

  private static final int LENGTH = 8;
  private static final Pattern TYPED = Pattern.compile("(?:KP)?([" + SIGNS + "]{" + LENGTH + "})");
  private static final SecureRandom random = new SecureRandom();

  static Reference fresh() {
    var signs = new StringBuilder();
    for (var at = 0; at < LENGTH; at++) {
      signs.append(SIGNS.charAt(random.nextInt(SIGNS.length())));
    }
    return of(signs.toString());
  }

  /** However it is typed. */
  static Optional<Reference> parse(String typed) {
    var signs = typed.toUpperCase(Locale.ROOT).replaceAll("[^0-9A-Z]", "");
    var found = TYPED.matcher(signs);
    return found.matches() ? Optional.of(of(found.group(1))) : Optional.empty();
  }

  private static Reference of(String signs) {
    return new Reference("KP-" + signs.substring(0, 4) + "-" + signs.substring(4));
  }

  @Override
  public String toString() {
    return value;
  }
}
