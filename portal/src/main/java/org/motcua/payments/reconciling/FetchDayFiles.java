package org.motcua.payments.reconciling;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.LocalDate;
import org.motcua.platform.clock.CountryTime;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Service;

/** Brings the gateways' files of the days that are over, and for some days those that were late. */
@Service
class FetchDayFiles {

  private static final Logger log = LoggerFactory.getLogger(FetchDayFiles.class);

  /** Gateways put a file right within a few days. */
  private static final int DAYS = 3;

  private final DayFileSource source;
  private final TakeDayFile takeDayFile;
  private final TakeStatement takeStatement;
  private final Clock clock;

  FetchDayFiles(
      DayFileSource source, TakeDayFile takeDayFile, TakeStatement takeStatement, Clock clock) {
    this.source = source;
    this.takeDayFile = takeDayFile;
    this.takeStatement = takeStatement;
    this.clock = clock;
  }

  void fetchAll() {
    var today = LocalDate.now(clock.withZone(CountryTime.ZONE));
    for (var way : source.ways()) {
      for (var back = DAYS; back > 0; back--) fetch(way, today.minusDays(back), "system:payments");
    }
    for (var back = DAYS; back >= 0; back--) fetchStatement(today.minusDays(back));
  }

  /** In it is what was passed on for the day before. */
  void fetchStatement(LocalDate day) {
    try (var statement = source.openStatement(takeStatement.account(), day)) {
      if (statement != null) takeStatement.take(statement);
    } catch (IOException e) {
      log.warn("The bank's statement of {} did not come", day, e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** One that is not there, or cannot be reached, comes with the next round. */
  DayOutcome fetch(String way, LocalDate day, String by) {
    try (var file = source.open(way, day)) {
      return file == null ? new DayOutcome.NoFile() : takeDayFile.take(way, day, file, by);
    } catch (IOException | UncheckedIOException e) {
      log.warn("The file of {} for {} did not come", way, day, e);
      return new DayOutcome.NoFile();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return new DayOutcome.NoFile();
    }
  }
}
