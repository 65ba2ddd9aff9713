package org.motcua.documents;

import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.util.Random;
import java.util.zip.DeflaterOutputStream;
import javax.imageio.ImageIO;

/** Pictures as telephones and scanners make them: the upper left quarter red, the rest white. */
final class Pictures {

  static final String PLACE = "20.9517 N 107.0748 E";

  static byte[] jpeg(int width, int height) {
    return encoded("jpg", painted(width, height, BufferedImage.TYPE_3BYTE_BGR));
  }

  static byte[] png(int width, int height) {
    return encoded("png", painted(width, height, BufferedImage.TYPE_3BYTE_BGR));
  }

  /** Nothing in it can be packed. */
  static byte[] noisyPng(int width, int height) {
    var picture = new BufferedImage(width, height, BufferedImage.TYPE_3BYTE_BGR);
    var random = new Random(7);
    for (var y = 0; y < height; y++) {
      for (var x = 0; x < width; x++) picture.setRGB(x, y, random.nextInt());
    }
    return encoded("png", picture);
  }

  /** As a telephone writes one that was held in another way, with the place of it. */
  static byte[] taken(byte[] jpeg, int orientation) {
    var tiff =
        ByteBuffer.allocate(26)
            .put(Files.bytes("MM"))
            .putShort((short) 42)
            .putInt(8)
            .putShort((short) 1)
            .putShort((short) 0x0112)
            .putShort((short) 3)
            .putInt(1)
            .putShort((short) orientation)
            .putShort((short) 0)
            .putInt(0)
            .array();
    var exif = segment(0xe1, Files.join(Files.bytes("Exif\0\0"), tiff, Files.bytes(PLACE)));
    var comment = segment(0xfe, Files.bytes(PLACE));
    var head = java.util.Arrays.copyOf(jpeg, 2);
    var rest = java.util.Arrays.copyOfRange(jpeg, 2, jpeg.length);
    return Files.join(head, exif, comment, rest, Files.bytes("a film of " + PLACE));
  }

  /** A PNG that says where it was taken. */
  static byte[] located(byte[] png) {
    var head = java.util.Arrays.copyOf(png, 33);
    var rest = java.util.Arrays.copyOfRange(png, 33, png.length);
    return Files.join(head, Files.chunk("tEXt", Files.bytes("Place\0" + PLACE)), rest);
  }

  /** White, and of so many pixels that nobody holds all of them at once. */
  static byte[] hugePng(int width, int height) {
    var header =
        ByteBuffer.allocate(13).putInt(width).putInt(height).put(new byte[] {8, 2, 0, 0, 0});
    var packed = new ByteArrayOutputStream();
    var row = new byte[1 + 3 * width];
    java.util.Arrays.fill(row, 1, row.length, (byte) 0xff);
    try (var out = new DeflaterOutputStream(packed)) {
      for (var y = 0; y < height; y++) out.write(row);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return Files.join(
        new byte[] {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1a, '\n'},
        Files.chunk("IHDR", header.array()),
        Files.chunk("IDAT", packed.toByteArray()),
        Files.chunk("IEND", new byte[0]));
  }

  static BufferedImage read(byte[] picture) {
    try {
      return ImageIO.read(new ByteArrayInputStream(picture));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** "upper left", "lower right" … */
  static String redCorner(BufferedImage picture) {
    for (var upper : new boolean[] {true, false}) {
      for (var left : new boolean[] {true, false}) {
        var x = picture.getWidth() * (left ? 1 : 7) / 8;
        var y = picture.getHeight() * (upper ? 1 : 7) / 8;
        var colour = new Color(picture.getRGB(x, y));
        if (colour.getRed() > 200 && colour.getGreen() < 80) {
          return (upper ? "upper" : "lower") + (left ? " left" : " right");
        }
      }
    }
    return "none";
  }

  private static BufferedImage painted(int width, int height, int type) {
    var picture = new BufferedImage(width, height, type);
    var paint = picture.createGraphics();
    paint.setColor(Color.WHITE);
    paint.fillRect(0, 0, width, height);
    paint.setColor(Color.RED);
    paint.fillRect(0, 0, width / 2, height / 2);
    paint.dispose();
    return picture;
  }

  private static byte[] encoded(String format, BufferedImage picture) {
    try (var bytes = new ByteArrayOutputStream()) {
      ImageIO.write(picture, format, bytes);
      return bytes.toByteArray();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static byte[] segment(int marker, byte[] content) {
    return ByteBuffer.allocate(4 + content.length)
        .put((byte) 0xff)
        .put((byte) marker)
        .putShort((short) (2 + content.length))
        .put(content)
        .array();
  }

  private Pictures() {}
}
