package org.motcua.identity.model;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * What somebody typed to say who he is: any of the numbers, or an officer's name, all in one field.
 */
public record TypedName(String value) {

  private static final Pattern NUMBER = Pattern.compile("\\+?[\\d\\s.\\-\\u00A0]+");
  private static final int TEN = 10;

  public static TypedName of(String typed) {
    return new TypedName(
        NUMBER.matcher(typed).matches()
            ? Digits.of(typed)
            : typed.strip().toLowerCase(Locale.ROOT));
  }

  /** As which names it may stand: ten digits may be a number or somebody's phone. */
  List<String> spellings() {
    return Stream.concat(Stream.of(value), phone().stream()).distinct().toList();
  }

  /**
   * How many accounts may bear it: ten digits are the social-insurance number of one, the tax code
   * of another and the phone of a third.
   */
  public int possibleAccounts() {
    var tenDigits = value.length() == TEN && Character.isDigit(value.charAt(0));
    return (tenDigits ? 2 : 1) + (tenDigits && phone().isPresent() ? 1 : 0);
  }

  private Optional<String> phone() {
    return Phone.parse(value).map(Phone::international);
  }
}
