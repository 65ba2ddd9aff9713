package org.motcua.catalogue.guiding;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.motcua.catalogue.Procedure;
import org.motcua.catalogue.Procedure.CasePapers;
import org.motcua.catalogue.Procedure.Channel;
import org.motcua.catalogue.Procedure.Level;
import org.motcua.catalogue.Procedure.Manner;
import org.motcua.catalogue.guiding.ChecklistRules.Choice;
import org.motcua.catalogue.guiding.ChecklistRules.Fee;
import org.motcua.catalogue.guiding.ChecklistRules.Paper;
import org.motcua.catalogue.guiding.ChecklistRules.Place;
import org.motcua.catalogue.guiding.ChecklistRules.Question;
import org.motcua.catalogue.guiding.ChecklistRules.Time;

/**
 * Rules for a procedure for which nobody has written any: which of its cases, by which channel, at
 * which of its levels. They say no more than the procedure's text does.
 */
final class RulesOfAnyProcedure {

  private static final String CASE = "case";
  private static final String CHANNEL = "channel";
  private static final String LEVEL = "level";

  /** None of the cases, or the reader cannot tell: all of them are listed under their names. */
  private static final String UNSURE = "unsure";

  /** Numbering and bullets before a heading: {@code (2).}, {@code a)}, {@code ++}. */
  private static final Pattern NUMBERING =
      Pattern.compile("^[\\s*+.\\-–•]*(?:\\(?[0-9a-zđivx]{1,3}\\s*[).]+[\\s.]*)?");

  /** Headings that tell one case from another; others only sort the papers. */
  private static final Pattern CASE_HEADING =
      Pattern.compile(
          "^(?:trường hợp|đối với|khi|nếu)\\s.*",
          Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE | Pattern.DOTALL);

  private final Procedure procedure;
  private final List<Question> questions = new ArrayList<>();

  private RulesOfAnyProcedure(Procedure procedure) {
    this.procedure = procedure;
  }

  static ChecklistRules of(Procedure procedure) {
    return new RulesOfAnyProcedure(procedure).rules();
  }

  private ChecklistRules rules() {
    var papers = papers();
    var channels = channels();
    var where = where();
    return new ChecklistRules(
        procedure.code(),
        questions,
        papers,
        channels.stream().flatMap(channel -> fees(channel).stream()).toList(),
        times(channels),
        where,
        List.of(),
        List.of());
  }

  private List<Paper> papers() {
    var cases = procedure.papers().stream().filter(RulesOfAnyProcedure::isCase).toList();
    var asked = cases.size() > 1;
    if (asked) askForCase(cases);
    var papers = new ArrayList<Paper>();
    for (var group : procedure.papers()) {
      var number = cases.indexOf(group);
      var when =
          asked && number >= 0
              ? new Condition(Map.of(CASE, List.of(valueOfCase(number), UNSURE)))
              : Condition.ALWAYS;
      for (var paper : group.papers()) {
        papers.add(paper(paper, group.when(), when, papers.size()));
      }
    }
    return papers;
  }

  private void askForCase(List<CasePapers> cases) {
    var choices = new ArrayList<Choice>();
    for (var each = 0; each < cases.size(); each++) {
      choices.add(new Choice(valueOfCase(each), heading(cases.get(each).when()), null, null, null));
    }
    choices.add(
        new Choice(
            UNSURE,
            "Tôi không rõ, hoặc không thuộc trường hợp nào ở trên",
            "I am not sure, or none of these",
            "Danh sách sẽ nêu giấy tờ của mọi trường hợp.",
            "The list will name the papers of every case."));
    questions.add(
        new Question(
            CASE,
            "Trường hợp nào đúng với bạn?",
            "Which of these cases is yours?",
            null,
            null,
            choices,
            Condition.ALWAYS));
  }

  private static boolean isCase(CasePapers group) {
    return group.when() != null && CASE_HEADING.matcher(heading(group.when())).matches();
  }

  private static String heading(@Nullable String text) {
    if (text == null) return "";
    var bare = NUMBERING.matcher(text.strip()).replaceFirst("").replaceFirst("[:;,.\\s]+$", "");
    return bare.isEmpty() ? text.strip() : bare;
  }

  private static String valueOfCase(int number) {
    return CASE + "-" + (number + 1);
  }

  private static Paper paper(
      Procedure.Paper paper, @Nullable String group, Condition when, int number) {
    return new Paper(
        "paper-" + (number + 1),
        paper.name(),
        null,
        null,
        null,
        group == null ? null : heading(group),
        paper.originals(),
        paper.copies(),
        paper.form(),
        paper.formAddress(),
        false,
        when);
  }

  /** Those that differ in time or fee; asked for only where they do. */
  private List<Channel> channels() {
    var channels = procedure.channels();
    var differ = channels.stream().map(Channel::timeLimits).distinct().count() > 1;
    if (!differ) return channels.stream().limit(1).toList();
    if (channels.stream().map(Channel::manner).distinct().count() == 1) return channels;
    questions.add(
        new Question(
            CHANNEL,
            "Bạn muốn nộp hồ sơ bằng cách nào?",
            "How would you like to apply?",
            "Thời hạn hoặc lệ phí khác nhau tùy cách nộp.",
            "The time limit or the fee depends on it.",
            channels.stream().map(Channel::manner).distinct().map(this::choice).toList(),
            Condition.ALWAYS));
    return channels;
  }

  private Choice choice(Manner manner) {
    return switch (manner) {
      case IN_PERSON -> choice(manner, "Trực tiếp, tại nơi nhận hồ sơ", "In person at the office");
      case ONLINE -> choice(manner, "Trực tuyến, trên mạng", "Online");
      case POST -> choice(manner, "Qua bưu chính", "By post");
    };
  }

  private static Choice choice(Enum<?> value, String label, String labelEnglish) {
    return new Choice(spelled(value), label, labelEnglish, null, null);
  }

  private static String spelled(Enum<?> value) {
    return value.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  private Condition by(Channel channel) {
    return isAsked(CHANNEL)
        ? new Condition(Map.of(CHANNEL, List.of(spelled(channel.manner()))))
        : Condition.ALWAYS;
  }

  private boolean isAsked(String question) {
    return questions.stream().anyMatch(each -> each.id().equals(question));
  }

  private List<Fee> fees(Channel channel) {
    return channel.timeLimits().stream()
        .flatMap(limit -> limit.fees().stream())
        .distinct()
        .map(fee -> new Fee(fee.dong(), fee.note(), null, by(channel)))
        .toList();
  }

  /** The first limit with a number is the time; what other limits say is told as its note. */
  private List<Time> times(List<Channel> channels) {
    var times = new ArrayList<Time>();
    for (var channel : channels) times.add(time(channel));
    times.add(new Time(null, null, null, null, null, Condition.ALWAYS));
    return times;
  }

  private Time time(Channel channel) {
    var limits = channel.timeLimits();
    var notes = new LinkedHashSet<String>();
    limits.forEach(limit -> add(notes, limit.note()));
    var note = notes.isEmpty() ? null : String.join("\n", notes);
    return limits.stream()
        .filter(limit -> limit.amount() != null && limit.unit() != null)
        .findFirst()
        .map(limit -> new Time(limit.amount(), limit.unit(), null, note, null, by(channel)))
        .orElseGet(() -> new Time(null, null, null, note, null, by(channel)));
  }

  private static void add(Set<String> notes, @Nullable String note) {
    if (note != null && !note.isBlank()) notes.add(note.strip());
  }

  private List<Place> where() {
    var levels = procedure.levels().stream().distinct().toList();
    if (levels.isEmpty()) return List.of(place(Office.CENTRAL, Condition.ALWAYS));
    if (levels.size() == 1) return List.of(place(office(levels.getFirst()), Condition.ALWAYS));
    questions.add(
        new Question(
            LEVEL,
            "Bạn nộp hồ sơ ở cấp nào?",
            "At which level do you apply?",
            "Thủ tục này được làm ở nhiều cấp, tùy vụ việc. Không rõ thì chọn cấp gần bạn nhất và"
                + " hỏi tại đó.",
            "It is done at several levels, depending on the matter. If unsure, take the nearest one"
                + " and ask there.",
            levels.stream().map(RulesOfAnyProcedure::choice).toList(),
            Condition.ALWAYS));
    return levels.stream()
        .map(level -> place(office(level), new Condition(Map.of(LEVEL, List.of(spelled(level))))))
        .toList();
  }

  private static Choice choice(Level level) {
    return switch (level) {
      case COMMUNE -> choice(level, "Cấp xã: xã, phường, thị trấn", "Commune, ward or township");
      case DISTRICT -> choice(level, "Cấp huyện", "District");
      case PROVINCE -> choice(level, "Cấp tỉnh: tỉnh, thành phố", "Province or city");
      case MINISTRY -> choice(level, "Cấp bộ: cơ quan trung ương", "Ministry, a central agency");
      case OTHER -> choice(level, "Cơ quan khác", "Another agency");
    };
  }

  private static String office(Level level) {
    return switch (level) {
      case COMMUNE, DISTRICT, PROVINCE -> level.name();
      case MINISTRY, OTHER -> Office.CENTRAL;
    };
  }

  /** The text names the kind of agency; the committee of a commune is known by its own name. */
  private Place place(String at, Condition when) {
    var names =
        procedure.agencies().executing().stream()
            .map(Procedure.AgencyName::name)
            .distinct()
            .toList();
    var office = names.isEmpty() ? null : String.join("; ", names);
    if (at.equals(Level.COMMUNE.name()) && office != null) {
      if (office.startsWith("Ủy ban nhân dân") && names.size() == 1) office = null;
      else if (office.equals("Công an cấp xã")) office = "Công an {place}";
    }
    return new Place(at, office, null, null, null, null, null, when);
  }
}
