package org.motcua.documents.storing;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/** The one thing we want to know of what a camera writes beside the pixels: which side is up. */
final class Exif {

  static final int UPRIGHT = 1;

  private static final int ORIENTATION = 0x0112;
  private static final int SHORT = 3;
  private static final int ENTRY_SIZE = 12;

  /**
   * As EXIF counts: 1 is upright, 3 upside down, 6 and 8 lie on a side; the even ones up to 4, 5
   * and 7 are mirrored besides. Whatever cannot be read is upright.
   */
  static int orientation(ByteBuffer tiff) {
    try {
      var bytes = tiff.slice();
      bytes.order(bytes.get(0) == 'I' ? ByteOrder.LITTLE_ENDIAN : ByteOrder.BIG_ENDIAN);
      var directory = bytes.getInt(4);
      var entries = Short.toUnsignedInt(bytes.getShort(directory));
      for (var entry = 0; entry < entries; entry++) {
        var at = directory + 2 + entry * ENTRY_SIZE;
        if (Short.toUnsignedInt(bytes.getShort(at)) != ORIENTATION) continue;
        var value = bytes.getShort(at + 2) == SHORT ? bytes.getShort(at + 8) : UPRIGHT;
        return value >= 1 && value <= 8 ? value : UPRIGHT;
      }
      return UPRIGHT;
    } catch (IndexOutOfBoundsException e) {
      return UPRIGHT;
    }
  }

  private Exif() {}
}
