package org.motcua.benchmarks;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class SmallPdfTest {

  @Test
  void itsTableOfObjectsIsWhereItSays() {
    var pdf = new String(SmallPdf.saying("Giay chung sinh"), ISO_8859_1);
    var begin = Integer.parseInt(pdf.split("startxref\n")[1].split("\n")[0]);

    assertThat(pdf).startsWith("%PDF-").endsWith("%%EOF\n");
    assertThat(pdf.substring(begin)).startsWith("xref\n");
    assertThat(pdf.substring(Integer.parseInt(pdf.substring(begin).split("\n")[3].split(" ")[0])))
        .startsWith("1 0 obj");
  }
}
