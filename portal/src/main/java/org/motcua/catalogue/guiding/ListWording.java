package org.motcua.catalogue.guiding;

import static java.util.stream.Collectors.joining;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.motcua.catalogue.Procedure.TimeUnit;
import org.motcua.catalogue.guiding.ChecklistRules.Fee;
import org.motcua.catalogue.guiding.ChecklistRules.Paper;
import org.motcua.catalogue.guiding.ChecklistRules.Time;
import org.motcua.organisation.Deadline.Day;
import org.motcua.platform.web.Language;
import org.motcua.platform.web.Page;

/** Says a checklist's figures as a person would. */
public record ListWording(Page page) {

  private static final Pattern CODE = Pattern.compile("\\b\\d\\.\\d{6}\\b");

  public String time(Time time) {
    return time.amount() == null || time.unit() == null
        ? page.t(time.note() == null ? "catalogue.guide.timeUnknown" : "catalogue.guide.timeNone")
        : page.t("catalogue.time." + time.unit(), time.amount());
  }

  public String fee(Fee fee) {
    var dong = fee.dong();
    if (dong == null) return page.t("catalogue.fee.byProvince");
    return dong == 0 ? page.t("catalogue.fee.free") : page.formats().money(dong);
  }

  /** {@code 1 bản chính, 2 bản sao · mẫu: CT01}. */
  public String sets(Paper paper) {
    var sets =
        Stream.of(
                paper.originals() > 0
                    ? page.t("catalogue.papers.originals", paper.originals())
                    : "",
                paper.copies() > 0 ? page.t("catalogue.papers.copies", paper.copies()) : "")
            .filter(text -> !text.isEmpty())
            .collect(joining(", "));
    var form = paper.form() == null ? "" : page.t("catalogue.papers.form", paper.form());
    return Stream.of(sets, form).filter(text -> !text.isEmpty()).collect(joining(" · "));
  }

  /** The papers under their headings, in order. */
  public List<Group> groups(List<Paper> papers) {
    var groups = new ArrayList<Group>();
    for (var paper : papers) {
      if (groups.isEmpty() || !Objects.equals(groups.getLast().heading(), paper.group())) {
        groups.add(new Group(paper.group(), new ArrayList<>()));
      }
      groups.getLast().papers().add(paper);
    }
    return groups;
  }

  public record Group(@Nullable String heading, List<Paper> papers) {}

  /** {@code thứ Hai ngày 23/11/2026}, or {@code Monday 23 November 2026}. */
  public String day(LocalDate date) {
    return switch (page.language()) {
      case VIETNAMESE ->
          page.t("catalogue.guide.weekday." + date.getDayOfWeek()) + " ngày " + page.date(date);
      case ENGLISH ->
          page.t("catalogue.guide.weekday." + date.getDayOfWeek()) + " " + page.date(date);
    };
  }

  /** How the day was reckoned, in a sentence. */
  public String why(Time time, DueDate due) {
    var off = new ArrayList<String>();
    if (due.weekends() > 0) off.add(page.t("catalogue.guide.due.weekends", due.weekends()));
    due.holidays().forEach(day -> off.add(holiday(day)));
    var calendarDays = time.unit() == TimeUnit.DAYS || time.unit() == TimeUnit.MONTHS;
    var key = calendarDays ? "catalogue.guide.due.calendar" : "catalogue.guide.due.working";
    if (off.isEmpty()) return page.t(key, time(time));
    return page.t(key + ".off", time(time), String.join(", ", off));
  }

  private String holiday(Day day) {
    var name = page.language() == Language.ENGLISH ? day.nameInEnglish() : day.name();
    return name == null ? page.date(day.date()) : name + " " + page.date(day.date());
  }

  /** The text cut where it names a procedure by its code, so that the code can be a link. */
  public static List<Piece> pieces(String text) {
    var pieces = new ArrayList<Piece>();
    var codes = CODE.matcher(text);
    var from = 0;
    while (codes.find()) {
      pieces.add(new Piece(text.substring(from, codes.start()), false));
      pieces.add(new Piece(codes.group(), true));
      from = codes.end();
    }
    pieces.add(new Piece(text.substring(from), false));
    return pieces;
  }

  public record Piece(String text, boolean code) {}
}
