package org.motcua.documents.storing;

import java.io.IOException;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import org.motcua.documents.storing.Intake.Arrived;
import org.springframework.stereotype.Component;

/** Makes of a picture that was found good the one that is kept. */
@Component
class StraightenPictures {

  /** Painted at the same time: each may take a hundred megabytes. */
  private static final int PAINTED_AT_ONCE = 4;

  /** A PNG above it is a photograph or a scan, which a JPEG shows as well in a tenth. */
  private static final long HUGE_PNG = 5L << 20;

  private final Intake intake;
  private final Semaphore paintings = new Semaphore(PAINTED_AT_ONCE, true);

  StraightenPictures(Intake intake) {
    this.intake = intake;
  }

  /** Empty if its pixels cannot be read after all. */
  Optional<Picture> straighten(Arrived sent, FileType type) throws IOException {
    paintings.acquireUninterruptibly();
    try {
      var straight = intake.write(out -> Straightened.write(sent.file(), type, out));
      if (type != FileType.PNG || straight.size() <= HUGE_PNG) {
        return Optional.of(new Picture(straight, type));
      }
      straight.close();
      var smaller = intake.write(out -> Straightened.writeJpeg(sent.file(), type, out));
      return Optional.of(new Picture(smaller, FileType.JPEG));
    } catch (javax.imageio.IIOException | RuntimeException e) {
      return Optional.empty();
    } finally {
      paintings.release();
    }
  }

  record Picture(Arrived file, FileType type) {}
}
