package org.motcua.organisation.model;

import java.time.LocalDate;
import java.time.Year;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.motcua.organisation.UnitCode;

public interface CalendarStore {

  /** Where changes are announced to all nodes. */
  String CHANNEL = "organisation_calendar";

  List<WeeklyOpening> listWeeklyOpenings();

  List<SpecialDay> listSpecialDays();

  List<SpecialDay> listSpecialDays(Year year);

  /** In the place of what was said of that day in that province. */
  void save(SpecialDay day);

  boolean remove(LocalDate day, @Nullable UnitCode province);

  /** Tells all nodes, when the transaction has committed, to look again. */
  void announceChange();
}
