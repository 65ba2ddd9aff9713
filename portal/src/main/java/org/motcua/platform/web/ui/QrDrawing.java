package org.motcua.platform.web.ui;

import com.google.zxing.BarcodeFormat;
import com.google.zxing.EncodeHintType;
import com.google.zxing.WriterException;
import com.google.zxing.common.BitMatrix;
import com.google.zxing.qrcode.QRCodeWriter;
import com.google.zxing.qrcode.decoder.ErrorCorrectionLevel;
import java.util.Map;

/**
 * A QR code (ISO/IEC 18004) for {@code ui/qr.jte}, as lines of squares of one unit.
 *
 * @param side of the whole picture, its quiet zone of four squares included
 * @param path for SVG: {@code M4 4h7v1h-7z…}
 */
public record QrDrawing(int side, String path) {

  private static final int QUIET_SQUARES = 4;

  /**
   * @throws IllegalArgumentException if the text is too long for a QR code
   */
  public static QrDrawing of(String text) {
    var squares = squares(text);
    var path = new StringBuilder();
    for (var y = 0; y < squares.getHeight(); y++) {
      for (var x = 0; x < squares.getWidth(); x++) {
        var from = x;
        while (x < squares.getWidth() && squares.get(x, y)) x++;
        if (x > from) path.append("M%d %dh%dv1h-%dz".formatted(from, y, x - from, x - from));
      }
    }
    return new QrDrawing(squares.getWidth(), path.toString());
  }

  private static BitMatrix squares(String text) {
    try {
      return new QRCodeWriter()
          .encode(
              text,
              BarcodeFormat.QR_CODE,
              1,
              1,
              Map.of(
                  EncodeHintType.MARGIN,
                  QUIET_SQUARES,
                  EncodeHintType.ERROR_CORRECTION,
                  ErrorCorrectionLevel.M));
    } catch (WriterException e) {
      throw new IllegalArgumentException("Too long for a QR code: " + text, e);
    }
  }
}
