package org.motcua.organisation;

import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The tax code of an enterprise: ten digits of which the last checks the others, or thirteen for a
 * branch (written with a dash or without).
 */
public record TaxCode(String digits) {

  /** As people type them, with the spaces, dots and dashes of the paper. */
  private static final Pattern SEPARATORS = Pattern.compile("[\\s.\\-\\u00A0]+");

  private static final Pattern FORM = Pattern.compile("\\d{10}(\\d{3})?");
  private static final int[] WEIGHTS = {31, 29, 23, 19, 17, 13, 7, 5, 3};

  public static Optional<TaxCode> parse(String typed) {
    var digits = SEPARATORS.matcher(typed).replaceAll("");
    return FORM.matcher(digits).matches() && checkDigitFits(digits)
        ? Optional.of(new TaxCode(digits))
        : Optional.empty();
  }

  private static boolean checkDigitFits(String digits) {
    var sum = 0;
    for (var place = 0; place < WEIGHTS.length; place++) {
      sum += WEIGHTS[place] * Character.digit(digits.charAt(place), 10);
    }
    return 10 - sum % 11 == Character.digit(digits.charAt(9), 10);
  }
}
