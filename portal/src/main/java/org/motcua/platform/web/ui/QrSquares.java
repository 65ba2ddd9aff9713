package org.motcua.platform.web.ui;

import com.google.zxing.BarcodeFormat;
import com.google.zxing.EncodeHintType;
import com.google.zxing.WriterException;
import com.google.zxing.common.BitMatrix;
import com.google.zxing.qrcode.QRCodeWriter;
import com.google.zxing.qrcode.decoder.ErrorCorrectionLevel;
import java.util.Map;

/** The squares of a QR code (ISO/IEC 18004), as small as its text allows. */
public final class QrSquares {

  /**
   * @param quiet how many squares of nothing stand around it
   * @throws IllegalArgumentException if the text is too long for a QR code
   */
  public static BitMatrix of(String text, int quiet) {
    try {
      return new QRCodeWriter()
          .encode(
              text,
              BarcodeFormat.QR_CODE,
              1,
              1,
              Map.of(
                  EncodeHintType.MARGIN,
                  quiet,
                  EncodeHintType.ERROR_CORRECTION,
                  ErrorCorrectionLevel.M));
    } catch (WriterException e) {
      throw new IllegalArgumentException("Too long for a QR code: " + text, e);
    }
  }

  private QrSquares() {}
}
