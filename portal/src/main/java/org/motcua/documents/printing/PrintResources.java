package org.motcua.documents.printing;

import com.openhtmltopdf.extend.FSStream;
import com.openhtmltopdf.outputdevice.helper.BaseRendererBuilder.FontStyle;
import com.openhtmltopdf.pdfboxout.PdfRendererBuilder;
import com.openhtmltopdf.util.Diagnostic;
import com.openhtmltopdf.util.XRLog;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.logging.Level;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.io.ClassPathResource;

/**
 * All that a printed page can reach: two families of fonts and our own style sheets. Any other
 * address, of the network or the disk, leads nowhere.
 */
final class PrintResources {

  private static final Logger log = LoggerFactory.getLogger(PrintResources.class);

  private static final String SCHEME = "print";
  static final String BASE = SCHEME + ":";

  private static final List<Font> FONTS =
      List.of(
          new Font("Liberation Serif", "LiberationSerif-Regular", 400, FontStyle.NORMAL),
          new Font("Liberation Serif", "LiberationSerif-Bold", 700, FontStyle.NORMAL),
          new Font("Liberation Serif", "LiberationSerif-Italic", 400, FontStyle.ITALIC),
          new Font("Liberation Serif", "LiberationSerif-BoldItalic", 700, FontStyle.ITALIC),
          new Font("Liberation Sans", "LiberationSans-Regular", 400, FontStyle.NORMAL),
          new Font("Liberation Sans", "LiberationSans-Bold", 700, FontStyle.NORMAL),
          new Font("Liberation Sans", "LiberationSans-Italic", 400, FontStyle.ITALIC),
          new Font("Liberation Sans", "LiberationSans-BoldItalic", 700, FontStyle.ITALIC));

  static {
    XRLog.listRegisteredLoggers().forEach(name -> XRLog.setLevel(name, Level.WARNING));
  }

  private final Map<String, byte[]> sheets =
      Map.of(
          "print:official.css", read("printing/official.css"),
          "print:form.css", read("printing/form.css"));

  void bring(PdfRendererBuilder builder) {
    for (var font : FONTS) {
      builder.useFont(font::open, font.family(), font.weight(), font.style(), true);
    }
    builder.useUriResolver((base, address) -> allowed(address) ? address : null);
    builder.useHttpStreamImplementation(this::sheet);
    builder.useProtocolsStreamImplementation(
        this::sheet, SCHEME, "http", "https", "file", "jar", "ftp");
    builder.withDiagnosticConsumer(PrintResources::report);
  }

  private static boolean allowed(String address) {
    return address.startsWith("data:image/") || address.startsWith(BASE) || address.startsWith("#");
  }

  private FSStream sheet(String address) {
    return new Sheet(sheets.getOrDefault(address, new byte[0]));
  }

  private static void report(Diagnostic diagnostic) {
    if (diagnostic.getLevel().intValue() >= Level.WARNING.intValue()) {
      log.warn("Printing: {}", diagnostic.getFormattedMessage());
    }
  }

  private static byte[] read(String path) {
    try {
      return new ClassPathResource(path).getContentAsByteArray();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private record Font(String family, byte[] content, int weight, FontStyle style) {

    Font(String family, String file, int weight, FontStyle style) {
      this(family, LatinFont.of(read("liberation/" + file + ".ttf")), weight, style);
    }

    InputStream open() {
      return new ByteArrayInputStream(content);
    }
  }

  private record Sheet(byte[] content) implements FSStream {

    @Override
    public InputStream getStream() {
      return new ByteArrayInputStream(content);
    }

    @Override
    public Reader getReader() {
      return new InputStreamReader(getStream(), StandardCharsets.UTF_8);
    }
  }
}
