package org.motcua.documents.storing;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Semaphore;
import org.apache.tika.Tika;
import org.motcua.documents.StoringOutcome.Reason;
import org.springframework.stereotype.Component;

/**
 * Says what a file really is: first by its first bytes, then by opening it as what it seems to be.
 *
 * <p>A genuine file of a kind we take is taken under a wrong name, too (telephones do that);
 * anything else under the name of one is refused, and so is what is two things at once: a picture
 * or PDF with an archive behind it.
 */
@Component
class ContentCheck {

  private static final Set<String> HEIC =
      Set.of("image/heic", "image/heif", "image/heic-sequence", "image/heif-sequence");

  /** A password wraps an Office file into the container that older Office files are. */
  private static final Set<String> OLD_OFFICE =
      Set.of("application/x-tika-msoffice", "application/x-ole-storage");

  private static final Set<String> MACRO_EXTENSIONS =
      Set.of("docm", "dotm", "xlsm", "xltm", "xlam");

  /** Files opened at the same time, so that many senders at once cannot fill the memory. */
  private static final int OPENED_AT_ONCE = 4;

  private final Tika byFirstBytes = new Tika();
  private final Semaphore openings = new Semaphore(OPENED_AT_ONCE, true);

  Finding look(Path file, String name) throws IOException {
    var archive = Archive.of(file);
    var found = byContent(file);
    if (HEIC.contains(found)) return rejected(Reason.HEIC);
    var type = archive.beginsAtOnce() ? OfficeCheck.typeOf(file) : FileType.ofMediaType(found);
    if (type.isEmpty()) return rejected(unknown(found, FileName.extension(name)));
    if (archive.endsAsOne() && !archive.beginsAtOnce()) return rejected(Reason.NOT_WHAT_IT_SAYS);
    return open(type.get(), file)
        .<Finding>map(ContentCheck::rejected)
        .orElseGet(() -> new Accepted(type.get()));
  }

  private static Reason unknown(String found, String extension) {
    var office = FileType.DOCX.isWrittenWith(extension) || FileType.XLSX.isWrittenWith(extension);
    if (office && OLD_OFFICE.contains(found)) return Reason.ENCRYPTED;
    if (MACRO_EXTENSIONS.contains(extension.toLowerCase(Locale.ROOT))) return Reason.ACTIVE_CONTENT;
    var pretends = FileType.isAcceptedExtension(extension);
    return pretends ? Reason.NOT_WHAT_IT_SAYS : Reason.TYPE_NOT_ACCEPTED;
  }

  private String byContent(Path file) throws IOException {
    try (var stream = Files.newInputStream(file)) {
      return byFirstBytes.detect(stream);
    }
  }

  private Optional<Reason> open(FileType type, Path file) throws IOException {
    openings.acquireUninterruptibly();
    try {
      return switch (type) {
        case PDF -> PdfCheck.fault(file);
        case JPEG, PNG -> PictureCheck.fault(file, type);
        case DOCX, XLSX -> OfficeCheck.fault(file);
      };
    } finally {
      openings.release();
    }
  }

  private static Rejected rejected(Reason reason) {
    return new Rejected(
        reason, reason == Reason.TOO_MANY_PAGES ? List.of(PdfCheck.MOST_PAGES) : List.of());
  }

  sealed interface Finding {}

  record Accepted(FileType type) implements Finding {}

  record Rejected(Reason reason, List<Object> arguments) implements Finding {}
}
