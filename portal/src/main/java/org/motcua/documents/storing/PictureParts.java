package org.motcua.documents.storing;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.util.List;

/**
 * What a picture's file is made of, as far as it is needed to show it: no place, no time, no
 * camera, no smaller copies of the picture, nothing behind its end.
 *
 * @param needed slices of the file
 * @param orientation as {@link Exif} tells it
 * @param whole the end was found where it should be
 * @param adobe how the colours are written, as Adobe's programs note it; -1 if they do not
 */
record PictureParts(List<ByteBuffer> needed, int orientation, boolean whole, int adobe) {

  static PictureParts of(FileType type, ByteBuffer file) {
    return type == FileType.JPEG ? JpegParts.of(file) : PngParts.of(file);
  }

  /** Every pixel as it was. */
  void write(OutputStream out) throws IOException {
    var channel = Channels.newChannel(out);
    for (var part : needed) channel.write(part.duplicate());
  }
}
