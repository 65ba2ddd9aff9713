package org.motcua.catalogue.exchanging;

import static java.util.stream.Collectors.toMap;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.motcua.catalogue.Procedure;
import org.motcua.catalogue.ProcedureCode;
import org.motcua.catalogue.exchanging.ReportLine.Outcome;
import org.motcua.catalogue.exchanging.national.Completion;
import org.motcua.catalogue.exchanging.national.Finding;
import org.motcua.catalogue.exchanging.national.LineReading;
import org.motcua.catalogue.exchanging.national.LineReading.Refused;
import org.motcua.catalogue.exchanging.national.LineReading.Understood;
import org.motcua.catalogue.exchanging.national.NationalJson;
import org.motcua.catalogue.model.ProcedureStore;
import org.motcua.catalogue.publishing.Publication;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Puts some lines of a file into force, and tells what became of each. */
@Component
class TakeInLines {

  private static final int EXCERPT = 200;

  private final ProcedureStore procedures;
  private final Publication publication;
  private final ImportStore imports;

  TakeInLines(ProcedureStore procedures, Publication publication, ImportStore imports) {
    this.procedures = procedures;
    this.publication = publication;
    this.imports = imports;
  }

  @Transactional(propagation = Propagation.MANDATORY)
  List<ReportLine> takeIn(ImportId id, Sender sender, List<FileLine> lines) {
    var report = new ArrayList<ReportLine>();
    var candidates = new LinkedHashMap<ProcedureCode, Candidate>();
    var readings = lines.stream().map(line -> new Read(line, read(line))).toList();
    var earlier = earlier(id, readings);
    for (var read : readings) {
      candidate(read, sender, earlier, candidates).ifPresent(report::add);
    }
    report.addAll(takeIn(sender, candidates));
    imports.addLines(id, report);
    return report;
  }

  private record Read(FileLine line, LineReading reading) {}

  private record Candidate(FileLine line, Understood read) {}

  private static LineReading read(FileLine line) {
    return switch (line.fault()) {
      case NONE -> NationalJson.read(Objects.requireNonNull(line.text()));
      case TOO_LONG -> new Refused(Optional.empty(), Finding.of("tooLong"));
      case NOT_UTF8 -> new Refused(Optional.empty(), Finding.of("notUtf8"));
      case UTF16 -> new Refused(Optional.empty(), Finding.of("utf16"));
    };
  }

  private Map<String, Integer> earlier(ImportId id, List<Read> readings) {
    var codes =
        readings.stream()
            .flatMap(read -> read.reading() instanceof Understood it ? Stream.of(it) : null)
            .map(read -> read.code().value())
            .toList();
    return new HashMap<>(imports.linesOf(id, codes));
  }

  /** A line that must not go on is reported at once. */
  private static Optional<ReportLine> candidate(
      Read read,
      Sender sender,
      Map<String, Integer> earlier,
      Map<ProcedureCode, Candidate> candidates) {
    return switch (read.reading()) {
      case Refused(var code, var reason) ->
          Optional.of(refused(read.line(), code.orElse(null), reason));
      case Understood it -> {
        var code = it.code().value();
        var first = earlier.putIfAbsent(code, read.line().number());
        if (first != null) {
          yield Optional.of(refused(read.line(), code, Finding.of("twice", first)));
        }
        if (!sender.mayChange(it.code())) {
          earlier.remove(code);
          yield Optional.of(refused(read.line(), code, Finding.of("notYours", sender.agency())));
        }
        candidates.put(it.code(), new Candidate(read.line(), it));
        yield Optional.empty();
      }
    };
  }

  private List<ReportLine> takeIn(Sender sender, Map<ProcedureCode, Candidate> candidates) {
    if (candidates.isEmpty()) return List.of();
    publication.lockAll(candidates.keySet());
    var inForce =
        procedures.findAll(candidates.keySet()).stream()
            .collect(toMap(Procedure::code, Function.identity()));
    var texts = new ArrayList<Procedure>();
    for (var candidate : candidates.values()) {
      text(candidate, inForce.get(candidate.read().code())).ifPresent(texts::add);
    }
    var versions =
        texts.isEmpty()
            ? Map.<ProcedureCode, Integer>of()
            : publication.takeInAll(texts, sender.actor());
    return candidates.values().stream()
        .map(
            candidate -> {
              var code = candidate.read().code();
              return taken(candidate, inForce.get(code), versions.get(code));
            })
        .toList();
  }

  /** What to put into force; nothing where what is in force says the same already. */
  private static Optional<Procedure> text(Candidate candidate, @Nullable Procedure inForce) {
    if (inForce == null) return Optional.of(candidate.read().text());
    if (NationalJson.isWritten(inForce, candidate.read().line())) return Optional.empty();
    return Optional.of(Completion.of(candidate.read().text(), inForce))
        .filter(text -> !text.equals(inForce));
  }

  private static ReportLine taken(
      Candidate candidate, @Nullable Procedure inForce, @Nullable Integer version) {
    var findings = new ArrayList<Finding>(candidate.read().remarks());
    var outcome = Outcome.UNCHANGED;
    if (version != null && inForce != null) {
      outcome = Outcome.CHANGED;
      if (inForce.nameEnglish() != null && !inForce.name().equals(candidate.read().text().name())) {
        findings.add(Finding.of("englishName", inForce.nameEnglish()));
      }
    } else if (version != null) {
      outcome = version == 1 ? Outcome.CREATED : Outcome.CHANGED;
      if (version > 1) findings.add(Finding.of("abolishedBefore"));
    }
    return new ReportLine(
        candidate.line().number(), candidate.read().code().value(), outcome, findings, null);
  }

  static ReportLine refused(FileLine line, @Nullable String code, Finding reason) {
    return new ReportLine(
        line.number(), code, Outcome.REFUSED, List.of(reason), excerpt(line.text()));
  }

  private static @Nullable String excerpt(@Nullable String text) {
    if (text == null) return null;
    var begin = text.strip();
    var end = Math.min(EXCERPT, begin.length());
    return begin.substring(0, end) + (end < begin.length() ? "…" : "");
  }
}
