package org.motcua.documents.storing;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Set;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.io.IOUtils;
import org.apache.pdfbox.io.RandomAccessReadBufferedFile;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.encryption.InvalidPasswordException;
import org.motcua.documents.StoringOutcome.Reason;

/** Opens a PDF and looks at every object in it. */
final class PdfCheck {

  static final int MOST_PAGES = 2_000;

  private static final int MOST_OBJECTS = 500_000;
  private static final int DEEPEST = 200;

  /** What a reader would do by itself or be led into doing: programs, other files, forms of XFA. */
  private static final Set<String> ACTIONS =
      Set.of("JavaScript", "Launch", "ImportData", "Rendition");

  private static final Set<COSName> ACTIVE_KEYS =
      Set.of(COSName.JS, COSName.getPDFName("JavaScript"), COSName.getPDFName("XFA"));

  static Optional<Reason> fault(Path file) throws IOException {
    var shape = PdfShape.of(file);
    if (!shape.wholeFileIsPdf()) return Optional.of(Reason.NOT_WHAT_IT_SAYS);
    if (shape.unpacksToTooMuch()) return Optional.of(Reason.TOO_BIG_TO_OPEN);
    try (var bytes = new RandomAccessReadBufferedFile(file.toFile());
        var pdf = Loader.loadPDF(bytes, "", null, null, IOUtils.createTempFileOnlyStreamCache())) {
      if (pdf.isEncrypted()) return Optional.of(Reason.ENCRYPTED);
      var pages = PdfPages.count(pdf, MOST_PAGES);
      if (pages < 1) return Optional.of(Reason.DAMAGED);
      if (pages > MOST_PAGES) return Optional.of(Reason.TOO_MANY_PAGES);
      return look(pdf);
    } catch (InvalidPasswordException e) {
      return Optional.of(Reason.ENCRYPTED);
    } catch (IOException | RuntimeException | StackOverflowError e) {
      // The parser runs into all of these on files that were cut short or made to trouble it.
      return Optional.of(Reason.DAMAGED);
    }
  }

  private static Optional<Reason> look(PDDocument pdf) throws IOException {
    var document = pdf.getDocument();
    var keys = document.getXrefTable().keySet();
    if (keys.size() > MOST_OBJECTS) return Optional.of(Reason.TOO_BIG_TO_OPEN);
    if (active(document.getTrailer(), 0)) return Optional.of(Reason.ACTIVE_CONTENT);
    for (var key : keys) {
      var object = document.getObjectFromPool(key);
      if (object != null && active(object.getObject(), 0)) {
        return Optional.of(Reason.ACTIVE_CONTENT);
      }
    }
    return Optional.empty();
  }

  /** Follows what is written inside an object; what it refers to is an object of its own. */
  private static boolean active(@org.jspecify.annotations.Nullable COSBase part, int depth) {
    if (depth > DEEPEST) throw new IllegalArgumentException("Nested too deeply");
    return switch (part) {
      case COSDictionary dictionary -> active(dictionary, depth);
      case COSArray array -> {
        for (var index = 0; index < array.size(); index++) {
          if (active(array.get(index), depth + 1)) yield true;
        }
        yield false;
      }
      case null, default -> false;
    };
  }

  private static boolean active(COSDictionary dictionary, int depth) {
    var action = dictionary.getCOSName(COSName.S);
    if (action != null && ACTIONS.contains(action.getName())) return true;
    for (var entry : dictionary.entrySet()) {
      if (ACTIVE_KEYS.contains(entry.getKey())) return true;
      if (active(entry.getValue(), depth + 1)) return true;
    }
    return false;
  }

  private PdfCheck() {}
}
