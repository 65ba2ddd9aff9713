package org.motcua.organisation;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * When something is due, and day by day how that was reached.
 *
 * @param explanation every day from the start to the due one, in order
 */
public record Deadline(Instant dueAt, List<Day> explanation) {

  /** Whether every day on the way is certain; the government announces some days late. */
  public boolean confirmed() {
    return explanation.stream().allMatch(Day::confirmed);
  }

  /**
   * @param counted how much of the allotted time this day took up; none of it on a day off
   * @param name what a special day is called in Vietnamese: {@code Tết Nguyên đán}
   * @param nameInEnglish the same in English
   */
  public record Day(
      LocalDate date,
      DayKind kind,
      WorkingTime counted,
      @Nullable String name,
      @Nullable String nameInEnglish,
      boolean confirmed) {}

  public enum DayKind {
    /** An ordinary day on which offices open. */
    WORKING,
    /** A day on which offices open to make up for another one. */
    MADE_UP,
    /** Offices open for a part of the day. */
    SHORTENED,
    /** Offices do not open on this day of the week. */
    WEEKEND,
    HOLIDAY
  }
}
