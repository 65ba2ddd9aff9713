package org.motcua.forms;

import java.text.Normalizer;
import java.util.Locale;
import java.util.regex.Pattern;

/** What people's typing goes through before it is an answer. */
final class Typing {

  private static final Pattern SPACES = Pattern.compile("[\\s\\p{Z}]+");
  private static final Pattern SPACES_IN_LINE = Pattern.compile("[^\\S\\n]+");
  private static final Pattern END_OF_LINE = Pattern.compile(" ?\\n ?");
  private static final Pattern EMPTY_LINES = Pattern.compile("\\n{3,}");
  private static final Pattern INVISIBLE = Pattern.compile("[\\p{Cc}\\p{Cf}\\p{Cs}&&[^\\n\\t]]");

  /** Composed letters, single spaces, no invisible signs. */
  static String line(String typed) {
    return SPACES.matcher(visible(typed)).replaceAll(" ").strip();
  }

  /** The same for several lines, of which at most one in a row stays empty. */
  static String lines(String typed) {
    var visible = visible(typed.replace("\r\n", "\n").replace('\r', '\n'));
    var spaced = SPACES_IN_LINE.matcher(visible).replaceAll(" ");
    var ended = END_OF_LINE.matcher(spaced).replaceAll("\n");
    return EMPTY_LINES.matcher(ended).replaceAll("\n\n").strip();
  }

  /** Digits as ASCII, whatever keyboard they came from; no spaces, dots or dashes between them. */
  static String digits(String typed) {
    var plain = new StringBuilder();
    line(typed)
        .codePoints()
        .filter(letter -> " .-\u2010\u2011\u2013".indexOf(letter) < 0)
        .forEach(letter -> append(plain, letter));
    return plain.toString();
  }

  /** Digits as ASCII, all else as it is. */
  static String plainDigits(String typed) {
    var plain = new StringBuilder();
    line(typed).codePoints().forEach(letter -> append(plain, letter));
    return plain.toString();
  }

  private static void append(StringBuilder plain, int letter) {
    if (Character.isDigit(letter)) plain.append(Character.digit(letter, 10));
    else plain.appendCodePoint(letter == '\uFF0B' ? '+' : letter);
  }

  private static String visible(String typed) {
    return INVISIBLE.matcher(Normalizer.normalize(typed, Normalizer.Form.NFC)).replaceAll("");
  }

  /** With a small first letter, so that it can stand inside a sentence; abbreviations stay. */
  static String inSentence(String label) {
    var stripped =
        label.endsWith("?") || label.endsWith(":") ? label.substring(0, label.length() - 1) : label;
    if (stripped.length() < 2
        || !Character.isLowerCase(stripped.charAt(1)) && stripped.charAt(1) != ' ') {
      return stripped;
    }
    return stripped.substring(0, 1).toLowerCase(Locale.ROOT) + stripped.substring(1);
  }

  /** In how many letters two words differ (Levenshtein). */
  static int distance(String one, String other) {
    var row = new int[other.length() + 1];
    for (int j = 0; j < row.length; j++) row[j] = j;
    for (int i = 1; i <= one.length(); i++) {
      var diagonal = row[0];
      row[0] = i;
      for (int j = 1; j < row.length; j++) {
        var above = row[j];
        var same = one.charAt(i - 1) == other.charAt(j - 1);
        row[j] = Math.min(Math.min(row[j - 1], above) + 1, diagonal + (same ? 0 : 1));
        diagonal = above;
      }
    }
    return row[other.length()];
  }

  private Typing() {}
}
