package org.motcua.documents.storing;

import java.io.IOException;
import java.io.InputStream;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;
import javax.xml.stream.XMLStreamException;
import org.jspecify.annotations.Nullable;

/** The list of what is what in a Word or Excel file. */
record OfficeTypes(Set<String> types) {

  private static final String WORD =
      "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml";
  private static final String EXCEL =
      "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml";

  static OfficeTypes read(InputStream list) throws IOException, XMLStreamException {
    var types = new HashSet<String>();
    try (list) {
      OfficeXml.read(
          list,
          element ->
              types.add(OfficeXml.attribute(element, "ContentType").toLowerCase(Locale.ROOT)));
    }
    return new OfficeTypes(types);
  }

  /** Null: neither, such as a template, slides, or a file with macros under its honest type. */
  @Nullable FileType main() {
    if (types.contains(WORD)) return FileType.DOCX;
    return types.contains(EXCEL) ? FileType.XLSX : null;
  }

  /** Macros of either kind, controls, objects of other programs, parts that are web pages. */
  boolean active() {
    return types.stream()
        .anyMatch(
            type ->
                type.contains("macro")
                    || type.contains("vba")
                    || type.contains("activex")
                    || type.contains("oleobject")
                    || type.contains("html")
                    || type.contains("rtf")
                    || type.contains("script"));
  }
}
