package org.motcua.documents.storing;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.file.Path;

/**
 * What can be told of a zip archive without unpacking it. Programs look for an archive from its
 * end, so it hides behind any other file; and one that does not begin at the first byte hides
 * another.
 *
 * @param beginsAtOnce the first bytes are an archive's
 * @param endsAsOne the last bytes are
 * @param whole from its first byte to its last it is one archive and nothing else
 */
record Archive(boolean beginsAtOnce, boolean endsAsOne, boolean whole) {

  private static final int LOCAL_HEADER = 0x04034b50;
  private static final int END = 0x06054b50;
  private static final int END_SIZE = 22;
  private static final int LONGEST_COMMENT = 0xffff;

  static Archive of(Path file) throws IOException {
    try (var channel = FileChannel.open(file)) {
      var head = read(channel, 0, 4);
      var begins = head.remaining() == 4 && head.getInt(0) == LOCAL_HEADER;
      var tailAt = Math.max(0, channel.size() - END_SIZE - LONGEST_COMMENT);
      var tail = read(channel, tailAt, (int) (channel.size() - tailAt));
      var end = end(tail);
      return new Archive(begins, end >= 0, begins && end >= 0 && fits(tail, end, tailAt));
    }
  }

  /** Where the record at the end begins whose comment reaches to the last byte, or -1. */
  private static int end(ByteBuffer tail) {
    for (var at = tail.limit() - END_SIZE; at >= 0; at--) {
      if (tail.getInt(at) != END) continue;
      var comment = Short.toUnsignedInt(tail.getShort(at + 20));
      if (at + END_SIZE + comment <= tail.limit()) return at;
    }
    return -1;
  }

  /** The list of entries stands right before the end, as far from the beginning as it says. */
  private static boolean fits(ByteBuffer tail, int end, long tailAt) {
    var listSize = Integer.toUnsignedLong(tail.getInt(end + 12));
    var listAt = Integer.toUnsignedLong(tail.getInt(end + 16));
    var comment = Short.toUnsignedInt(tail.getShort(end + 20));
    return listAt + listSize == tailAt + end && end + END_SIZE + comment == tail.limit();
  }

  private static ByteBuffer read(FileChannel channel, long at, int length) throws IOException {
    var bytes = ByteBuffer.allocate(length).order(ByteOrder.LITTLE_ENDIAN);
    while (bytes.hasRemaining() && channel.read(bytes, at + bytes.position()) >= 0) {
      // until all is read
    }
    return bytes.flip();
  }
}
