package org.motcua.dossiers.clock;

import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.motcua.organisation.WorkingTime;
import org.motcua.platform.clock.CountryTime;

/**
 * How a due time came about, reckoned anew by the calendar as it is today.
 *
 * @param days every day from the submission to the due one, in order
 * @param firstDueAt what came out at the submission
 * @param dueAt what comes out; while the clock stands still, what came out before
 */
public record ExplainedTerm(
    Instant submittedAt,
    List<Day> days,
    List<Interruption> interruptions,
    Instant firstDueAt,
    Instant dueAt) {

  public ExplainedTerm {
    days = List.copyOf(days);
    interruptions = List.copyOf(interruptions);
  }

  public enum Kind {
    /** An ordinary working day. */
    WORKING,
    MADE_UP,
    SHORTENED,
    WEEKEND,
    HOLIDAY,
    /** Counted as a whole, whether offices are open or not. */
    CALENDAR,
    /** The clock stands still for the whole of it. */
    PAUSED,
    /** Before counting begins, or after it has ended. */
    OUTSIDE
  }

  /**
   * @param counted how much of the allotted working time it took up
   * @param name what a special day is called
   * @param confirmed whether the government has announced it
   */
  public record Day(
      LocalDate date,
      Kind kind,
      WorkingTime counted,
      @Nullable String name,
      @Nullable String nameInEnglish,
      boolean confirmed) {

    Day and(WorkingTime more) {
      return new Day(date, kind, counted.plus(more), name, nameInEnglish, confirmed);
    }

    /** Whether it says more than that offices are open, or closed as every week. */
    public boolean special() {
      return name != null;
    }
  }

  /**
   * @param length how much working time went by meanwhile; so far, while it lasts
   * @param left how much was left of the allotted time when it began
   * @param dueAfter when the dossier was due then; {@code null} while it lasts
   */
  public record Interruption(
      Pause pause, WorkingTime length, WorkingTime left, @Nullable Instant dueAfter) {

    /** Days by the calendar, begun ones included. */
    public long days(Instant now) {
      var to = pause.to() == null ? now : pause.to();
      return ChronoUnit.DAYS.between(dayOf(pause.from()), dayOf(to)) + 1;
    }
  }

  public WorkingTime counted() {
    return days.stream().map(Day::counted).reduce(WorkingTime.ZERO, WorkingTime::plus);
  }

  public boolean confirmed() {
    return days.stream().allMatch(Day::confirmed);
  }

  public boolean paused() {
    return !interruptions.isEmpty() && interruptions.getLast().dueAfter() == null;
  }

  public List<Day> specialDays() {
    return days.stream().filter(Day::special).toList();
  }

  /** From Monday to Sunday, with nothing where the first week has not begun or the last is over. */
  public List<Week> weeks() {
    var weeks = new ArrayList<Week>();
    var week = new ArrayList<@Nullable Day>();
    for (var day : days) {
      var place = day.date().getDayOfWeek().getValue() - 1;
      while (week.size() < place) week.add(null);
      week.add(day);
      if (place == 6) {
        weeks.add(new Week(week));
        week = new ArrayList<>();
      }
    }
    if (!week.isEmpty()) {
      while (week.size() < 7) week.add(null);
      weeks.add(new Week(week));
    }
    return weeks;
  }

  /** Seven days, some of which may lie outside of the term. */
  public record Week(List<@Nullable Day> days) {

    public boolean wholly(Kind kind) {
      return days.stream().allMatch(day -> day != null && day.kind() == kind);
    }
  }

  static LocalDate dayOf(Instant moment) {
    return moment.atZone(CountryTime.ZONE).toLocalDate();
  }
}
