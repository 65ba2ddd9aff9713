package org.motcua.organisation.scheduling;

import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.motcua.organisation.model.SpecialDay;

/**
 * A line of the calendar.
 *
 * @param place the province whose exception it is; {@code null} in the whole country
 */
public record DayRow(SpecialDay day, String province, @Nullable String place, boolean editable) {

  public String kindKey() {
    return "organisation.day." + day.kind().name().toLowerCase(Locale.ROOT);
  }

  public String weekdayKey() {
    return "organisation.weekday." + day.day().getDayOfWeek().getValue();
  }
}
