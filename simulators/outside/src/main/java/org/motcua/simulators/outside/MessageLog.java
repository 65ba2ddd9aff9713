package org.motcua.simulators.outside;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/**
 * Messages in a file, one JSON object a line, appended as they arrive. A line cut short by a killed
 * process is left out when the file is read again.
 */
class MessageLog {

  private static final Logger log = LoggerFactory.getLogger(MessageLog.class);

  private final Path file;
  private final JsonMapper json;
  private long lines;

  MessageLog(Path file, JsonMapper json) {
    this.file = file;
    this.json = json;
  }

  List<TextMessage> read() {
    var messages = new ArrayList<TextMessage>();
    try {
      Files.createDirectories(file.toAbsolutePath().getParent());
      if (!Files.exists(file)) return messages;
      // Decoded by hand: a cut line may end within a letter, which a strict reader would refuse.
      for (var line : new String(Files.readAllBytes(file), StandardCharsets.UTF_8).split("\n")) {
        parse(line, messages);
      }
      return messages;
    } catch (IOException e) {
      throw new UncheckedIOException("The messages cannot be read from " + file, e);
    }
  }

  private void parse(String line, List<TextMessage> into) {
    if (line.isBlank()) return;
    try {
      into.add(json.readValue(line, TextMessage.class));
    } catch (JacksonException e) {
      log.warn("A damaged line of {} is left out", file);
    }
  }

  void append(TextMessage message) {
    try {
      Files.writeString(file, line(message), StandardOpenOption.CREATE, StandardOpenOption.APPEND);
      lines++;
    } catch (IOException e) {
      throw new UncheckedIOException("The message cannot be kept in " + file, e);
    }
  }

  /** Writes the file anew with these messages alone, whole or not at all. */
  void rewrite(Collection<TextMessage> messages) {
    var fresh = file.resolveSibling(file.getFileName() + ".new");
    try (var writer = Files.newBufferedWriter(fresh)) {
      for (var message : messages) writer.write(line(message));
      writer.close();
      Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
      lines = messages.size();
    } catch (IOException e) {
      throw new UncheckedIOException("The messages cannot be kept in " + file, e);
    }
  }

  long lines() {
    return lines;
  }

  private String line(TextMessage message) {
    return json.writeValueAsString(message) + "\n";
  }
}
