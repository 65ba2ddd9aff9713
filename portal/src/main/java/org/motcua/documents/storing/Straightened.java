package org.motcua.documents.storing;

import static java.nio.channels.FileChannel.MapMode.READ_ONLY;

import java.awt.Color;
import java.awt.RenderingHints;
import java.awt.geom.AffineTransform;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.OutputStream;
import java.lang.foreign.Arena;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import javax.imageio.IIOException;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageReadParam;
import javax.imageio.ImageReader;
import javax.imageio.ImageTypeSpecifier;
import javax.imageio.ImageWriteParam;
import javax.imageio.stream.MemoryCacheImageOutputStream;

/**
 * A picture as it is kept: upright, no longer than {@value #LONGEST} pixels, and without what the
 * camera wrote beside the pixels, the place above all.
 *
 * <p>One that is upright and small enough keeps every pixel as it was; only another is painted
 * anew. Of a very large one only every second or third pixel is read, so that memory stays bounded.
 */
final class Straightened {

  static final int LONGEST = 3_000;

  /** Smaller by half at most is what looks well by the means below. */
  private static final int LONGEST_READ = 2 * LONGEST;

  private static final long MOST_BYTES_READ = 80L << 20;
  private static final float QUALITY = 0.85f;

  private final Path file;
  private final FileType type;
  private final PictureParts parts;

  private Straightened(Path file, FileType type, PictureParts parts) {
    this.file = file;
    this.type = type;
    this.parts = parts;
  }

  /** Writes it, always in the type that it has. */
  static void write(Path file, FileType type, OutputStream out) throws IOException {
    try (var channel = FileChannel.open(file);
        var here = Arena.ofConfined()) {
      var bytes = channel.map(READ_ONLY, 0, channel.size(), here).asByteBuffer();
      var picture = new Straightened(file, type, PictureParts.of(type, bytes));
      if (picture.isFine()) picture.parts.write(out);
      else picture.paint(out, type);
    }
  }

  /** The same as a JPEG: a large PNG is a photograph or a scan, and weighs ten times as much. */
  static void writeJpeg(Path file, FileType type, OutputStream out) throws IOException {
    try (var channel = FileChannel.open(file);
        var here = Arena.ofConfined()) {
      var bytes = channel.map(READ_ONLY, 0, channel.size(), here).asByteBuffer();
      new Straightened(file, type, PictureParts.of(type, bytes)).paint(out, FileType.JPEG);
    }
  }

  private boolean isFine() throws IOException {
    if (!parts.whole() || parts.orientation() != Exif.UPRIGHT) return false;
    return reading(reader -> Math.max(reader.getWidth(0), reader.getHeight(0)) <= LONGEST);
  }

  private void paint(OutputStream out, FileType as) throws IOException {
    var read = reading(this::pixels);
    write(turned(read, as), as, out);
  }

  // ------------------------------------------------------------------------------------- reading

  private <T> T reading(Reading<T> reading) throws IOException {
    var reader = ImageIO.getImageReadersByMIMEType(type.mediaType()).next();
    try (var input = ImageIO.createImageInputStream(file.toFile())) {
      reader.setInput(input, true, true);
      return reading.from(reader);
    } finally {
      reader.dispose();
    }
  }

  private BufferedImage pixels(ImageReader reader) throws IOException {
    var few = reader.getDefaultReadParam();
    var step = step(reader.getWidth(0), reader.getHeight(0), bytesOfPixel(reader));
    few.setSourceSubsampling(step, step, 0, 0);
    try {
      return reader.read(0, few);
    } catch (IIOException e) {
      if (!reader.canReadRaster()) throw e;
      return fourColours(reader, few);
    }
  }

  private static int bytesOfPixel(ImageReader reader) throws IOException {
    var types = reader.getImageTypes(0);
    return types.hasNext() ? bytes(types.next()) : 4;
  }

  private static int bytes(ImageTypeSpecifier type) {
    return Math.max(1, type.getColorModel().getPixelSize() / 8);
  }

  private static int step(int width, int height, int bytesOfPixel) {
    var byLength = Math.ceilDiv(Math.max(width, height), LONGEST_READ);
    var byMemory = Math.sqrt((double) width * height * bytesOfPixel / MOST_BYTES_READ);
    return Math.max(byLength, (int) Math.ceil(byMemory));
  }

  /** Printers' colours, for which Java has no picture; Adobe's programs write them inverted. */
  private BufferedImage fourColours(ImageReader reader, ImageReadParam few) throws IOException {
    var ink = reader.readRaster(0, few);
    if (ink.getNumBands() != 4) throw new IIOException("Colours of a kind that is not known");
    var picture = new BufferedImage(ink.getWidth(), ink.getHeight(), BufferedImage.TYPE_3BYTE_BGR);
    var row = new int[4 * ink.getWidth()];
    for (var y = 0; y < ink.getHeight(); y++) {
      row = ink.getPixels(0, y, ink.getWidth(), 1, row);
      for (var x = 0; x < ink.getWidth(); x++) picture.setRGB(x, y, rgb(row, 4 * x));
    }
    return picture;
  }

  private int rgb(int[] row, int at) {
    var light = new int[] {row[at], row[at + 1], row[at + 2]};
    if (parts.adobe() == 2) {
      var blue = light[1] - 128;
      var red = light[2] - 128;
      var bright = light[0];
      light[0] = clamp(bright + 1.402 * red);
      light[1] = clamp(bright - 0.344136 * blue - 0.714136 * red);
      light[2] = clamp(bright + 1.772 * blue);
    }
    var rgb = 0;
    for (var colour : light) rgb = rgb << 8 | unprinted(colour, row[at + 3]);
    return rgb;
  }

  private int unprinted(int colour, int black) {
    return parts.adobe() >= 0 ? colour * black / 255 : (255 - colour) * (255 - black) / 255;
  }

  private static int clamp(double value) {
    return (int) Math.max(0, Math.min(255, Math.round(value)));
  }

  // ------------------------------------------------------------------------------------- painting

  private BufferedImage turned(BufferedImage read, FileType as) {
    var scale = Math.min(1.0, (double) LONGEST / Math.max(read.getWidth(), read.getHeight()));
    var width = Math.max(1, (int) Math.round(read.getWidth() * scale));
    var height = Math.max(1, (int) Math.round(read.getHeight() * scale));
    var lies = parts.orientation() >= 5;
    var turned = new BufferedImage(lies ? height : width, lies ? width : height, kind(read, as));
    var transform = turn(parts.orientation(), width, height);
    transform.scale((double) width / read.getWidth(), (double) height / read.getHeight());
    var paint = turned.createGraphics();
    if (!turned.getColorModel().hasAlpha()) {
      paint.setColor(Color.WHITE);
      paint.fillRect(0, 0, turned.getWidth(), turned.getHeight());
    }
    paint.setRenderingHint(
        RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BILINEAR);
    paint.drawImage(read, transform, null);
    paint.dispose();
    return turned;
  }

  private static int kind(BufferedImage read, FileType as) {
    if (read.getColorModel().hasAlpha() && as == FileType.PNG) return BufferedImage.TYPE_4BYTE_ABGR;
    return read.getType() == BufferedImage.TYPE_BYTE_GRAY
        ? BufferedImage.TYPE_BYTE_GRAY
        : BufferedImage.TYPE_3BYTE_BGR;
  }

  /** What brings a picture of this orientation, of this size as it was read, upright. */
  private static AffineTransform turn(int orientation, int width, int height) {
    return switch (orientation) {
      case 2 -> new AffineTransform(-1, 0, 0, 1, width, 0);
      case 3 -> new AffineTransform(-1, 0, 0, -1, width, height);
      case 4 -> new AffineTransform(1, 0, 0, -1, 0, height);
      case 5 -> new AffineTransform(0, 1, 1, 0, 0, 0);
      case 6 -> new AffineTransform(0, 1, -1, 0, height, 0);
      case 7 -> new AffineTransform(0, -1, -1, 0, height, width);
      case 8 -> new AffineTransform(0, -1, 1, 0, 0, width);
      default -> new AffineTransform();
    };
  }

  // ------------------------------------------------------------------------------------- writing

  private static void write(BufferedImage picture, FileType as, OutputStream out)
      throws IOException {
    var writer = ImageIO.getImageWritersByMIMEType(as.mediaType()).next();
    try (var image = new MemoryCacheImageOutputStream(out)) {
      writer.setOutput(image);
      var how = writer.getDefaultWriteParam();
      if (as == FileType.JPEG) {
        how.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
        how.setCompressionQuality(QUALITY);
      }
      writer.write(null, new IIOImage(picture, null, null), how);
    } finally {
      writer.dispose();
    }
  }

  private interface Reading<T> {
    T from(ImageReader reader) throws IOException;
  }
}
