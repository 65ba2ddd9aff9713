package org.motcua.catalogue.exchanging;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.motcua.catalogue.exchanging.Import.Counts;
import org.motcua.catalogue.exchanging.Import.State;
import org.motcua.catalogue.exchanging.ReportLine.Outcome;
import org.motcua.catalogue.exchanging.national.Finding;
import org.motcua.platform.audit.AuditTrail;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.dao.NonTransientDataAccessException;
import org.springframework.dao.NonTransientDataAccessResourceException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.util.unit.DataSize;

/**
 * Takes a file in, some lines at a time. Each time what became of them is committed together with
 * how far the file has been read, so it can stop anywhere and go on anywhere.
 */
@Service
class ImportProcedures {

  private static final Logger log = LoggerFactory.getLogger(ImportProcedures.class);
  private static final int LINES_AT_ONCE = 100;
  private static final long BYTES_AT_ONCE = 4 * 1024 * 1024;

  private final ImportStore imports;
  private final TakeInLines lines;
  private final AuditTrail audit;
  private final TransactionTemplate transaction;
  private final Clock clock;
  private final DataSize longestLine;

  ImportProcedures(
      ImportStore imports,
      TakeInLines lines,
      AuditTrail audit,
      TransactionTemplate transaction,
      Clock clock,
      @Value("${motcua.catalogue.import.longest-line}") DataSize longestLine) {
    this.imports = imports;
    this.lines = lines;
    this.audit = audit;
    this.transaction = transaction;
    this.clock = clock;
    this.longestLine = longestLine;
  }

  void run(ImportId id) {
    while (step(id)) {
      // more lines are waiting
    }
  }

  /** Takes the next lines in; whether there are more. */
  boolean step(ImportId id) {
    var before = imports.find(id).filter(it -> !it.isFinished());
    if (before.isEmpty()) return false;
    var batch = nextLines(before.get());
    if (batch.isEmpty()) {
      transaction.executeWithoutResult(status -> finish(id, before.get().position()));
      return false;
    }
    takeIn(id, before.get().position(), batch);
    return true;
  }

  private List<FileLine> nextLines(Import before) {
    var start = before.position();
    try (var rest = imports.open(before.id(), start)) {
      var reader =
          new LineReader(rest, start, before.counts().lines(), (int) longestLine.toBytes());
      var batch = new ArrayList<FileLine>();
      while (batch.size() < LINES_AT_ONCE) {
        var line = reader.next();
        if (line.isEmpty()) break;
        batch.add(line.get());
        if (line.get().end() - start >= BYTES_AT_ONCE) break;
      }
      return batch;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** One line that the database does not want must not hold up the others: it is left out. */
  private void takeIn(ImportId id, long position, List<FileLine> batch) {
    try {
      transaction.executeWithoutResult(status -> takeInTogether(id, position, batch));
    } catch (NonTransientDataAccessResourceException e) {
      throw e;
    } catch (NonTransientDataAccessException e) {
      log.warn(
          "Lines {} to {} of import {} are taken in one by one",
          batch.getFirst().number(),
          batch.getLast().number(),
          id,
          e);
      var start = position;
      for (var line : batch) {
        takeInAlone(id, start, line);
        start = line.end();
      }
    }
  }

  private void takeInAlone(ImportId id, long position, FileLine line) {
    try {
      transaction.executeWithoutResult(status -> takeInTogether(id, position, List.of(line)));
    } catch (NonTransientDataAccessResourceException e) {
      throw e;
    } catch (NonTransientDataAccessException e) {
      log.error("Line {} of import {} cannot be kept", line.number(), id, e);
      transaction.executeWithoutResult(status -> refuse(id, position, line));
    }
  }

  /** Whoever finds the file read further than he knew has been overtaken and does nothing. */
  private void takeInTogether(ImportId id, long position, List<FileLine> batch) {
    var before = imports.findForUpdate(id).filter(it -> it.position() == position);
    if (before.isEmpty()) return;
    var told = batch.stream().filter(line -> !line.isEmpty()).toList();
    var report =
        told.isEmpty() ? List.<ReportLine>of() : lines.takeIn(id, before.get().sender(), told);
    save(before.get(), batch, report);
  }

  private void refuse(ImportId id, long position, FileLine line) {
    var before = imports.findForUpdate(id).filter(it -> it.position() == position);
    if (before.isEmpty()) return;
    var refused = TakeInLines.refused(line, null, Finding.of("notKept"));
    imports.addLines(id, List.of(refused));
    save(before.get(), List.of(line), List.of(refused));
  }

  private void save(Import before, List<FileLine> batch, List<ReportLine> report) {
    var startedAt = before.startedAt() == null ? clock.instant() : before.startedAt();
    imports.saveProgress(
        new Import(
            before.id(),
            before.sender(),
            before.fileName(),
            before.bytes(),
            State.RUNNING,
            batch.getLast().end(),
            before.counts().plus(counts(batch, report)),
            before.receivedAt(),
            startedAt,
            null));
  }

  private static Counts counts(List<FileLine> batch, List<ReportLine> report) {
    return new Counts(
        batch.size(),
        count(report, Outcome.CREATED),
        count(report, Outcome.CHANGED),
        count(report, Outcome.UNCHANGED),
        count(report, Outcome.REFUSED),
        (int) report.stream().filter(ReportLine::isRemarked).count());
  }

  private static int count(List<ReportLine> report, Outcome outcome) {
    return (int) report.stream().filter(line -> line.outcome() == outcome).count();
  }

  private void finish(ImportId id, long position) {
    var before = imports.findForUpdate(id).filter(it -> it.position() == position);
    if (before.isEmpty() || before.get().isFinished()) return;
    var one = before.get();
    var now = clock.instant();
    imports.saveProgress(
        new Import(
            id,
            one.sender(),
            one.fileName(),
            one.bytes(),
            State.FINISHED,
            one.position(),
            one.counts(),
            one.receivedAt(),
            one.startedAt() == null ? now : one.startedAt(),
            now));
    imports.removePieces(id);
    var counts = one.counts();
    audit.record(
        one.sender().actor(),
        "catalogue.import-finished",
        "import",
        id.toString(),
        Map.of(
            "lines", counts.lines(),
            "created", counts.created(),
            "changed", counts.changed(),
            "unchanged", counts.unchanged(),
            "refused", counts.refused()));
    log.info("Import {} has been taken in: {}", id, counts);
  }
}
