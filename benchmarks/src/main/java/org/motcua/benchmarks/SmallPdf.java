package org.motcua.benchmarks;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.util.List;

/** A whole and valid PDF of one page with one line, small as a scanned slip is not. */
final class SmallPdf {

  static byte[] saying(String line) {
    var drawing = "BT /F1 18 Tf 72 720 Td (" + line.replaceAll("[()\\\\]", " ") + ") Tj ET";
    var objects =
        List.of(
            "<< /Type /Catalog /Pages 2 0 R >>",
            "<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
            "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R"
                + " /Resources << /Font << /F1 5 0 R >> >> >>",
            "<< /Length " + drawing.length() + " >>\nstream\n" + drawing + "\nendstream",
            "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>");
    var pdf = new StringBuilder("%PDF-1.4\n");
    var table = new StringBuilder("xref\n0 6\n0000000000 65535 f \n");
    for (var i = 0; i < objects.size(); i++) {
      table.append("%010d 00000 n \n".formatted(pdf.length()));
      pdf.append("%d 0 obj\n%s\nendobj\n".formatted(i + 1, objects.get(i)));
    }
    var begin = pdf.length();
    pdf.append(table).append("trailer\n<< /Size 6 /Root 1 0 R >>\nstartxref\n");
    pdf.append(begin).append("\n%%EOF\n");
    return pdf.toString().getBytes(ISO_8859_1);
  }

  private SmallPdf() {}
}
