package org.motcua.eservices;

import java.util.List;
import java.util.Map;
import org.commonmark.node.Node;
import org.commonmark.parser.Parser;
import org.commonmark.renderer.html.HtmlRenderer;

/** Turns a guide (CommonMark) into HTML of the page kit; markup and scripts within it are text. */
final class GuideText {

  private static final Map<String, String> CLASSES =
      Map.of(
          "h1", "govuk-heading-l",
          "h2", "govuk-heading-m",
          "h3", "govuk-heading-s",
          "p", "govuk-body",
          "ul", "govuk-list govuk-list--bullet",
          "ol", "govuk-list govuk-list--number",
          "a", "govuk-link");

  private static final Parser parser = Parser.builder().build();
  private static final HtmlRenderer renderer =
      HtmlRenderer.builder()
          .escapeHtml(true)
          .sanitizeUrls(true)
          .attributeProviderFactory(context -> GuideText::attributes)
          .build();

  static String html(String markdown) {
    return renderer.render(parser.parse(markdown));
  }

  private static void attributes(Node node, String tag, Map<String, String> attributes) {
    var style = CLASSES.get(tag);
    if (style != null) attributes.put("class", style);
    List.of("style", "id").forEach(attributes::remove);
  }

  private GuideText() {}
}
