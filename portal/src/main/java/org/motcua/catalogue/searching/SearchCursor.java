package org.motcua.catalogue.searching;

import java.util.Optional;
import java.util.regex.Pattern;
import org.motcua.catalogue.ProcedureCode;

/** The place in a list of results after which the next page begins: the same on every node. */
public record SearchCursor(float score, ProcedureCode code) {

  private static final Pattern SHAPE = Pattern.compile("([0-9a-f]{1,8})~(.+)");

  public static Optional<SearchCursor> parse(String text) {
    var parts = SHAPE.matcher(text);
    if (!parts.matches()) return Optional.empty();
    var score = Float.intBitsToFloat(Integer.parseUnsignedInt(parts.group(1), 16));
    if (!Float.isFinite(score)) return Optional.empty();
    return ProcedureCode.parse(parts.group(2)).map(code -> new SearchCursor(score, code));
  }

  @Override
  public String toString() {
    return Integer.toHexString(Float.floatToIntBits(score)) + "~" + code;
  }
}
