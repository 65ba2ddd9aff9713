package org.motcua.simulators.outside.natpay;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.motcua.simulators.outside.gateways.Order;
import org.motcua.simulators.outside.gateways.Times;

/** The platform's receipt: one page, in the letters that every PDF reader has. */
final class BillPdf {

  static byte[] of(Order order) {
    var ending = order.ending();
    if (ending == null) throw new IllegalArgumentException(order.ref() + " is not paid");
    return document(
        List.of(
            "BIEN LAI THANH TOAN (CONG THANH TOAN QUOC GIA, GIA LAP)",
            "Ma tham chieu: " + order.ref(),
            "Noi dung: " + order.info(),
            String.format(Locale.ROOT, "So tien: %,d VND", order.dong()),
            "Ma giao dich: " + ending.transaction(),
            "Ngan hang: " + ending.bank(),
            "Thoi gian: " + Times.written(ending.at())));
  }

  private static byte[] document(List<String> lines) {
    var text = new StringBuilder("BT /F1 12 Tf 56 780 Td 22 TL\n");
    for (var line : lines) text.append("(").append(plain(line)).append(") Tj T*\n");
    text.append("ET");
    var objects =
        List.of(
            "<< /Type /Catalog /Pages 2 0 R >>",
            "<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
            "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R"
                + " /Resources << /Font << /F1 5 0 R >> >> >>",
            "<< /Length " + text.length() + " >>\nstream\n" + text + "\nendstream",
            "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>");
    var pdf = new StringBuilder("%PDF-1.4\n");
    var starts = new ArrayList<Integer>();
    for (var object : objects) {
      starts.add(pdf.length());
      pdf.append(starts.size()).append(" 0 obj\n").append(object).append("\nendobj\n");
    }
    var table = pdf.length();
    pdf.append("xref\n0 ").append(starts.size() + 1).append("\n0000000000 65535 f \n");
    for (var start : starts) pdf.append("%010d 00000 n \n".formatted(start));
    pdf.append("trailer\n<< /Size ").append(starts.size() + 1).append(" /Root 1 0 R >>\n");
    pdf.append("startxref\n").append(table).append("\n%%EOF\n");
    return pdf.toString().getBytes(ISO_8859_1);
  }

  /** Without marks above and below letters, and without what ends a text. */
  private static String plain(String line) {
    return Normalizer.normalize(line.replace('đ', 'd').replace('Đ', 'D'), Normalizer.Form.NFD)
        .replaceAll("[^ -~]", "")
        .replaceAll("[()\\\\]", " ");
  }

  private BillPdf() {}
}
