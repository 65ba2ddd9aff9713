package org.motcua.identity.model;

import java.util.Locale;
import java.util.regex.Pattern;

/**
 * What somebody typed to say who he is: any of the numbers, or an officer's name, all in one field.
 */
public record TypedName(String value) {

  private static final Pattern NUMBER = Pattern.compile("[\\d\\s.\\-\\u00A0]+");
  private static final int TEN = 10;

  public static TypedName of(String typed) {
    return new TypedName(
        NUMBER.matcher(typed).matches()
            ? Digits.of(typed)
            : typed.strip().toLowerCase(Locale.ROOT));
  }

  /**
   * How many accounts may bear it: ten digits are the social-insurance number of one and the tax
   * code of another.
   */
  public int possibleAccounts() {
    return value.length() == TEN && Character.isDigit(value.charAt(0)) ? 2 : 1;
  }
}
