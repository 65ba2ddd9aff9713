package org.motcua.catalogue.reading;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.motcua.catalogue.Procedure;
import org.motcua.catalogue.Procedure.AgencyName;
import org.motcua.catalogue.Procedure.Channel;
import org.motcua.catalogue.Procedure.Paper;
import org.motcua.catalogue.Procedure.TimeLimit;
import org.motcua.platform.web.Page;

/** A procedure's text as lines under headings, so that two can be compared. */
final class Outline {

  private final Procedure procedure;
  private final Page page;
  private final Wording say;

  private Outline(Procedure procedure, Page page) {
    this.procedure = procedure;
    this.page = page;
    this.say = new Wording(page);
  }

  /** Lines by their heading, in the order of the page. */
  static Map<String, List<String>> of(Procedure procedure, Page page) {
    return new Outline(procedure, page).parts();
  }

  private Map<String, List<String>> parts() {
    var parts = new LinkedHashMap<String, List<String>>();
    put(parts, "catalogue.part.name", procedure.name(), procedure.nameEnglish());
    put(parts, "catalogue.part.summary", procedure.summary(), procedure.summaryEnglish());
    put(parts, "catalogue.part.field", procedure.field().name(), procedure.kind());
    put(parts, "catalogue.level", each(procedure.levels(), it -> page.t("catalogue.level." + it)));
    put(parts, "catalogue.who", who());
    put(parts, "catalogue.conditions", lines(procedure.conditions()));
    put(parts, "catalogue.papers", papers());
    put(parts, "catalogue.timeAndFee", channels());
    put(parts, "catalogue.steps", steps());
    put(parts, "catalogue.agency.executing", names(procedure.agencies().executing()));
    put(parts, "catalogue.agency.competent", names(procedure.agencies().competent()));
    put(parts, "catalogue.agency.authorised", names(procedure.agencies().authorised()));
    put(parts, "catalogue.agency.coordinating", names(procedure.agencies().coordinating()));
    put(parts, "catalogue.part.receivingPlace", lines(procedure.receivingPlace()));
    put(parts, "catalogue.result", each(procedure.results(), it -> code(it.name(), it.code())));
    put(parts, "catalogue.law", each(procedure.legalBasis(), it -> code(it.name(), it.number())));
    put(parts, "catalogue.part.online", page.t("catalogue.online." + procedure.onlineLevel()));
    put(parts, "catalogue.part.keywords", String.join(", ", procedure.keywords()));
    return parts;
  }

  private List<String> who() {
    var lines = new ArrayList<String>();
    procedure.audiences().forEach(it -> lines.add(page.t("catalogue.audience." + it)));
    lines.addAll(procedure.otherAudiences());
    lines.addAll(lines(procedure.audienceNote()));
    return lines;
  }

  private List<String> papers() {
    var lines = new ArrayList<String>();
    for (var group : procedure.papers()) {
      lines.addAll(lines(group.when()));
      group.papers().forEach(paper -> lines.add(paper(paper)));
    }
    if (procedure.sets() != null) lines.add(page.t("catalogue.papers.sets", procedure.sets()));
    return lines;
  }

  private String paper(Paper paper) {
    return joined(": ", paper.name(), joined(" · ", say.sets(paper), paper.form()));
  }

  private List<String> channels() {
    return procedure.channels().stream().flatMap(channel -> limits(channel).stream()).toList();
  }

  private List<String> limits(Channel channel) {
    var manner = page.t("catalogue.manner." + channel.manner());
    if (channel.timeLimits().isEmpty()) return List.of(manner);
    return channel.timeLimits().stream().flatMap(limit -> limit(manner, limit)).toList();
  }

  private Stream<String> limit(String manner, TimeLimit limit) {
    return Stream.concat(
        Stream.of(joined(": ", manner, joined(" – ", say.time(limit), limit.note()))),
        limit.fees().stream()
            .map(fee -> joined(": ", manner, joined(" – ", say.fee(fee), fee.note()))));
  }

  private List<String> steps() {
    return procedure.steps().stream()
        .flatMap(group -> Stream.concat(lines(group.when()).stream(), group.steps().stream()))
        .toList();
  }

  private static List<String> names(List<AgencyName> agencies) {
    return each(agencies, AgencyName::name);
  }

  private static String code(String name, @Nullable String code) {
    return code == null || code.isBlank() ? name : name + " (" + code + ")";
  }

  private static <T> List<String> each(List<T> list, Function<T, String> words) {
    return list.stream().map(words).toList();
  }

  private static List<String> lines(@Nullable String text) {
    return text == null ? List.of() : text.lines().filter(line -> !line.isBlank()).toList();
  }

  private static String joined(String between, @Nullable String... texts) {
    return String.join(
        between, Stream.of(texts).filter(Objects::nonNull).filter(it -> !it.isBlank()).toList());
  }

  private void put(Map<String, List<String>> parts, String key, @Nullable String... lines) {
    put(parts, key, Stream.of(lines).flatMap(it -> lines(it).stream()).toList());
  }

  private void put(Map<String, List<String>> parts, String key, List<String> lines) {
    parts.put(page.t(key), lines);
  }
}
