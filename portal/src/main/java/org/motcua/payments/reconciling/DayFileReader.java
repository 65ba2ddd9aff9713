package org.motcua.payments.reconciling;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.time.DateTimeException;
import java.time.OffsetDateTime;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Reads a gateway's file of a day line by line: {@code ref,transaction,kind,dong,at}, in UTF-8,
 * every line with an end. It was written by others: whatever is not as it should be is refused with
 * its line.
 */
final class DayFileReader {

  static final String HEADER = "ref,transaction,kind,dong,at";

  private static final int LONGEST_LINE = 300;
  private static final int COLUMNS = 5;

  /** By what gateways call them. */
  private static final Map<String, String> KINDS =
      Map.of("pay", "PAY", "payment", "PAY", "refund", "REFUND");

  private static final Pattern NUMBER = Pattern.compile("[0-9A-Za-z._:/-]{1,64}");
  private static final Pattern DONG = Pattern.compile("[1-9]\\d{0,14}");

  private final InputStream file;
  private final byte[] buffer = new byte[LONGEST_LINE];
  private long line;

  private DayFileReader(InputStream file) {
    this.file = new BufferedInputStream(file, 1 << 16);
  }

  /** One after the other, each as it stands. */
  interface Lines {
    void take(long line, String ref, String transaction, String kind, String dong, String at)
        throws IOException;
  }

  /**
   * @return how many lines there are below the header
   */
  static long read(InputStream file, Lines lines) throws IOException {
    return new DayFileReader(file).readAll(lines);
  }

  private long readAll(Lines lines) throws IOException {
    var header = next();
    if (header == null) throw new FaultyFile(1, FileFault.HEADER);
    if (!(header.startsWith("\uFEFF") ? header.substring(1) : header).equals(HEADER)) {
      throw fault(FileFault.HEADER);
    }
    for (var text = next(); text != null; text = next()) take(text, lines);
    return line - 1;
  }

  private void take(String text, Lines lines) throws IOException {
    var columns = text.split(",", -1);
    if (columns.length != COLUMNS) throw fault(FileFault.COLUMNS);
    require(NUMBER.matcher(columns[0]).matches(), FileFault.REF);
    require(NUMBER.matcher(columns[1]).matches(), FileFault.TRANSACTION);
    var kind = KINDS.get(columns[2].toLowerCase(Locale.ROOT));
    if (kind == null) throw fault(FileFault.KIND);
    require(DONG.matcher(columns[3]).matches(), FileFault.DONG);
    lines.take(line, columns[0], columns[1], kind, columns[3], time(columns[4]));
  }

  /** With an offset; written anew, so that the database reads nothing else than a time. */
  private String time(String text) {
    try {
      var at = OffsetDateTime.parse(text);
      require(at.getYear() >= 2000 && at.getYear() < 3000, FileFault.TIME);
      return at.toInstant().toString();
    } catch (DateTimeException e) {
      throw fault(FileFault.TIME);
    }
  }

  /** Null behind the last. */
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

  private void require(boolean right, FileFault fault) {
    if (!right) throw fault(fault);
  }

  private FaultyFile fault(FileFault fault) {
    return new FaultyFile(line, fault);
  }
}
