package org.motcua.documents.verifying;

import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.regex.Pattern;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.io.IOUtils;
import org.apache.pdfbox.io.RandomAccessReadBufferedFile;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.motcua.documents.VerificationCode;

/** Finds the verification codes that a PDF carries in its properties or shows on its pages. */
final class CodesInPdf {

  private static final Pattern CODE =
      Pattern.compile("[0-9A-HJKMNP-TV-Z]{4}(?:-\\s*[0-9A-HJKMNP-TV-Z]{4}){3}");

  /** Our certificates have few pages; a book is not read to its end. */
  private static final int PAGES = 5;

  private static final int MOST_CODES = 10;

  static Set<VerificationCode> of(Path file) {
    try (var bytes = new RandomAccessReadBufferedFile(file.toFile());
        var pdf = Loader.loadPDF(bytes, "", null, null, IOUtils.createTempFileOnlyStreamCache())) {
      var codes = new LinkedHashSet<VerificationCode>();
      collect(String.valueOf(pdf.getDocumentInformation().getKeywords()), codes);
      collect(text(pdf), codes);
      return codes;
    } catch (IOException | RuntimeException | StackOverflowError e) {
      // Not a PDF, or one that was broken: then nothing can be read in it.
      return Set.of();
    }
  }

  private static String text(PDDocument pdf) throws IOException {
    var stripper = new PDFTextStripper();
    stripper.setEndPage(PAGES);
    return stripper.getText(pdf);
  }

  private static void collect(String text, Set<VerificationCode> codes) {
    CODE.matcher(text)
        .results()
        .flatMap(found -> VerificationCode.parse(found.group()).stream())
        .limit(MOST_CODES)
        .forEach(codes::add);
  }

  private CodesInPdf() {}
}
