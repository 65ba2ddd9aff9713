package org.motcua.benchmarks;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.util.List;
import java.util.concurrent.ThreadLocalRandom;

/**
 * A whole and valid PDF of one page with one line, small as a scanned slip is not, or blown up by a
 * stream that nothing can make smaller, as one of a thick bundle.
 */
final class SmallPdf {

  static byte[] saying(String line) {
    return saying(line, "");
  }

  /** Of at least so many bytes, and different ones each time. */
  static byte[] saying(String line, int bytes) {
    var scan = new byte[bytes];
    ThreadLocalRandom.current().nextBytes(scan);
    return saying(line, new String(scan, ISO_8859_1));
  }

  private static byte[] saying(String line, String scan) {
    var drawing = "BT /F1 18 Tf 72 720 Td (" + line.replaceAll("[()\\\\]", " ") + ") Tj ET";
    var objects =
        List.of(
            "<< /Type /Catalog /Pages 2 0 R >>",
            "<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
            "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R"
                + " /Resources << /Font << /F1 5 0 R >> >> >>",
            "<< /Length " + drawing.length() + " >>\nstream\n" + drawing + "\nendstream",
            "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>",
            "<< /Length " + scan.length() + " >>\nstream\n" + scan + "\nendstream");
    var pdf = new StringBuilder("%PDF-1.4\n");
    var table = new StringBuilder("xref\n0 7\n0000000000 65535 f \n");
    for (var i = 0; i < objects.size(); i++) {
      table.append("%010d 00000 n \n".formatted(pdf.length()));
      pdf.append(i + 1).append(" 0 obj\n").append(objects.get(i)).append("\nendobj\n");
    }
    var begin = pdf.length();
    pdf.append(table).append("trailer\n<< /Size 7 /Root 1 0 R >>\nstartxref\n");
    pdf.append(begin).append("\n%%EOF\n");
    return pdf.toString().getBytes(ISO_8859_1);
  }

  private SmallPdf() {}
}
