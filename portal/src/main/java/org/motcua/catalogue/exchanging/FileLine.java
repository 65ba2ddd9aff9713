package org.motcua.catalogue.exchanging;

import org.jspecify.annotations.Nullable;

/**
 * A line of a file, or what kept it from being read.
 *
 * @param end where the next line begins
 * @param text null where it is too long or no text
 */
record FileLine(int number, long end, @Nullable String text, Fault fault) {

  enum Fault {
    NONE,
    TOO_LONG,
    NOT_UTF8,
    UTF16
  }

  boolean isEmpty() {
    return text != null && text.isBlank();
  }
}
