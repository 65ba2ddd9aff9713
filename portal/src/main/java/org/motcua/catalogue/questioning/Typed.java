package org.motcua.catalogue.questioning;

import org.jspecify.annotations.Nullable;

/** What somebody typed into a field, as it is kept. */
final class Typed {

  /** Browsers send line ends of two characters, which nobody sees or counts. */
  static String text(@Nullable String typed) {
    if (typed == null) return "";
    return typed
        .replace("\r\n", "\n")
        .replace('\r', '\n')
        .replaceAll("[\\p{Cntrl}&&[^\n\t]]", "")
        .strip();
  }

  static String line(@Nullable String typed) {
    return text(typed).replaceAll("\\s+", " ");
  }

  private Typed() {}
}
