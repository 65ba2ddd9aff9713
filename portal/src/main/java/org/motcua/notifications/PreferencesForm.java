package org.motcua.notifications;

import java.time.LocalTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.motcua.platform.web.ui.Choice;

/**
 * What is chosen on the page; boxes that are not ticked are not sent.
 *
 * @param dossiers ways in which to tell of dossiers: {@code SMS}, {@code MAIL}
 * @param quiet {@code YES} or {@code NO}
 */
public record PreferencesForm(
    List<String> dossiers, List<String> other, String quiet, String from, String until) {

  static final String SMS = "SMS";
  static final String MAIL = "MAIL";
  static final String YES = "YES";
  static final String NO = "NO";

  private static final DateTimeFormatter HOUR = DateTimeFormatter.ofPattern("HH:mm");
  private static final String EVENING = "21:00";
  private static final String MORNING = "07:00";

  public PreferencesForm(
      @Nullable List<String> dossiers,
      @Nullable List<String> other,
      @Nullable String quiet,
      @Nullable String from,
      @Nullable String until) {
    this.dossiers = dossiers == null ? List.of() : dossiers;
    this.other = other == null ? List.of() : other;
    this.quiet = quiet == null ? "" : quiet;
    this.from = from == null ? "" : from;
    this.until = until == null ? "" : until;
  }

  static PreferencesForm of(Preferences preferences) {
    var quiet = preferences.quiet();
    return new PreferencesForm(
        ways(NoticeKind.DOSSIERS, preferences),
        ways(NoticeKind.OTHER, preferences),
        quiet == null ? NO : YES,
        quiet == null ? EVENING : HOUR.format(quiet.from()),
        quiet == null ? MORNING : HOUR.format(quiet.until()));
  }

  private static List<String> ways(NoticeKind kind, Preferences preferences) {
    var ways = new ArrayList<String>();
    if (preferences.bySms().contains(kind)) ways.add(SMS);
    if (preferences.byMail().contains(kind)) ways.add(MAIL);
    return ways;
  }

  Set<NoticeKind> by(String way) {
    var kinds = EnumSet.noneOf(NoticeKind.class);
    if (dossiers.contains(way)) kinds.add(NoticeKind.DOSSIERS);
    if (other.contains(way)) kinds.add(NoticeKind.OTHER);
    return kinds;
  }

  /** Whole hours are offered; any time of day is understood. */
  static Optional<LocalTime> time(String typed) {
    try {
      return Optional.of(LocalTime.parse(typed, HOUR));
    } catch (DateTimeParseException e) {
      return Optional.empty();
    }
  }

  /** What is offered, and what was chosen before, should it be none of these. */
  static List<Choice> hours(String chosen) {
    var hours = new TreeSet<String>();
    for (var hour = 0; hour < 24; hour++) hours.add(HOUR.format(LocalTime.of(hour, 0)));
    if (time(chosen).isPresent()) hours.add(chosen);
    return hours.stream().map(hour -> new Choice(hour, hour)).toList();
  }
}
