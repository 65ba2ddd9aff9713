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
import java.util.List;
import java.util.Map;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.multipdf.PDFMergerUtility;
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

  /** The others are appended to the first, so that its marks of an archive's paper stay. */
  @Override
  public byte[] together(List<byte[]> papers) {
    if (papers.size() == 1) return papers.getFirst();
    var pdf = new ByteArrayOutputStream(64 * 1024 * papers.size());
    var merger = new PDFMergerUtility();
    try (var whole = Loader.loadPDF(papers.getFirst())) {
      for (var paper : papers.subList(1, papers.size())) {
        try (var next = Loader.loadPDF(paper)) {
          merger.appendDocument(whole, next);
        }
      }
      whole.save(pdf);
    } catch (IOException e) {
      throw new UncheckedIOException("The papers cannot be put together", e);
    }
    return pdf.toByteArray();
  }
}
