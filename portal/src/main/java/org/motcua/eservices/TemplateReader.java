package org.motcua.eservices;

import com.samskivert.mustache.MustacheException;
import com.samskivert.mustache.MustacheParseException;
import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import javax.xml.XMLConstants;
import javax.xml.parsers.ParserConfigurationException;
import javax.xml.parsers.SAXParser;
import javax.xml.parsers.SAXParserFactory;
import org.jspecify.annotations.Nullable;
import org.motcua.forms.FormDefinition;
import org.motcua.forms.yaml.Problems;
import org.xml.sax.Attributes;
import org.xml.sax.InputSource;
import org.xml.sax.Locator;
import org.xml.sax.SAXException;
import org.xml.sax.SAXParseException;
import org.xml.sax.helpers.DefaultHandler;

/** Reads a result's template, and finds all that would make it fail once somebody waits for it. */
final class TemplateReader {

  private static final Pattern LINE = Pattern.compile("line (\\d+)");
  private static final Set<String> FORBIDDEN =
      Set.of("script", "iframe", "object", "embed", "form", "input", "button", "base");

  private static final SAXParserFactory factory = factory();

  private final String file;
  private final String source;
  private final Problems problems;

  TemplateReader(String file, String source, Problems problems) {
    this.file = file;
    this.source = source;
    this.problems = problems;
  }

  Optional<ResultTemplate> read() {
    markup();
    try {
      return Optional.of(ResultTemplate.compile(source));
    } catch (MustacheParseException e) {
      var message = String.valueOf(e.getMessage());
      var line = LINE.matcher(message);
      problems.add(file, line.find() ? Integer.parseInt(line.group(1)) : 1, message);
    } catch (MustacheException e) {
      problems.add(file, 1, String.valueOf(e.getMessage()));
    } catch (StringIndexOutOfBoundsException nothingBetweenTheBraces) {
      problems.add(file, 1, "{{}} names nothing");
    }
    return Optional.empty();
  }

  /** Every name in it must be one that the form or the issue gives, where it stands. */
  void checkNames(FormDefinition form) {
    new TemplateTags(file, source, problems).check(form);
  }

  /** It is printed as XHTML, from which nothing is fetched and in which nothing runs. */
  private void markup() {
    try {
      parser().parse(new InputSource(new StringReader(source)), new Markup());
    } catch (SAXParseException e) {
      problems.add(file, Math.max(1, e.getLineNumber()), "not XHTML: " + e.getMessage());
    } catch (SAXException e) {
      problems.add(file, 1, "not XHTML: " + e.getMessage());
    } catch (ParserConfigurationException e) {
      throw new IllegalStateException(e);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** A factory serves one thread at a time, and is dear to make. */
  private static SAXParser parser() throws ParserConfigurationException, SAXException {
    synchronized (factory) {
      return factory.newSAXParser();
    }
  }

  private static SAXParserFactory factory() {
    try {
      var factory = SAXParserFactory.newInstance();
      factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
      factory.setFeature("http://xml.org/sax/features/external-general-entities", false);
      factory.setFeature("http://xml.org/sax/features/external-parameter-entities", false);
      factory.setFeature("http://apache.org/xml/features/nonvalidating/load-external-dtd", false);
      return factory;
    } catch (ParserConfigurationException | SAXException e) {
      throw new IllegalStateException(e);
    }
  }

  private final class Markup extends DefaultHandler {

    private @Nullable Locator locator;

    @Override
    public void setDocumentLocator(Locator here) {
      locator = here;
    }

    @Override
    public void startElement(String uri, String localName, String name, Attributes attributes) {
      var element = name.toLowerCase(Locale.ROOT);
      if (FORBIDDEN.contains(element)) tell("<" + element + "> does not belong into a paper");
      for (int i = 0; i < attributes.getLength(); i++) {
        attribute(attributes.getQName(i).toLowerCase(Locale.ROOT), attributes.getValue(i));
      }
    }

    private void attribute(String name, String value) {
      if (name.startsWith("on")) tell("'" + name + "' would be a script, and none runs in a paper");
      if (name.equals("src") && !value.startsWith("data:") && !value.startsWith("{{mark.")) {
        tell("'" + value + "' is not fetched, expected a picture as data:");
      }
    }

    /** No document type brings further files or entities along. */
    @Override
    public InputSource resolveEntity(String publicId, String systemId) {
      return new InputSource(new StringReader(""));
    }

    private void tell(String message) {
      problems.add(file, locator == null ? 1 : Math.max(1, locator.getLineNumber()), message);
    }
  }
}
