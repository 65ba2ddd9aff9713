package org.motcua.documents.storing;

import java.io.InputStream;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.jspecify.annotations.Nullable;

/** Reads a part's XML as it comes: no declarations of types, nothing fetched from elsewhere. */
final class OfficeXml {

  private static XMLInputFactory factory() {
    var factory = XMLInputFactory.newDefaultFactory();
    factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
    factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
    factory.setXMLResolver(
        (publicId, systemId, base, namespace) -> {
          throw new XMLStreamException("Refers to another file");
        });
    return factory;
  }

  static void read(InputStream content, Element element) throws XMLStreamException {
    var reader = factory().createXMLStreamReader(content);
    try {
      while (reader.hasNext()) {
        switch (reader.next()) {
          case XMLStreamConstants.DTD -> throw new XMLStreamException("Declares types of its own");
          case XMLStreamConstants.START_ELEMENT -> element.begins(reader);
          case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA ->
              element.says(reader.getText());
          default -> {}
        }
      }
    } finally {
      reader.close();
    }
  }

  static String attribute(XMLStreamReader element, String name) {
    for (var i = 0; i < element.getAttributeCount(); i++) {
      if (element.getAttributeLocalName(i).equals(name)) return value(element.getAttributeValue(i));
    }
    return "";
  }

  private static String value(@Nullable String value) {
    return value == null ? "" : value;
  }

  /** What somebody wants to hear of a part. */
  interface Element {

    void begins(XMLStreamReader element);

    default void says(String text) {}
  }

  private OfficeXml() {}
}
