package org.motcua.platform.web.ui;

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
    var squares = QrSquares.of(text, QUIET_SQUARES);
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
}
