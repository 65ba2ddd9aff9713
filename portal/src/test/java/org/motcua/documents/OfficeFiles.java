package org.motcua.documents;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** Word and Excel files made of their parts, good ones and others. */
public final class OfficeFiles {

  private static final String TYPES = "[Content_Types].xml";
  private static final String OFFICE = "application/vnd.openxmlformats-officedocument.";
  private static final String WORD = OFFICE + "wordprocessingml.document.main+xml";
  private static final String EXCEL = OFFICE + "spreadsheetml.sheet.main+xml";
  private static final String RELATION =
      "http://schemas.openxmlformats.org/officeDocument/2006/relationships/";

  private final Map<String, byte[]> parts = new LinkedHashMap<>();

  public static byte[] docx() {
    return word("<w:t>Đơn đề nghị</w:t>").bytes();
  }

  public static byte[] xlsx() {
    return excel().bytes();
  }

  public static byte[] docxWithPart(String name, byte[] content) {
    return word("").with(name, content).bytes();
  }

  static OfficeFiles word(String body) {
    return new OfficeFiles()
        .types(WORD, "/word/document.xml")
        .with("_rels/.rels", relation("officeDocument", "word/document.xml", false))
        .with(
            "word/document.xml",
            "<w:document xmlns:w=\"w\"><w:body><w:p><w:r>"
                + body
                + "</w:r></w:p></w:body></w:document>");
  }

  static OfficeFiles excel() {
    return new OfficeFiles()
        .types(EXCEL, "/xl/workbook.xml")
        .with("_rels/.rels", relation("officeDocument", "xl/workbook.xml", false))
        .with("xl/workbook.xml", "<workbook/>")
        .with("xl/worksheets/sheet1.xml", "<worksheet/>")
        .with("xl/printerSettings/printerSettings1.bin", "settings");
  }

  /** Under the type that a file with macros honestly has. */
  static byte[] docm() {
    return word("")
        .types("application/vnd.ms-word.document.macroEnabled.main+xml", "/word/document.xml")
        .with("word/vbaProject.bin", "macros")
        .bytes();
  }

  /** Macros under the type of a file without. */
  static byte[] docxWithMacros() {
    return word("").with("word/vbaProject.bin", "macros").bytes();
  }

  static byte[] docxThatListsMacros() {
    return word("")
        .types(
            WORD, "/word/document.xml", "bin\" ContentType=\"application/vnd.ms-office.vbaProject")
        .bytes();
  }

  static byte[] docxWith(String relation, boolean outside) {
    return word("")
        .with("word/_rels/document.xml.rels", relation(relation, "https://example.test/a", outside))
        .bytes();
  }

  static String relation(String kind, String target, boolean outside) {
    return """
    <Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">\
    <Relationship Id="r1" Type="%s" Target="%s"%s/></Relationships>\
    """
        .formatted(RELATION + kind, target, outside ? " TargetMode=\"External\"" : "");
  }

  OfficeFiles types(String main, String part, String... defaults) {
    var list =
        new StringBuilder("<Types><Default Extension=\"xml\" ContentType=\"application/xml\"/>");
    for (var each : defaults) list.append("<Default Extension=\"").append(each).append("\"/>");
    list.append("<Override PartName=\"%s\" ContentType=\"%s\"/></Types>".formatted(part, main));
    return with(TYPES, list.toString());
  }

  OfficeFiles with(String name, String content) {
    return with(name, Files.bytes(content));
  }

  OfficeFiles with(String name, byte[] content) {
    parts.put(name, content);
    return this;
  }

  byte[] bytes() {
    var bytes = new ByteArrayOutputStream();
    try (var zip = new ZipOutputStream(bytes)) {
      for (var part : parts.entrySet()) {
        zip.putNextEntry(new ZipEntry(part.getKey()));
        zip.write(part.getValue());
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return bytes.toByteArray();
  }

  private OfficeFiles() {}
}
