package org.motcua.identity.model;

import java.text.Normalizer;
import java.util.Locale;
import java.util.regex.Pattern;

/** A person's name so that two spellings of it can be compared. */
public record SpelledName(String value) {

  private static final Pattern SPACES = Pattern.compile("[\\s\\u00A0]+");

  public static SpelledName of(String typed) {
    var composed = Normalizer.normalize(typed, Normalizer.Form.NFC);
    return new SpelledName(
        SPACES.matcher(composed).replaceAll(" ").strip().toLowerCase(Locale.ROOT));
  }
}
