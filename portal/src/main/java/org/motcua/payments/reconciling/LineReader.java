package org.motcua.payments.reconciling;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.time.DateTimeException;
import java.time.OffsetDateTime;
import org.jspecify.annotations.Nullable;

/**
 * Reads a file that others have written line by line: in UTF-8, first the names of its columns,
 * every line with an end. Whatever is not as it should be is refused with its line.
 */
final class LineReader {

  private static final int LONGEST_LINE = 1_000;
  private static final int FIRST_YEAR = 2000;
  private static final int LAST_YEAR = 2999;

  private final InputStream file;
  private final int columns;
  private final byte[] buffer = new byte[LONGEST_LINE];
  private long line;

  /**
   * @param header the names of the columns
   */
  LineReader(InputStream file, String header) throws IOException {
    this.file = new BufferedInputStream(file, 1 << 16);
    this.columns = header.split(",").length;
    var first = next();
    if (first == null) throw new FaultyFile(1, FileFault.HEADER);
    require(
        (first.startsWith("\uFEFF") ? first.substring(1) : first).equals(header), FileFault.HEADER);
  }

  /** The header being the first. */
  long line() {
    return line;
  }

  /** Null behind the last. */
  String @Nullable [] nextColumns() throws IOException {
    var text = next();
    if (text == null) return null;
    var found = text.split(",", -1);
    require(found.length == columns, FileFault.COLUMNS);
    return found;
  }

  private @Nullable String next() throws IOException {
    var length = 0;
    line++;
    for (var read = file.read(); read != '\n'; read = file.read()) {
      if (read < 0) {
        if (length > 0) throw fault(FileFault.CUT_OFF);
        line--;
        return null;
      }
      if (length == LONGEST_LINE) throw fault(FileFault.TOO_LONG);
      buffer[length++] = (byte) read;
    }
    if (length > 0 && buffer[length - 1] == '\r') length--;
    try {
      return UTF_8.newDecoder().decode(ByteBuffer.wrap(buffer, 0, length)).toString();
    } catch (CharacterCodingException e) {
      throw fault(FileFault.NOT_UTF8);
    }
  }

  /** With an offset. */
  OffsetDateTime time(String text) {
    try {
      var at = OffsetDateTime.parse(text);
      require(at.getYear() >= FIRST_YEAR && at.getYear() <= LAST_YEAR, FileFault.TIME);
      return at;
    } catch (DateTimeException e) {
      throw fault(FileFault.TIME);
    }
  }

  void require(boolean right, FileFault fault) {
    if (!right) throw fault(fault);
  }

  FaultyFile fault(FileFault fault) {
    return new FaultyFile(line, fault);
  }
}
