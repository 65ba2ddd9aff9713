package org.motcua.simulators.outside.registers;

import java.text.Normalizer;
import java.util.Arrays;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Names are the same when people read them so: capital letters, spaces, the form of an apostrophe
 * and the vowel that a syllable's tone mark stands on (hoà, hòa) are matters of typing. A missing
 * mark is not.
 */
public final class SameName {

  private static final Pattern SPACES = Pattern.compile("[\\s\\u00a0]+");
  // Grave, acute, tilde, hook above, dot below, once letters and marks stand apart.
  private static final Pattern TONES = Pattern.compile("[\\u0300\\u0301\\u0303\\u0309\\u0323]");

  private static final Pattern APOSTROPHES = Pattern.compile("[\\u2018\\u2019\\u02bc]");

  private SameName() {}

  public static boolean of(String one, String other) {
    return key(one).equals(key(other));
  }

  static String key(String name) {
    return Arrays.stream(SPACES.split(APOSTROPHES.matcher(name.strip()).replaceAll("'")))
        .map(SameName::syllable)
        .collect(Collectors.joining(" "))
        .toLowerCase(Locale.ROOT);
  }

  /** The tone belongs to the whole syllable, so it moves to its end. */
  private static String syllable(String written) {
    var apart = Normalizer.normalize(written, Normalizer.Form.NFD);
    var tones = TONES.matcher(apart).results().map(found -> found.group());
    return TONES.matcher(apart).replaceAll("") + tones.collect(Collectors.joining());
  }
}
