package org.motcua.catalogue.exchanging.national;

import java.util.List;

/**
 * Something about a line that whoever sent it should know.
 *
 * @param key words it: {@code catalogue.imports.finding.<key>}
 */
public record Finding(String key, List<String> arguments) {

  private static final int LONGEST = 120;

  public static Finding of(String key, Object... arguments) {
    return new Finding(
        key, java.util.Arrays.stream(arguments).map(String::valueOf).map(Finding::cut).toList());
  }

  private static String cut(String text) {
    if (text.length() <= LONGEST) return text;
    var end = Character.isHighSurrogate(text.charAt(LONGEST - 1)) ? LONGEST - 1 : LONGEST;
    return text.substring(0, end) + "…";
  }
}
