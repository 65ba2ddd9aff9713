package org.motcua.documents.printing;

import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.w3c.dom.Document;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;
import org.xml.sax.SAXParseException;

/** Reads well-formed XHTML without ever looking outside of it. */
final class PrintedHtml {

  private static final DocumentBuilderFactory factory = factory();

  static Document parse(String html) {
    try {
      var parser = factory.newDocumentBuilder();
      parser.setEntityResolver((publicId, systemId) -> new InputSource(new StringReader("")));
      parser.setErrorHandler(null);
      return parser.parse(new InputSource(new StringReader(printable(html))));
    } catch (SAXParseException e) {
      throw new IllegalArgumentException(
          "Not well-formed in line %d: %s".formatted(e.getLineNumber(), e.getMessage()), e);
    } catch (SAXException | ParserConfigurationException e) {
      throw new IllegalArgumentException("Not well-formed: " + e.getMessage(), e);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** People paste characters that XML does not know. */
  private static String printable(String html) {
    return html.replaceAll("[\\x00-\\x08\\x0B\\x0C\\x0E-\\x1F\\uFFFE\\uFFFF]", "");
  }

  private static DocumentBuilderFactory factory() {
    try {
      var factory = DocumentBuilderFactory.newInstance();
      factory.setNamespaceAware(true);
      factory.setXIncludeAware(false);
      factory.setExpandEntityReferences(true);
      factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
      factory.setFeature("http://xml.org/sax/features/external-general-entities", false);
      factory.setFeature("http://xml.org/sax/features/external-parameter-entities", false);
      factory.setFeature("http://apache.org/xml/features/nonvalidating/load-external-dtd", false);
      return factory;
    } catch (ParserConfigurationException e) {
      throw new IllegalStateException(e);
    }
  }

  private PrintedHtml() {}
}
