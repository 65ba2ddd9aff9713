package org.motcua.documents.storing;

import java.io.InputStream;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.regex.Pattern;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/**
 * Looks for fields of a text that start programs or fetch files. A field's words may be spread over
 * many pieces, and one field may stand inside another.
 */
final class WordFields implements OfficeXml.Element {

  private static final Pattern ACTING =
      Pattern.compile(
          "^[\\s\"]*(DDE|DDEAUTO|INCLUDEPICTURE|INCLUDETEXT|INCLUDE|IMPORT|DATABASE)\\b",
          Pattern.CASE_INSENSITIVE);

  private static final int DEEPEST = 100;

  /** The field's name is at its beginning. */
  private static final int ENOUGH = 200;

  private final Deque<StringBuilder> open = new ArrayDeque<>();
  private boolean inInstruction;
  private boolean active;

  static boolean active(InputStream text) throws XMLStreamException {
    var fields = new WordFields();
    OfficeXml.read(text, fields);
    return fields.active;
  }

  @Override
  public void begins(XMLStreamReader element) {
    var name = element.getLocalName();
    inInstruction = name.equals("instrText");
    if (name.equals("fldSimple")) judge(OfficeXml.attribute(element, "instr"));
    if (!name.equals("fldChar")) return;
    switch (OfficeXml.attribute(element, "fldCharType")) {
      case "begin" -> {
        if (open.size() >= DEEPEST) throw new IllegalArgumentException("Nested too deeply");
        open.push(new StringBuilder());
      }
      case "end" -> {
        if (!open.isEmpty()) open.pop();
      }
      default -> {}
    }
  }

  @Override
  public void says(String text) {
    if (!inInstruction) return;
    if (open.isEmpty()) open.push(new StringBuilder());
    var instruction = open.getFirst();
    if (instruction.length() > ENOUGH) return;
    judge(instruction.append(text).toString());
  }

  private void judge(String instruction) {
    active |= ACTING.matcher(instruction).find();
  }

  private WordFields() {}
}
