package org.motcua.catalogue.proposing.text;

import java.text.Normalizer;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Optional;
import java.util.regex.Pattern;

/** Reads what was typed: {@code 50.000 đồng}, {@code 5/11/2014}. */
final class Typed {

  private static final Pattern UNSEEN = Pattern.compile("[\\p{Cntrl}&&[^\n\t]]");
  private static final Pattern NO_DIGITS = Pattern.compile("[\\s.,]|đồng|đ|vnđ|vnd");
  private static final Pattern DAY_FIRST =
      Pattern.compile("(\\d{1,2})[/.-](\\d{1,2})[/.-](\\d{4})");
  private static final DateTimeFormatter SHOWN = DateTimeFormatter.ofPattern("dd/MM/yyyy");

  /** Letters as one sign each, lines ended in one way, no spaces around, nothing unseen. */
  static String clean(String text) {
    var lines = text.replace("\r\n", "\n").replace('\r', '\n');
    var seen = UNSEEN.matcher(lines).replaceAll("");
    return Normalizer.normalize(seen, Normalizer.Form.NFC).strip();
  }

  static Optional<Long> number(String text, boolean money) {
    var digits =
        money ? NO_DIGITS.matcher(text.toLowerCase(java.util.Locale.ROOT)).replaceAll("") : text;
    return digits.matches("\\d{1,15}") ? Optional.of(Long.parseLong(digits)) : Optional.empty();
  }

  /** Day first, as everybody writes here; also as programs write. */
  static Optional<LocalDate> date(String text) {
    try {
      var match = DAY_FIRST.matcher(text);
      if (!match.matches()) return Optional.of(LocalDate.parse(text)).filter(Typed::plausible);
      return Optional.of(
              LocalDate.of(
                  Integer.parseInt(match.group(3)),
                  Integer.parseInt(match.group(2)),
                  Integer.parseInt(match.group(1))))
          .filter(Typed::plausible);
    } catch (DateTimeException e) {
      return Optional.empty();
    }
  }

  /** A date as it is shown in its field again; what is none, as it was typed. */
  static String shownDate(String kept) {
    return date(kept).map(SHOWN::format).orElse(kept);
  }

  private static boolean plausible(LocalDate date) {
    return date.getYear() >= 1900 && date.getYear() < 2200;
  }

  private Typed() {}
}
