package org.motcua.organisation.model;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.motcua.organisation.UnitCode;

/**
 * A day that differs from its week.
 *
 * @param province where; {@code null} in the whole country
 * @param confirmed whether the government has announced it
 */
public record SpecialDay(
    LocalDate day,
    @Nullable UnitCode province,
    Kind kind,
    String name,
    String nameInEnglish,
    boolean confirmed) {

  public enum Kind {
    HOLIDAY,
    /** Open like a Monday, to make up for a day off. */
    MADE_UP,
    /** Open in the morning only. */
    MORNING,
    AFTERNOON
  }
}
