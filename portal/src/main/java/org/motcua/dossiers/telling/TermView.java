package org.motcua.dossiers.telling;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.format.TextStyle;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.motcua.dossiers.clock.ExplainedTerm;
import org.motcua.dossiers.model.Dossier;
import org.motcua.organisation.WorkingTime;
import org.motcua.platform.clock.CountryTime;
import org.motcua.platform.web.Language;
import org.motcua.platform.web.ui.TimelineEntry;

/**
 * Why a dossier is due when it is.
 *
 * @param story how the due time came about, step by step
 * @param dueAt what was promised, and holds
 * @param reckoned what comes out by today's calendar, where that is something else
 */
public record TermView(
    Dossier dossier,
    String service,
    ExplainedTerm term,
    List<TimelineEntry> story,
    Instant dueAt,
    @Nullable Instant reckoned,
    Language language) {

  public TermView {
    story = List.copyOf(story);
  }

  public List<DayOfWeek> weekdays() {
    return Stream.of(DayOfWeek.values()).toList();
  }

  /** {@code T2}, {@code Mon}. */
  public String abbreviated(DayOfWeek weekday) {
    return language == Language.VIETNAMESE
        ? weekday == DayOfWeek.SUNDAY ? "CN" : "T" + (weekday.getValue() + 1)
        : weekday.getDisplayName(TextStyle.SHORT, Locale.ENGLISH);
  }

  public String name(DayOfWeek weekday) {
    return weekday.getDisplayName(TextStyle.FULL, language.locale());
  }

  /** The month, too, where a reader needs it: {@code 28}, {@code 1/12}. */
  public String number(LocalDate date) {
    var first = term.days().getFirst().date();
    return date.getDayOfMonth() == 1 || date.equals(first)
        ? date.getDayOfMonth() + "/" + date.getMonthValue()
        : String.valueOf(date.getDayOfMonth());
  }

  /** {@code 8h}, {@code 1h30}. */
  public String brief(WorkingTime time) {
    var minutes = minutes(time) % 60;
    return minutes(time) / 60 + "h" + (minutes == 0 ? "" : "%02d".formatted(minutes));
  }

  /** To the nearest one. */
  public static long minutes(WorkingTime time) {
    return time.length().plusSeconds(30).toMinutes();
  }

  public boolean due(LocalDate date) {
    return !term.paused() && date.equals(day(term.dueAt()));
  }

  public boolean submitted(LocalDate date) {
    return date.equals(day(term.submittedAt()));
  }

  public @Nullable String special(ExplainedTerm.Day day) {
    return language == Language.VIETNAMESE ? day.name() : day.nameInEnglish();
  }

  private static LocalDate day(Instant moment) {
    return moment.atZone(CountryTime.ZONE).toLocalDate();
  }
}
