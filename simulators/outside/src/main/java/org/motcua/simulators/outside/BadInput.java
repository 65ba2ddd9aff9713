package org.motcua.simulators.outside;

import java.time.DateTimeException;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** Something a program sent cannot be used; the message says what is wrong with which field. */
public class BadInput extends IllegalArgumentException {

  private static final int LONGEST_DATE = 10;

  public BadInput(String message) {
    super(message);
  }

  public static String unlessGiven(String field, @Nullable String value, int longest) {
    if (value == null || value.isBlank()) {
      throw new BadInput("The field '%s' is missing".formatted(field));
    }
    if (value.length() > longest) {
      throw new BadInput("The field '%s' has more than %d characters".formatted(field, longest));
    }
    return value;
  }

  public static LocalDate unlessDate(String field, @Nullable String value) {
    try {
      return LocalDate.parse(unlessGiven(field, value, LONGEST_DATE));
    } catch (DateTimeException e) {
      throw new BadInput("The field '%s' is no date as 2020-12-31".formatted(field));
    }
  }
}
