package org.motcua.forms;

import java.time.LocalDate;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * How the numbers of identity papers are made (Decree 137/2015): twelve digits are the code of the
 * province of birth registration, one digit for century and sex, two for the year of birth, and six
 * at random. The nine digits of the earlier card tell nothing.
 */
final class IdNumbers {

  static final int OLD = 9;
  static final int CITIZEN = 12;
  static final Set<Integer> ANY = Set.of(OLD, CITIZEN);

  /** The codes of 2004's provinces; a number keeps its own through every reform. */
  private static final Set<String> PROVINCES =
      Set.of(
          "001", "002", "004", "006", "008", "010", "011", "012", "014", "015", "017", "019", "020",
          "022", "024", "025", "026", "027", "030", "031", "033", "034", "035", "036", "037", "038",
          "040", "042", "044", "045", "046", "048", "049", "051", "052", "054", "056", "058", "060",
          "062", "064", "066", "067", "068", "070", "072", "074", "075", "077", "079", "080", "082",
          "083", "084", "086", "087", "089", "091", "092", "093", "094", "095", "096");

  private static final int FIRST_CENTURY = 1900;

  /** The message that says what is wrong with a number, or null if nothing is. */
  static @Nullable String fault(String number, Set<Integer> lengths, LocalDate today) {
    if (!number.chars().allMatch(digit -> digit >= '0' && digit <= '9')) {
      return "forms.fault.id.digits";
    }
    if (!lengths.contains(number.length())) {
      return lengths.contains(OLD) && lengths.contains(CITIZEN)
          ? "forms.fault.id.length"
          : lengths.contains(CITIZEN) ? "forms.fault.id.twelve" : "forms.fault.id.nine";
    }
    if (number.length() != CITIZEN) return null;
    if (!PROVINCES.contains(number.substring(0, 3))) return "forms.fault.id.province";
    return birthYear(number) > today.getYear() ? "forms.fault.id.year" : null;
  }

  /** Whether the year in a number is that of a birth; a number that tells none agrees. */
  static boolean agreesWithBirth(String number, LocalDate born) {
    return number.length() != CITIZEN || birthYear(number) == born.getYear();
  }

  /** The fourth digit counts centuries by twos: 0 and 1 the 20th, 2 and 3 the 21st. */
  private static int birthYear(String number) {
    return FIRST_CENTURY
        + (number.charAt(3) - '0') / 2 * 100
        + Integer.parseInt(number.substring(4, 6));
  }

  private IdNumbers() {}
}
