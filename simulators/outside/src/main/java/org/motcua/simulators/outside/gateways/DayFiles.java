package org.motcua.simulators.outside.gateways;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.motcua.simulators.outside.Page;

/**
 * What was paid and given back, a file for each day, a line for each movement of money: {@code
 * ref,transaction,kind,dong,at}. Not thread-safe.
 */
class DayFiles {

  /** With seconds, even where there are none. */
  private static final DateTimeFormatter TIME = DateTimeFormatter.ISO_OFFSET_DATE_TIME;

  static final String HEADER = "ref,transaction,kind,dong,at\n";

  private final Path folder;

  DayFiles(Path folder) {
    this.folder = folder;
  }

  enum Kind {
    PAYMENT,
    REFUND
  }

  void add(String ref, String transaction, Kind kind, long dong, Instant at) {
    var file = file(day(at));
    try {
      if (!Files.exists(file)) begin(file);
      Files.writeString(file, line(ref, transaction, kind, dong, at), StandardOpenOption.APPEND);
    } catch (IOException e) {
      throw new UncheckedIOException("Nothing can be kept in " + file, e);
    }
  }

  private void begin(Path file) throws IOException {
    Files.createDirectories(folder);
    Files.writeString(file, HEADER);
  }

  /** What came less what went back, in dong. */
  long sumOf(LocalDate day) {
    if (!Files.exists(file(day))) return 0;
    try (var lines = Files.lines(file(day))) {
      return lines
          .skip(1)
          .map(line -> line.split(","))
          .mapToLong(
              line ->
                  Long.parseLong(line[3]) * (line[2].equalsIgnoreCase(Kind.REFUND.name()) ? -1 : 1))
          .sum();
    } catch (IOException e) {
      throw new UncheckedIOException("Nothing can be read from " + file(day), e);
    }
  }

  Optional<Path> find(LocalDate day) {
    return Optional.of(file(day)).filter(Files::exists);
  }

  private Path file(LocalDate day) {
    return folder.resolve(day + ".csv");
  }

  private static LocalDate day(Instant at) {
    return LocalDate.ofInstant(at, Page.COUNTRY_TIME);
  }

  private static String line(String ref, String transaction, Kind kind, long dong, Instant at) {
    var when = TIME.format(at.truncatedTo(ChronoUnit.SECONDS).atZone(Page.COUNTRY_TIME));
    return "%s,%s,%s,%d,%s\n"
        .formatted(ref, transaction, kind.name().toLowerCase(Locale.ROOT), dong, when);
  }

  /** Writes all days anew: whoever is killed may have written one thing and not the other. */
  Anew anew() {
    return new Anew();
  }

  class Anew implements AutoCloseable {

    private final Map<LocalDate, BufferedWriter> writers = new HashMap<>();

    void add(String ref, String transaction, Kind kind, long dong, Instant at) {
      try {
        writer(day(at)).write(line(ref, transaction, kind, dong, at));
      } catch (IOException e) {
        throw new UncheckedIOException("Nothing can be kept in " + folder, e);
      }
    }

    private BufferedWriter writer(LocalDate day) throws IOException {
      var open = writers.get(day);
      if (open != null) return open;
      begin(file(day));
      var writer = Files.newBufferedWriter(file(day), StandardOpenOption.APPEND);
      writers.put(day, writer);
      return writer;
    }

    @Override
    public void close() {
      try {
        for (var writer : writers.values()) writer.close();
      } catch (IOException e) {
        throw new UncheckedIOException("Nothing can be kept in " + folder, e);
      }
    }
  }
}
