package org.motcua.organisation;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.motcua.organisation.model.CalendarStore;
import org.motcua.organisation.model.OfficeHours;
import org.motcua.organisation.model.SpecialDay;
import org.motcua.organisation.model.WeeklyOpening;
import org.motcua.platform.notify.NoticeListener;
import org.springframework.stereotype.Component;

/** The calendar that this node reckons by; the database tells when to look again. */
@Component
class CalendarInMemory implements NoticeListener {

  private final CalendarStore store;
  private volatile @Nullable Calendar current;

  CalendarInMemory(CalendarStore store) {
    this.store = store;
  }

  OfficeHours hoursOf(@Nullable UnitCode province) {
    var calendar = current;
    if (calendar == null) {
      calendar = load();
      current = calendar;
    }
    return calendar.hoursOf(province);
  }

  private Calendar load() {
    return new Calendar(store.listWeeklyOpenings(), store.listSpecialDays());
  }

  @Override
  public String channel() {
    return CalendarStore.CHANNEL;
  }

  @Override
  public void listening() {
    current = null;
  }

  @Override
  public void heard(List<String> payloads) {
    current = load();
  }

  /** Most provinces have no exception and share the country's hours. */
  private static class Calendar {

    private final OfficeHours country;
    private final Map<UnitCode, OfficeHours> exceptions = new HashMap<>();

    Calendar(List<WeeklyOpening> openings, List<SpecialDay> days) {
      country = new OfficeHours(openings, days, null);
      openings.forEach(opening -> addException(opening.province(), openings, days));
      days.forEach(day -> addException(day.province(), openings, days));
    }

    private void addException(
        @Nullable UnitCode province, List<WeeklyOpening> openings, List<SpecialDay> days) {
      if (province == null) return;
      exceptions.computeIfAbsent(province, p -> new OfficeHours(openings, days, p));
    }

    OfficeHours hoursOf(@Nullable UnitCode province) {
      return province == null ? country : exceptions.getOrDefault(province, country);
    }
  }
}
