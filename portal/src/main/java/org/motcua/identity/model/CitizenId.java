package org.motcua.identity.model;

import java.time.LocalDate;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.motcua.identity.Gender;

/**
 * The number of an identity card: 9 digits (CMND) or 12 (CCCD, the personal identification number
 * of Circular 07/2016/TT-BCA: where born, century and gender, year, six digits by lot).
 */
public record CitizenId(String digits) {

  private static final Pattern OLD = Pattern.compile("\\d{9}");
  private static final Pattern PERSONAL = Pattern.compile("(\\d{3})(\\d)(\\d{2})\\d{6}");

  /** The 63 provinces as they stood when the numbers were given out. */
  private static final Set<String> PROVINCES =
      Set.of(
          ("001 002 004 006 008 010 011 012 014 015 017 019 020 022 024 025 026 027 030 031 033 034"
                  + " 035 036 037 038 040 042 044 045 046 048 049 051 052 054 056 058 060 062 064"
                  + " 066 067 068 070 072 074 075 077 079 080 082 083 084 086 087 089 091 092 093"
                  + " 094 095 096")
              .split(" "));

  public static Optional<CitizenId> parse(String typed) {
    var digits = Digits.of(typed);
    if (OLD.matcher(digits).matches()) return Optional.of(new CitizenId(digits));
    var parts = PERSONAL.matcher(digits);
    return parts.matches() && knownBirthplace(parts.group(1))
        ? Optional.of(new CitizenId(digits))
        : Optional.empty();
  }

  /** From 100 on the code is that of the country of one born abroad. */
  private static boolean knownBirthplace(String code) {
    return PROVINCES.contains(code) || Integer.parseInt(code) >= 100;
  }

  /** Whether it is the number for life, of 12 digits, not that of a former card. */
  public boolean personal() {
    return PERSONAL.matcher(digits).matches();
  }

  /** Even for men, odd for women; a number of 9 digits does not say. */
  public Optional<Gender> gender() {
    var parts = PERSONAL.matcher(digits);
    if (!parts.matches()) return Optional.empty();
    return Optional.of(Integer.parseInt(parts.group(2)) % 2 == 0 ? Gender.MALE : Gender.FEMALE);
  }

  /** Whether somebody born on that day can have this number. */
  public boolean fits(LocalDate born) {
    var parts = PERSONAL.matcher(digits);
    if (!parts.matches()) return true;
    var century = 1900 + 100 * (Integer.parseInt(parts.group(2)) / 2);
    return born.getYear() == century + Integer.parseInt(parts.group(3));
  }
}
