package org.motcua.organisation;

import java.io.Serializable;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The official code of an administrative unit: a province has two digits, a district three, a
 * commune five. A code may pass to another unit at a reform, so a code of long ago is read together
 * with its date.
 */
public record UnitCode(String value) implements Comparable<UnitCode>, Serializable {

  private static final Pattern FORM = Pattern.compile("\\d{2}|\\d{3}|\\d{5}");

  public UnitCode {
    if (!FORM.matcher(value).matches()) {
      throw new IllegalArgumentException("Not the code of a unit: " + value);
    }
  }

  /** For what people and other systems send. */
  public static Optional<UnitCode> parse(String text) {
    return FORM.matcher(text).matches() ? Optional.of(new UnitCode(text)) : Optional.empty();
  }

  public UnitLevel level() {
    return switch (value.length()) {
      case 2 -> UnitLevel.PROVINCE;
      case 3 -> UnitLevel.DISTRICT;
      default -> UnitLevel.COMMUNE;
    };
  }

  @Override
  public int compareTo(UnitCode other) {
    return value.compareTo(other.value);
  }

  @Override
  public String toString() {
    return value;
  }
}
