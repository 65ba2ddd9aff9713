package org.motcua.identity.model;

import java.text.Normalizer;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * Whether two people wrote the same name: case, spaces and marks aside, since a number stands
 * beside it and many keyboards have no marks.
 */
public final class SameName {

  private static final Pattern MARKS = Pattern.compile("\\p{M}+");
  private static final Pattern SPACES = Pattern.compile("[\\s\\u00A0]+");

  public static boolean is(String one, String other) {
    return plain(one).equals(plain(other));
  }

  private static String plain(String name) {
    var letters = MARKS.matcher(Normalizer.normalize(name, Normalizer.Form.NFD)).replaceAll("");
    return SPACES
        .matcher(letters.toLowerCase(Locale.ROOT).replace('đ', 'd').strip())
        .replaceAll(" ");
  }

  private SameName() {}
}
