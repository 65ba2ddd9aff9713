package org.motcua.documents.storing;

import java.io.InputStream;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/** What a part of a Word or Excel file refers to. */
final class OfficeRelations {

  /** Parts that act, or that are read as something else than they look. */
  private static final Set<String> ACTING =
      Set.of(
          "oleobject",
          "control",
          "activexcontrolbinary",
          "vbaproject",
          "wordvbadata",
          "xlmacrosheet",
          "xlintlmacrosheet",
          "attachedtoolbars",
          "attachedtemplate",
          "externallink",
          "afchunk");

  static boolean active(InputStream relations) throws XMLStreamException {
    var active = new AtomicBoolean();
    OfficeXml.read(
        relations,
        element -> {
          if (element.getLocalName().equals("Relationship") && active(element)) active.set(true);
        });
    return active.get();
  }

  /** A link waits for a click; anything else outside is fetched when the file is opened. */
  private static boolean active(XMLStreamReader relation) {
    var type = OfficeXml.attribute(relation, "Type").toLowerCase(Locale.ROOT);
    var kind = type.substring(type.lastIndexOf('/') + 1);
    var outside = OfficeXml.attribute(relation, "TargetMode").equalsIgnoreCase("External");
    return outside ? !kind.equals("hyperlink") : ACTING.contains(kind);
  }

  private OfficeRelations() {}
}
