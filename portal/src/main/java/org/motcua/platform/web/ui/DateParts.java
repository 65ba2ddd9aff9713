package org.motcua.platform.web.ui;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A date as it is typed: three boxes, so that what cannot be a date is shown again as it was
 * written. Binds from the fields {@code name.day}, {@code name.month}, {@code name.year}.
 */
public record DateParts(@Nullable String day, @Nullable String month, @Nullable String year) {

  public static final DateParts EMPTY = new DateParts(null, null, null);

  public static DateParts of(@Nullable LocalDate date) {
    return date == null
        ? EMPTY
        : new DateParts(
            Integer.toString(date.getDayOfMonth()),
            Integer.toString(date.getMonthValue()),
            Integer.toString(date.getYear()));
  }

  public boolean isEmpty() {
    return blank(day) && blank(month) && blank(year);
  }

  /** The date, if these three are one; a year has four digits. */
  public Optional<LocalDate> toDate() {
    if (day == null || month == null || year == null || year.strip().length() != 4) {
      return Optional.empty();
    }
    try {
      return Optional.of(
          LocalDate.of(
              Integer.parseInt(year.strip()),
              Integer.parseInt(month.strip()),
              Integer.parseInt(day.strip())));
    } catch (NumberFormatException | DateTimeException e) {
      return Optional.empty();
    }
  }

  private static boolean blank(@Nullable String part) {
    return part == null || part.isBlank();
  }
}
