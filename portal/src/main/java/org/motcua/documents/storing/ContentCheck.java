package org.motcua.documents.storing;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Semaphore;
import org.apache.tika.Tika;
import org.motcua.documents.StoringOutcome.Reason;
import org.motcua.documents.Upload;
import org.springframework.stereotype.Component;

/**
 * Says what a file really is: first by its first bytes, then by opening it as what it seems to be.
 *
 * <p>A genuine picture or PDF under a wrong name is taken (telephones do that); anything else under
 * the name of one is refused.
 */
@Component
class ContentCheck {

  private static final Set<String> HEIC =
      Set.of("image/heic", "image/heif", "image/heic-sequence", "image/heif-sequence");

  /** Files opened at the same time, so that many senders at once cannot fill the memory. */
  private static final int OPENED_AT_ONCE = 4;

  private final Tika byFirstBytes = new Tika();
  private final Semaphore openings = new Semaphore(OPENED_AT_ONCE, true);

  Finding look(Path file, Upload upload) throws IOException {
    var found = byContent(file);
    if (HEIC.contains(found)) return new Rejected(Reason.HEIC, List.of());
    var type = FileType.ofMediaType(found);
    if (type.isEmpty()) {
      var pretends = FileType.isAcceptedExtension(FileName.extension(upload.name()));
      var reason = pretends ? Reason.NOT_WHAT_IT_SAYS : Reason.TYPE_NOT_ACCEPTED;
      return new Rejected(reason, List.of());
    }
    return open(type.get(), file)
        .<Finding>map(reason -> new Rejected(reason, List.of()))
        .orElseGet(() -> new Accepted(type.get()));
  }

  private String byContent(Path file) throws IOException {
    try (var stream = java.nio.file.Files.newInputStream(file)) {
      return byFirstBytes.detect(stream);
    }
  }

  private Optional<Reason> open(FileType type, Path file) throws IOException {
    openings.acquireUninterruptibly();
    try {
      return switch (type) {
        case PDF -> PdfCheck.fault(file);
        case JPEG, PNG -> PictureCheck.fault(file, type);
      };
    } finally {
      openings.release();
    }
  }

  sealed interface Finding {}

  record Accepted(FileType type) implements Finding {}

  record Rejected(Reason reason, List<Object> arguments) implements Finding {}
}
