package org.motcua.documents.storing;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import javax.imageio.IIOException;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import org.motcua.documents.StoringOutcome.Reason;

/** Opens a picture as far as is needed to know that all of it is there. */
final class PictureCheck {

  /** The best telephones' pictures have 50 million pixels; a page scanned at 600 dpi 35 million. */
  private static final long MOST_PIXELS = 64_000_000;

  private static final int LONGEST_SIDE = 20_000;

  /** Every pixel is decoded, few are kept. */
  private static final int KEPT_SIDE = 512;

  static Optional<Reason> fault(Path file, FileType type) throws IOException {
    var reader = ImageIO.getImageReadersByMIMEType(type.mediaType()).next();
    try (var input = ImageIO.createImageInputStream(file.toFile())) {
      reader.setInput(input, true, true);
      var width = reader.getWidth(0);
      var height = reader.getHeight(0);
      if (width > LONGEST_SIDE || height > LONGEST_SIDE || (long) width * height > MOST_PIXELS) {
        return Optional.of(Reason.TOO_BIG_TO_OPEN);
      }
      return decodes(reader, Math.max(width, height)) ? Optional.empty() : damaged();
    } catch (IIOException | RuntimeException e) {
      return damaged();
    } finally {
      reader.dispose();
    }
  }

  private static boolean decodes(ImageReader reader, int longerSide) throws IOException {
    var cutShort = new AtomicBoolean();
    reader.addIIOReadWarningListener(
        (source, warning) -> {
          if (warning.contains("Truncated") || warning.contains("Premature end")) {
            cutShort.set(true);
          }
        });
    var few = reader.getDefaultReadParam();
    var step = Math.max(1, longerSide / KEPT_SIDE);
    few.setSourceSubsampling(step, step, 0, 0);
    // As a raster where possible: printers' four-colour pictures have no other form here.
    if (reader.canReadRaster()) reader.readRaster(0, few);
    else reader.read(0, few);
    return !cutShort.get();
  }

  private static Optional<Reason> damaged() {
    return Optional.of(Reason.DAMAGED);
  }

  private PictureCheck() {}
}
