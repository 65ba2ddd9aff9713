package org.motcua.platform.csv;

import java.util.Arrays;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Rows of RFC 4180 that a table program shows and never executes. */
public final class Csv {

  public static final char BYTE_ORDER_MARK = '\uFEFF';

  /** A cell that begins with one of these is taken for a formula. */
  private static final String FORMULA = "=+-@\t\r";

  public static String row(@Nullable String... cells) {
    return Arrays.stream(cells).map(Csv::cell).collect(Collectors.joining(",", "", "\r\n"));
  }

  public static String cell(@Nullable String text) {
    if (text == null || text.isEmpty()) return "";
    var safe = FORMULA.indexOf(text.charAt(0)) >= 0 ? "'" + text : text;
    return safe.chars().anyMatch(c -> c == ',' || c == '"' || c == '\n' || c == '\r')
        ? "\"" + safe.replace("\"", "\"\"") + "\""
        : safe;
  }

  private Csv() {}
}
