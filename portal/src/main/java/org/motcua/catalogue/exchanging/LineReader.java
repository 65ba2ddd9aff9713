package org.motcua.catalogue.exchanging;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;
import org.motcua.catalogue.exchanging.FileLine.Fault;

/**
 * Reads a file line by line. Of a line that is too long nothing is held, and text that is not UTF-8
 * is told from text that is.
 */
final class LineReader {

  private static final int END = -1;
  private static final byte[] BYTE_ORDER_MARK = {(byte) 0xEF, (byte) 0xBB, (byte) 0xBF};

  private final InputStream in;
  private final int longest;
  private long position;
  private int number;
  private byte[] line;

  /**
   * @param in begins at this position, behind this many lines
   */
  LineReader(InputStream in, long position, int number, int longest) {
    this.in = in;
    this.position = position;
    this.number = number;
    this.longest = longest;
    this.line = new byte[Math.min(longest, 16 * 1024)];
  }

  /** Empty at the end of the file. */
  Optional<FileLine> next() throws IOException {
    var first = position == 0;
    var length = 0L;
    var read = in.read();
    if (read == END) return Optional.empty();
    for (; read != END; read = in.read()) {
      position++;
      if (read == '\n') break;
      if (++length <= longest) keep((int) length, (byte) read);
    }
    number++;
    return Optional.of(
        length > longest
            ? new FileLine(number, position, null, Fault.TOO_LONG)
            : line(first ? withoutMark((int) length) : ByteBuffer.wrap(line, 0, (int) length)));
  }

  private void keep(int length, byte read) {
    if (length > line.length) line = Arrays.copyOf(line, Math.min(longest, 2 * line.length));
    line[length - 1] = read;
  }

  private FileLine line(ByteBuffer bytes) {
    try {
      var text =
          StandardCharsets.UTF_8
              .newDecoder()
              .onMalformedInput(CodingErrorAction.REPORT)
              .onUnmappableCharacter(CodingErrorAction.REPORT)
              .decode(bytes.duplicate())
              .toString();
      return text.indexOf('\0') < 0
          ? new FileLine(number, position, text, Fault.NONE)
          : new FileLine(number, position, null, Fault.UTF16);
    } catch (CharacterCodingException e) {
      return new FileLine(number, position, null, hasNul(bytes) ? Fault.UTF16 : Fault.NOT_UTF8);
    }
  }

  private ByteBuffer withoutMark(int length) {
    var mark = BYTE_ORDER_MARK.length;
    var marked =
        length >= mark && ByteBuffer.wrap(line, 0, mark).equals(ByteBuffer.wrap(BYTE_ORDER_MARK));
    return marked ? ByteBuffer.wrap(line, mark, length - mark) : ByteBuffer.wrap(line, 0, length);
  }

  /** Every other byte of ordinary text is zero in UTF-16. */
  private static boolean hasNul(ByteBuffer bytes) {
    for (int i = bytes.position(); i < bytes.limit(); i++) {
      if (bytes.get(i) == 0) return true;
    }
    return false;
  }
}
