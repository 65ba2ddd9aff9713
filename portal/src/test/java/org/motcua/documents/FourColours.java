package org.motcua.documents;

import java.awt.image.Raster;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.stream.MemoryCacheImageOutputStream;

/** A picture in a printer's four colours, inverted as Adobe's programs write it. */
final class FourColours {

  static byte[] taken(int width, int height, int orientation) {
    return Pictures.taken(withAdobesMark(jpeg(width, height)), orientation);
  }

  private static byte[] jpeg(int width, int height) {
    var ink = Raster.createInterleavedRaster(0, width, height, 4, null);
    for (var y = 0; y < height; y++) {
      for (var x = 0; x < width; x++) {
        var red = x < width / 2 && y < height / 2;
        ink.setPixel(x, y, red ? new int[] {255, 0, 0, 255} : new int[] {255, 255, 255, 255});
      }
    }
    var writer = ImageIO.getImageWritersByFormatName("jpeg").next();
    try (var bytes = new ByteArrayOutputStream();
        var out = new MemoryCacheImageOutputStream(bytes)) {
      writer.setOutput(out);
      writer.write(null, new IIOImage(ink, null, null), null);
      out.flush();
      return bytes.toByteArray();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } finally {
      writer.dispose();
    }
  }

  private static byte[] withAdobesMark(byte[] jpeg) {
    var mark =
        new byte[] {
          (byte) 0xff, (byte) 0xee, 0, 14, 'A', 'd', 'o', 'b', 'e', 0, 100, 0, 0, 0, 0, 0
        };
    return Files.join(
        java.util.Arrays.copyOf(jpeg, 2), mark, java.util.Arrays.copyOfRange(jpeg, 2, jpeg.length));
  }

  private FourColours() {}
}
