package org.motcua.identity.model;

import java.util.regex.Pattern;

/** Numbers as people type them, with the spaces, dots and dashes of the card. */
final class Digits {

  private static final Pattern SEPARATORS = Pattern.compile("[\\s.\\-\\u00A0]+");

  static String of(String typed) {
    return SEPARATORS.matcher(typed).replaceAll("");
  }

  private Digits() {}
}
