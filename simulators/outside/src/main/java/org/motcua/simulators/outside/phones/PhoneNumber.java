package org.motcua.simulators.outside.phones;

import java.util.regex.Pattern;

/** A phone's number as people dial it at home: {@code 0912000001}, also when sent as +84. */
public record PhoneNumber(String digits) {

  private static final Pattern SEPARATORS = Pattern.compile("[\\s.()-]");
  private static final Pattern DIALLED = Pattern.compile("\\d{8,15}");

  public PhoneNumber {
    if (!DIALLED.matcher(digits).matches()) {
      throw new IllegalArgumentException("Not a phone number: 8 to 15 digits are expected");
    }
  }

  public static PhoneNumber parse(String written) {
    var number = SEPARATORS.matcher(written).replaceAll("");
    return new PhoneNumber(number.startsWith("+84") ? "0" + number.substring(3) : number);
  }

  /** In groups, as printed on a card: {@code 0912 000 001}. */
  public String grouped() {
    return digits.length() == 10
        ? digits.substring(0, 4) + " " + digits.substring(4, 7) + " " + digits.substring(7)
        : digits;
  }
}
