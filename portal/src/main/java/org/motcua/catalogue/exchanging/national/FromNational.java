package org.motcua.catalogue.exchanging.national;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.motcua.catalogue.Procedure;
import org.motcua.catalogue.Procedure.Agencies;
import org.motcua.catalogue.Procedure.AgencyName;
import org.motcua.catalogue.Procedure.Audience;
import org.motcua.catalogue.Procedure.CasePapers;
import org.motcua.catalogue.Procedure.CaseSteps;
import org.motcua.catalogue.Procedure.Channel;
import org.motcua.catalogue.Procedure.Fee;
import org.motcua.catalogue.Procedure.Field;
import org.motcua.catalogue.Procedure.LegalText;
import org.motcua.catalogue.Procedure.Level;
import org.motcua.catalogue.Procedure.Manner;
import org.motcua.catalogue.Procedure.OnlineLevel;
import org.motcua.catalogue.Procedure.Paper;
import org.motcua.catalogue.Procedure.PublishingDecision;
import org.motcua.catalogue.Procedure.Result;
import org.motcua.catalogue.Procedure.TimeLimit;
import org.motcua.catalogue.ProcedureCode;
import tools.jackson.databind.JsonNode;

/** Understands one entry of the national database, and notes what is odd about it. */
final class FromNational {

  /** What somebody once typed about a fee often has the number of sets in front. */
  private static final Pattern FREE = Pattern.compile("\\d{0,2}\\s*Miễn phí\\.?");

  private static final Pattern WHOLE_NUMBER = Pattern.compile("\\d{1,5}");

  /** The end of a date and the number of copies, run together: {@code …/2025} and {@code 1}. */
  private static final Pattern YEAR_AND_NUMBER = Pattern.compile("(20\\d\\d)(\\d)");

  private static final Pattern HTML = Pattern.compile("<[/!]?[a-zA-Z][^<>]*>");
  private static final int MANY_COPIES = 100;
  private static final int LEAST_FEE = 1_000;

  private final NationalProcedure line;
  private final List<Finding> remarks = new ArrayList<>();

  FromNational(NationalProcedure line) {
    this.line = line;
  }

  List<Finding> remarks() {
    return List.copyOf(new LinkedHashSet<>(remarks));
  }

  Procedure translate(ProcedureCode code, String name) {
    remarkState();
    var audiences = audiences();
    var channels = channels();
    return new Procedure(
        code,
        line.id(),
        name,
        null,
        text(line.summary()),
        null,
        levels(),
        text(line.kind()),
        field(),
        audiences,
        otherAudiences(),
        text(line.audienceNote()),
        steps(),
        channels,
        text(line.receivingPlace()),
        papers(),
        null,
        line.results().stream()
            .map(result -> new Result(text(result.code()), orEmpty(result.name())))
            .toList(),
        legalBasis(),
        text(line.conditions()),
        new Agencies(
            agencies(line.executing()),
            text(line.executingNote()),
            agencies(line.competent()),
            text(line.competentNote()),
            agencies(line.authorised()),
            agencies(line.coordinating())),
        codes(line.related()),
        codes(line.interlinked()),
        keywords(),
        onlineLevel(channels),
        decision(),
        List.of(),
        List.of(),
        Map.of());
  }

  private void remarkState() {
    var state = line.state();
    if (state != null && state != NationalProcedure.PUBLIC) remark("state", state);
  }

  private List<Level> levels() {
    return line.levels().stream()
        .map(level -> text(level.name()))
        .flatMap(Stream::ofNullable)
        .flatMap(name -> known(Words.level(name), "level", name))
        .distinct()
        .toList();
  }

  /** Ministries order procedures by one field; a second one stays in the national wording. */
  private Field field() {
    if (line.fields().size() > 1) remark("fields", line.fields().size());
    return line.fields().stream()
        .findFirst()
        .map(field -> new Field(orEmpty(field.code()), orEmpty(field.name()), null))
        .orElseGet(
            () -> {
              remark("noField");
              return new Field("", "", null);
            });
  }

  private List<Audience> audiences() {
    return audienceNames()
        .flatMap(name -> Words.audience(name).or(() -> Words.widerAudience(name)).stream())
        .distinct()
        .toList();
  }

  private List<String> otherAudiences() {
    var others = audienceNames().filter(name -> Words.audience(name).isEmpty()).distinct().toList();
    others.forEach(name -> remark("audience", name));
    return others;
  }

  private Stream<String> audienceNames() {
    return line.audiences().stream().flatMap(it -> Stream.ofNullable(text(it.name())));
  }

  private List<CaseSteps> steps() {
    return line.steps().stream()
        .map(
            steps ->
                new CaseSteps(
                    text(steps.when()),
                    steps.steps().stream().map(step -> orEmpty(step.text())).toList()))
        .toList();
  }

  private List<Channel> channels() {
    return line.channels().stream()
        .flatMap(
            channel ->
                known(Words.manner(channel.manner()), "manner", String.valueOf(channel.manner()))
                    .map(manner -> channel(manner, channel)))
        .toList();
  }

  private Channel channel(Manner manner, NationalProcedure.Channel channel) {
    return new Channel(manner, channel.timeLimits().stream().map(this::timeLimit).toList());
  }

  /** A time that is no number of a known unit is told in words. */
  private TimeLimit timeLimit(NationalProcedure.TimeLimit limit) {
    var amount = text(limit.amount());
    var unit = text(limit.unit());
    var note = text(limit.note());
    var known = unit == null ? Optional.<Procedure.TimeUnit>empty() : Words.unit(unit);
    if (unit != null && known.isEmpty() || amount != null && !isWholeNumber(amount)) {
      var words = String.join(" ", Stream.of(orEmpty(amount), orEmpty(unit)).toList()).strip();
      remark("time", words);
      return new TimeLimit(
          null, null, note == null ? words : words + "\n" + note, fees(limit.fees()));
    }
    var free = note != null && limit.fees().isEmpty() && FREE.matcher(note).matches();
    return new TimeLimit(
        amount == null ? null : Integer.valueOf(amount),
        known.orElse(null),
        free ? null : note,
        free ? List.of(new Fee(null, 0L, null)) : fees(limit.fees()));
  }

  private static boolean isWholeNumber(String text) {
    return WHOLE_NUMBER.matcher(text).matches();
  }

  private List<Fee> fees(List<NationalProcedure.Fee> fees) {
    return fees.stream().map(this::fee).toList();
  }

  private Fee fee(NationalProcedure.Fee fee) {
    var note = text(fee.note());
    var amount = fee.amount();
    var currency = text(fee.currency());
    if (amount != null && currency != null && !currency.equalsIgnoreCase(NationalProcedure.DONG)) {
      remark("currency", currency);
      var words = amount + " " + currency;
      return new Fee(text(fee.code()), null, note == null ? words : words + ", " + note);
    }
    if (amount != null && (amount < 0 || amount > 0 && amount < LEAST_FEE)) remark("fee", amount);
    return new Fee(text(fee.code()), amount, note);
  }

  private List<CasePapers> papers() {
    return line.papers().stream()
        .map(
            papers ->
                new CasePapers(
                    text(papers.when()), papers.papers().stream().map(this::paper).toList()))
        .toList();
  }

  private Paper paper(NationalProcedure.Paper paper) {
    if (text(paper.name()) == null) remark("paperName");
    return new Paper(
        text(paper.code()),
        orEmpty(paper.name()),
        number(paper, paper.originals()),
        number(paper, paper.copies()),
        text(paper.form()),
        text(paper.formAddress()));
  }

  private int number(NationalProcedure.Paper paper, @Nullable Integer number) {
    if (number == null) return 0;
    var withYear = YEAR_AND_NUMBER.matcher(number.toString());
    if (withYear.matches()) {
      remark("copiesBehindYear", number, withYear.group(2), orEmpty(paper.name()));
      return Integer.parseInt(withYear.group(2));
    }
    if (number < 0 || number > MANY_COPIES) remark("copies", number, orEmpty(paper.name()));
    return number;
  }

  private List<LegalText> legalBasis() {
    return line.legalBasis().stream()
        .map(text -> new LegalText(saidOnce(orEmpty(text.number())), orEmpty(text.name()), null))
        .toList();
  }

  /**
   * {@code 54/2014/QH1354/2014/QH13} says its number twice; the second time it may be cut, or run
   * into the word behind it.
   */
  static String saidOnce(String number) {
    for (int middle = number.length() / 2; middle < number.length(); middle++) {
      if (isSaidTwice(number, middle)) return number.substring(0, middle);
    }
    for (int middle = number.length() / 2; middle > 0; middle--) {
      if (isSaidTwice(number, middle)) return number.substring(0, middle);
    }
    return number;
  }

  private static boolean isSaidTwice(String number, int middle) {
    var first = number.substring(0, middle);
    var second = number.substring(middle);
    if (!first.matches("\\d+/\\d{4}/[^/]{4,}")) return false;
    return second.length() > 6 && first.startsWith(second)
        || second.length() <= first.length() + 3 && second.startsWith(first);
  }

  private static List<AgencyName> agencies(List<NationalProcedure.Agency> agencies) {
    return agencies.stream()
        .map(agency -> new AgencyName(text(agency.code()), orEmpty(agency.name())))
        .toList();
  }

  private List<ProcedureCode> codes(List<JsonNode> procedures) {
    return procedures.stream()
        .flatMap(
            procedure -> {
              var text = codeIn(procedure);
              return known(ProcedureCode.parse(text), "related", text);
            })
        .distinct()
        .toList();
  }

  /** The national JSON does not say how it names another procedure: a text, or a field of one. */
  private static String codeIn(JsonNode procedure) {
    if (procedure.isString()) return procedure.stringValue();
    return procedure.properties().stream()
        .filter(field -> field.getKey().startsWith(NationalProcedure.CODE))
        .map(field -> field.getValue().asString(""))
        .findFirst()
        .orElse(procedure.toString());
  }

  private List<String> keywords() {
    var keywords = text(line.keywords());
    if (keywords == null) return List.of();
    return Arrays.stream(keywords.split(keywords.contains(";") ? ";" : "[,\n]"))
        .map(String::strip)
        .filter(keyword -> !keyword.isEmpty())
        .distinct()
        .toList();
  }

  /** The entry does not tell the level; whoever hands in papers online has level 3 at least. */
  private static OnlineLevel onlineLevel(List<Channel> channels) {
    return channels.stream().anyMatch(channel -> channel.manner() == Manner.ONLINE)
        ? OnlineLevel.APPLY
        : OnlineLevel.INFORMATION;
  }

  private @Nullable PublishingDecision decision() {
    var number = text(line.decision());
    var agency = text(line.publishingAgency());
    return number == null && agency == null
        ? null
        : new PublishingDecision(number == null ? "" : number, null, agency);
  }

  static boolean hasHtml(String text) {
    return text.indexOf('<') >= 0 && HTML.matcher(text).find();
  }

  private <T> Stream<T> known(Optional<T> found, String remark, String written) {
    if (found.isEmpty()) remark(remark, written);
    return found.stream();
  }

  private void remark(String key, Object... arguments) {
    remarks.add(Finding.of(key, arguments));
  }

  private static @Nullable String text(@Nullable String text) {
    return text == null || text.isBlank() ? null : text.strip();
  }

  private static String orEmpty(@Nullable String text) {
    return text == null ? "" : text.strip();
  }
}
