package org.motcua.simulators.outside;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.RandomAccessFile;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/**
 * What has happened, in a file: one JSON object a line, appended as it comes. A line cut short by a
 * killed process is left out when the file is read again.
 */
public class Journal<T> {

  private static final Logger log = LoggerFactory.getLogger(Journal.class);

  private final Path file;
  private final Class<T> type;
  private final JsonMapper json;
  private long lines;
  private boolean whole;

  public Journal(Path file, Class<T> type, JsonMapper json) {
    this.file = file;
    this.type = type;
    this.json = json;
  }

  public List<T> read() {
    var entries = new ArrayList<T>();
    replay(entries::add);
    return entries;
  }

  /** One after the other, in the order in which they came: there may be many. */
  public void replay(Consumer<T> taker) {
    try {
      Files.createDirectories(file.toAbsolutePath().getParent());
      if (!Files.exists(file)) return;
      // A stream's reader takes a letter that was cut for a strange one; a strict one would refuse.
      try (var lines =
          new BufferedReader(
              new InputStreamReader(Files.newInputStream(file), StandardCharsets.UTF_8))) {
        for (var line = lines.readLine(); line != null; line = lines.readLine()) {
          parse(line, taker);
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException("Nothing can be read from " + file, e);
    }
  }

  private void parse(String line, Consumer<T> taker) {
    if (line.isBlank()) return;
    T entry;
    try {
      entry = json.readValue(line, type);
    } catch (JacksonException e) {
      log.warn("A damaged line of {} is left out", file);
      return;
    }
    taker.accept(entry);
  }

  public void append(T entry) {
    try {
      if (!whole) endLastLine();
      Files.writeString(file, line(entry), StandardOpenOption.CREATE, StandardOpenOption.APPEND);
      lines++;
    } catch (IOException e) {
      throw new UncheckedIOException("Nothing can be kept in " + file, e);
    }
  }

  /** Or the next would be part of the one that a killed process has cut short, and lost with it. */
  private void endLastLine() throws IOException {
    if (Files.exists(file)) {
      try (var read = new RandomAccessFile(file.toFile(), "rw")) {
        if (read.length() > 0) {
          read.seek(read.length() - 1);
          if (read.read() != '\n') read.write('\n');
        }
      }
    }
    whole = true;
  }

  /** Writes the file anew with these entries alone, whole or not at all. */
  public void rewrite(Collection<T> entries) {
    var fresh = file.resolveSibling(file.getFileName() + ".new");
    try (var writer = Files.newBufferedWriter(fresh)) {
      for (var entry : entries) writer.write(line(entry));
      writer.close();
      Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
      lines = entries.size();
    } catch (IOException e) {
      throw new UncheckedIOException("Nothing can be kept in " + file, e);
    }
  }

  public long lines() {
    return lines;
  }

  private String line(T entry) {
    return json.writeValueAsString(entry) + "\n";
  }
}
