package org.motcua.payments.reconciling;

import java.io.IOException;
import java.io.InputStream;
import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/** Reads our bank's statement of a day: {@code id,account,kind,dong,text,at}. */
final class StatementReader {

  static final String HEADER = "id,account,kind,dong,text,at";

  private static final Pattern ID = Pattern.compile("[0-9A-Za-z._-]{1,64}");
  private static final Pattern KIND = Pattern.compile("(?i)CREDIT|DEBIT");
  private static final Pattern DONG = Pattern.compile("[1-9]\\d{0,14}");
  private static final Pattern PASSED_ON =
      Pattern.compile("(?<way>[A-Za-z]{2,20}) (?<day>\\d{4}-\\d{2}-\\d{2})");

  /**
   * Money that came to an account or went from it.
   *
   * @param id the bank's number
   * @param text what its sender wrote
   */
  record Entry(
      long line, String id, String account, boolean credit, long dong, String text, Instant at) {

    /** Which gateway's money of which day it is: its name and the day are all that stands there. */
    Optional<PassedOn> passedOn() {
      var found = PASSED_ON.matcher(text);
      if (!found.matches()) return Optional.empty();
      try {
        var way = found.group("way").toLowerCase(Locale.ROOT);
        return Optional.of(new PassedOn(way, LocalDate.parse(found.group("day"))));
      } catch (DateTimeParseException e) {
        return Optional.empty();
      }
    }
  }

  record PassedOn(String way, LocalDate day) {}

  interface Entries {
    void take(Entry entry) throws IOException;
  }

  static void read(InputStream file, Entries entries) throws IOException {
    var reader = new LineReader(file, HEADER);
    for (var columns = reader.nextColumns(); columns != null; columns = reader.nextColumns()) {
      reader.require(ID.matcher(columns[0]).matches(), FileFault.TRANSACTION);
      reader.require(KIND.matcher(columns[2]).matches(), FileFault.KIND);
      reader.require(DONG.matcher(columns[3]).matches(), FileFault.DONG);
      entries.take(
          new Entry(
              reader.line(),
              columns[0],
              columns[1],
              columns[2].equalsIgnoreCase("CREDIT"),
              Long.parseLong(columns[3]),
              columns[4].strip(),
              reader.time(columns[5]).toInstant()));
    }
  }

  private StatementReader() {}
}
