package org.motcua.documents.storing;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** Goes through a JPEG from segment to segment (ITU-T T.81, annex B). */
final class JpegParts {

  private static final int BEGIN = 0xd8;
  private static final int END = 0xd9;
  private static final int SCAN = 0xda;
  private static final int FIRST_RESTART = 0xd0;
  private static final int LAST_RESTART = 0xd7;
  private static final int APP0 = 0xe0;
  private static final int APP1 = 0xe1;
  private static final int APP2 = 0xe2;
  private static final int APP14 = 0xee;
  private static final int APP15 = 0xef;
  private static final int COMMENT = 0xfe;

  private static final int ADOBE_COLOURS_AT = 15;

  private final ByteBuffer file;
  private final List<ByteBuffer> needed = new ArrayList<>();
  private int orientation = Exif.UPRIGHT;
  private int adobe = -1;

  static PictureParts of(ByteBuffer file) {
    var parts = new JpegParts(file);
    var whole = parts.walk();
    return new PictureParts(parts.needed, parts.orientation, whole, parts.adobe);
  }

  private JpegParts(ByteBuffer file) {
    this.file = file;
  }

  private boolean walk() {
    try {
      if (marker(0) != BEGIN) return false;
      needed.add(file.slice(0, 2));
      for (var at = 2; ; ) {
        while (at + 1 < file.limit() && marker(at) == 0xff) at++; // padding
        var marker = marker(at);
        if (marker == END) return needed.add(file.slice(at, 2));
        var length = 2 + Short.toUnsignedInt(file.getShort(at + 2));
        segment(marker, file.slice(at, length));
        at += length;
        if (marker == SCAN) at = pixels(at);
      }
    } catch (IndexOutOfBoundsException | IllegalArgumentException e) {
      return false;
    }
  }

  private void segment(int marker, ByteBuffer segment) {
    switch (marker) {
      case APP0 -> keepIf(begins(segment, "JFIF\0"), segment);
      case APP1 -> {
        if (begins(segment, "Exif\0\0") && orientation == Exif.UPRIGHT) {
          orientation = Exif.orientation(segment.slice(10, segment.limit() - 10));
        }
      }
      case APP2 -> keepIf(begins(segment, "ICC_PROFILE\0"), segment);
      case APP14 -> {
        keepIf(begins(segment, "Adobe"), segment);
        if (begins(segment, "Adobe")) adobe = segment.get(ADOBE_COLOURS_AT) & 0xff;
      }
      default -> keepIf(marker != COMMENT && (marker < APP0 || marker > APP15), segment);
    }
  }

  private void keepIf(boolean wanted, ByteBuffer segment) {
    if (wanted) needed.add(segment);
  }

  /** The packed pixels go on until the next marker that is not one of their own. */
  private int pixels(int from) {
    var at = from;
    while (file.get(at) != (byte) 0xff || ofPixels(file.get(at + 1) & 0xff)) at++;
    needed.add(file.slice(from, at - from));
    return at;
  }

  private static boolean ofPixels(int next) {
    return next == 0 || next >= FIRST_RESTART && next <= LAST_RESTART;
  }

  private int marker(int at) {
    if (file.get(at) != (byte) 0xff) throw new IllegalArgumentException("No marker at " + at);
    return file.get(at + 1) & 0xff;
  }

  private static boolean begins(ByteBuffer segment, String name) {
    var bytes = name.getBytes(StandardCharsets.US_ASCII);
    if (segment.limit() < 4 + bytes.length) return false;
    return segment.slice(4, bytes.length).equals(ByteBuffer.wrap(bytes));
  }
}
