package org.motcua.eservices;

import java.util.Optional;
import java.util.regex.Pattern;

/** The name of a service's folder, and its name in addresses: {@code birth-registration}. */
public record ServiceSlug(String value) {

  private static final Pattern SHAPE = Pattern.compile("[a-z0-9]+(-[a-z0-9]+)*");

  public ServiceSlug {
    if (!isOne(value)) throw new IllegalArgumentException("Not a service's name: " + value);
  }

  public static Optional<ServiceSlug> parse(String text) {
    return isOne(text) ? Optional.of(new ServiceSlug(text)) : Optional.empty();
  }

  private static boolean isOne(String text) {
    return text.length() <= 60 && SHAPE.matcher(text).matches();
  }

  @Override
  public String toString() {
    return value;
  }
}
