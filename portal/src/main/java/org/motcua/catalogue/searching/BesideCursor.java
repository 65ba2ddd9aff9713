package org.motcua.catalogue.searching;

import java.util.Optional;
import java.util.regex.Pattern;

/** As {@link SearchCursor}, among the things of another kind. */
public record BesideCursor(float score, String key) {

  private static final Pattern SHAPE = Pattern.compile("([0-9a-f]{1,8})~(.{1,200})");

  static Optional<BesideCursor> parse(String text) {
    var parts = SHAPE.matcher(text);
    if (!parts.matches()) return Optional.empty();
    var score = Float.intBitsToFloat(Integer.parseUnsignedInt(parts.group(1), 16));
    return Float.isFinite(score)
        ? Optional.of(new BesideCursor(score, parts.group(2)))
        : Optional.empty();
  }

  @Override
  public String toString() {
    return Integer.toHexString(Float.floatToIntBits(score)) + "~" + key;
  }
}
