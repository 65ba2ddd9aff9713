package org.motcua.documents.storing;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Set;

/** Goes through a PNG from chunk to chunk (ISO/IEC 15948, clause 5). */
final class PngParts {

  private static final int SIGNATURE = 8;

  /** Length, name and check sum around each chunk's content. */
  private static final int AROUND = 12;

  private static final Set<String> SHOWN =
      Set.of(
          "IHDR", "PLTE", "IDAT", "IEND", "tRNS", "gAMA", "cHRM", "sRGB", "iCCP", "cICP", "sBIT",
          "bKGD", "pHYs");

  static PictureParts of(ByteBuffer file) {
    var needed = new ArrayList<ByteBuffer>();
    var orientation = Exif.UPRIGHT;
    var whole = false;
    try {
      needed.add(file.slice(0, SIGNATURE));
      for (var at = SIGNATURE; !whole; ) {
        var length = file.getInt(at);
        var name = name(file, at + 4);
        var chunk = file.slice(at, Math.addExact(length, AROUND));
        if (SHOWN.contains(name)) needed.add(chunk);
        if (name.equals("eXIf")) orientation = Exif.orientation(chunk.slice(8, length));
        whole = name.equals("IEND");
        at += chunk.limit();
      }
    } catch (IndexOutOfBoundsException | ArithmeticException e) {
      whole = false;
    }
    return new PictureParts(needed, orientation, whole, -1);
  }

  private static String name(ByteBuffer file, int at) {
    var name = new byte[4];
    file.get(at, name);
    return new String(name, StandardCharsets.US_ASCII);
  }

  private PngParts() {}
}
