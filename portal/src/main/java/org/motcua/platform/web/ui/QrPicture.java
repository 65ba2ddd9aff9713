package org.motcua.platform.web.ui;

import com.google.zxing.common.BitMatrix;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Base64;
import javax.imageio.ImageIO;

/** A QR code as a picture of black and white squares, for papers. */
public final class QrPicture {

  /** Printers and screens need whole, sharp squares. */
  private static final int PIXELS_PER_SQUARE = 6;

  private static final int QUIET_SQUARES = 2;

  /** For {@code <img src>}. */
  public static String dataUri(String text) {
    var png = new ByteArrayOutputStream(1024);
    try (var output = new javax.imageio.stream.MemoryCacheImageOutputStream(png)) {
      ImageIO.write(picture(QrSquares.of(text, QUIET_SQUARES)), "png", output);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return "data:image/png;base64," + Base64.getEncoder().encodeToString(png.toByteArray());
  }

  private static BufferedImage picture(BitMatrix squares) {
    var side = squares.getWidth() * PIXELS_PER_SQUARE;
    var picture = new BufferedImage(side, side, BufferedImage.TYPE_BYTE_BINARY);
    for (var y = 0; y < side; y++) {
      for (var x = 0; x < side; x++) {
        var black = squares.get(x / PIXELS_PER_SQUARE, y / PIXELS_PER_SQUARE);
        picture.setRGB(x, y, black ? 0xff000000 : 0xffffffff);
      }
    }
    return picture;
  }

  private QrPicture() {}
}
