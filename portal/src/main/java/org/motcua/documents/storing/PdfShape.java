package org.motcua.documents.storing;

import static java.nio.channels.FileChannel.MapMode.READ_ONLY;

import java.io.IOException;
import java.lang.foreign.Arena;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;

/**
 * What can be told of a PDF without a parser: a parser unpacks some streams into memory as it opens
 * the file, so they are measured before.
 *
 * @param wholeFileIsPdf begins and ends as one; a file of two natures (a PDF with an archive or a
 *     page behind it) does not
 * @param unpacksToTooMuch holds a stream that a few bytes blow up
 */
public record PdfShape(boolean wholeFileIsPdf, boolean unpacksToTooMuch) {

  private static final byte[] HEAD = "%PDF-".getBytes(StandardCharsets.US_ASCII);
  private static final byte[] TAIL = "%%EOF".getBytes(StandardCharsets.US_ASCII);
  private static final byte[] STREAM = "stream".getBytes(StandardCharsets.US_ASCII);

  private static final String PADDING = "\r\n\t \f\0\u001a";

  /** A colour page scanned at 600 dpi unpacks to 105 MB. */
  private static final long LARGEST_STREAM = 128L << 20;

  private static final int CHUNK = 64 * 1024;

  public static PdfShape of(Path file) throws IOException {
    // Let go of at once: left to the collector, the deleted file would hold its place on the disk.
    try (var channel = FileChannel.open(file);
        var here = Arena.ofConfined()) {
      var bytes = channel.map(READ_ONLY, 0, channel.size(), here).asByteBuffer();
      return new PdfShape(startsAt(bytes, 0, HEAD) && endsAsPdf(bytes), holdsStreamTooLarge(bytes));
    }
  }

  /** Some programs pad the end with blanks, noughts or the old mark for the end of a text. */
  private static boolean endsAsPdf(ByteBuffer bytes) {
    var end = bytes.limit();
    while (end > 0 && PADDING.indexOf(bytes.get(end - 1)) >= 0) end--;
    return startsAt(bytes, Math.max(0, end - TAIL.length), TAIL);
  }

  private static boolean holdsStreamTooLarge(ByteBuffer bytes) {
    for (var at = 0; at < bytes.limit() - STREAM.length; at++) {
      if (bytes.get(at) != 's' || !startsAt(bytes, at, STREAM)) continue;
      var begin = at + STREAM.length;
      while (begin < bytes.limit() && (bytes.get(begin) == '\r' || bytes.get(begin) == '\n')) {
        begin++;
      }
      if (begin > at + STREAM.length
          && unpacked(bytes.slice(begin, bytes.limit() - begin)) > LARGEST_STREAM) {
        return true;
      }
    }
    return false;
  }

  /** Counts up to the first byte too many; what was packed twice is unpacked twice. */
  private static long unpacked(ByteBuffer packed) {
    if (!packedByZlib(packed)) return 0;
    var unpacking = new Inflater();
    try (var inner = new Counter()) {
      unpacking.setInput(packed);
      var chunk = new byte[CHUNK];
      var size = 0L;
      for (int read; (read = unpacking.inflate(chunk)) > 0; ) {
        if (size == 0 && packedByZlib(ByteBuffer.wrap(chunk, 0, read))) inner.begin();
        size = Math.max(size + read, inner.count(chunk, read));
        if (size > LARGEST_STREAM) break;
      }
      return size;
    } catch (DataFormatException e) {
      // Not packed after all, or damaged: the parser will say.
      return 0;
    } finally {
      unpacking.end();
    }
  }

  /** Unpacks what comes out of the first unpacking, if that looks packed again. */
  private static final class Counter implements AutoCloseable {

    private final Inflater unpacking = new Inflater();
    private final byte[] chunk = new byte[CHUNK];
    private boolean begun;
    private long size;

    void begin() {
      begun = true;
    }

    long count(byte[] packed, int length) {
      if (!begun) return 0;
      unpacking.setInput(packed, 0, length);
      try {
        for (int read; size <= LARGEST_STREAM && (read = unpacking.inflate(chunk)) > 0; ) {
          size += read;
        }
      } catch (DataFormatException e) {
        begun = false;
      }
      return size;
    }

    @Override
    public void close() {
      unpacking.end();
    }
  }

  private static boolean packedByZlib(ByteBuffer bytes) {
    if (bytes.remaining() < 2) return false;
    var head = (bytes.get(bytes.position()) & 0xff) << 8 | bytes.get(bytes.position() + 1) & 0xff;
    return (head >> 8 & 0x0f) == 8 && head % 31 == 0;
  }

  private static boolean startsAt(ByteBuffer bytes, int at, byte[] word) {
    if (at + word.length > bytes.limit()) return false;
    for (var i = 0; i < word.length; i++) {
      if (bytes.get(at + i) != word[i]) return false;
    }
    return true;
  }
}
