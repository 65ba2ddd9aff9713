package org.motcua.payments.reconciling;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.motcua.payments.gateway.vietqr.StatedCredits;
import org.motcua.platform.clock.CountryTime;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.io.InputStreamSource;
import org.springframework.stereotype.Service;

/** Brings the gateways' files of the days that are over, and for some days those that were late. */
@Service
class FetchDayFiles {

  private static final Logger log = LoggerFactory.getLogger(FetchDayFiles.class);

  /** Gateways put a file right within a few days. */
  private static final int DAYS = 3;

  private static final Duration LATELY = Duration.ofMinutes(30);

  private final DayFileSource source;
  private final TakeDayFile takeDayFile;
  private final TakeStatement takeStatement;
  private final StatedCredits credits;
  private final Clock clock;

  FetchDayFiles(
      DayFileSource source,
      TakeDayFile takeDayFile,
      TakeStatement takeStatement,
      StatedCredits credits,
      Clock clock) {
    this.source = source;
    this.takeDayFile = takeDayFile;
    this.takeStatement = takeStatement;
    this.credits = credits;
    this.clock = clock;
  }

  void fetchAll() {
    var today = LocalDate.now(clock.withZone(CountryTime.ZONE));
    for (var back = DAYS; back >= 0; back--) fetchStatement(today.minusDays(back));
    for (var way : source.ways()) {
      for (var back = DAYS; back > 0; back--) fetch(way, today.minusDays(back), "system:payments");
    }
  }

  /** One of them at once, with what the bank says of the same. */
  DayOutcome fetchOne(String way, LocalDate day, String by) {
    fetchStatement(way.equals(DayFileSource.TRANSFERS) ? day : day.plusDays(1));
    return fetch(way, day, by);
  }

  /** Of these minutes, if somebody waits for what he has transferred to be known. */
  void hearAwaitedTransfers() {
    if (!credits.awaited()) return;
    var now = clock.instant().atZone(CountryTime.ZONE);
    var lately = now.minus(LATELY).toLocalDate();
    if (!lately.equals(now.toLocalDate())) fetchStatement(lately);
    fetchStatement(now.toLocalDate());
  }

  /** In it are transfers, and what was passed on for the day before. */
  private void fetchStatement(LocalDate day) {
    try (var statement = source.openStatement(takeStatement.account(), day)) {
      if (statement != null) takeStatement.take(statement);
    } catch (IOException | UncheckedIOException | FaultyFile e) {
      log.warn("The bank's statement of {} did not come", day, e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** One that is not there, or cannot be reached, comes with the next round. */
  private DayOutcome fetch(String way, LocalDate day, String by) {
    try (var file = open(way, day)) {
      return file == null ? new DayOutcome.NoFile() : takeDayFile.take(way, day, file, by);
    } catch (IOException | UncheckedIOException e) {
      log.warn("The file of {} for {} did not come", way, day, e);
      return new DayOutcome.NoFile();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return new DayOutcome.NoFile();
    }
  }

  private @Nullable InputStream open(String way, LocalDate day)
      throws IOException, InterruptedException {
    return way.equals(DayFileSource.TRANSFERS)
        ? source.openStatement(takeStatement.account(), day)
        : source.open(way, day);
  }

  /** One that somebody has got in another way. */
  DayOutcome bring(String way, LocalDate day, InputStreamSource file, String by)
      throws IOException {
    if (way.equals(DayFileSource.TRANSFERS)) {
      try (var statement = file.getInputStream()) {
        takeStatement.take(statement);
      } catch (FaultyFile e) {
        return new DayOutcome.Faulty(e.line(), e.fault());
      }
    }
    try (var content = file.getInputStream()) {
      return takeDayFile.take(way, day, content, by);
    }
  }
}
