package org.motcua.documents.printing;

import com.openhtmltopdf.pdfboxout.PdfRendererBuilder;
import com.openhtmltopdf.pdfboxout.PdfRendererBuilder.PdfAConformance;
import gg.jte.TemplateEngine;
import gg.jte.output.StringOutput;
import java.awt.color.ColorSpace;
import java.awt.color.ICC_Profile;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Map;
import org.motcua.documents.Printing;
import org.springframework.stereotype.Service;

/**
 * Papers are PDF/A-2a: tagged for screen readers, every letter searchable, fonts and colours
 * inside.
 */
@Service
public class PrintPdf implements Printing {

  private static final byte[] SRGB = ICC_Profile.getInstance(ColorSpace.CS_sRGB).getData();

  private final TemplateEngine templates;
  private final PrintResources resources = new PrintResources();

  public PrintPdf(TemplateEngine templates) {
    this.templates = templates;
  }

  @Override
  public String html(String template, Map<String, Object> parameters) {
    var text = new StringOutput();
    templates.render(template + ".jte", parameters, text);
    return text.toString();
  }

  @Override
  public byte[] pdf(String html) {
    var builder = new PdfRendererBuilder();
    builder.useFastMode();
    builder.usePdfUaAccessibility(true);
    builder.usePdfAConformance(PdfAConformance.PDFA_2_A);
    builder.useColorProfile(SRGB);
    builder.withProducer("Một Cửa");
    resources.bring(builder);
    builder.withW3cDocument(PrintedHtml.parse(html), PrintResources.BASE);
    var pdf = new ByteArrayOutputStream(64 * 1024);
    builder.toStream(pdf);
    try {
      builder.run();
    } catch (IOException e) {
      throw new UncheckedIOException("The page cannot be printed", e);
    }
    return pdf.toByteArray();
  }
}
