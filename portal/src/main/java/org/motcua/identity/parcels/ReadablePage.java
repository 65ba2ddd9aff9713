package org.motcua.identity.parcels;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.motcua.platform.web.Formats;
import org.motcua.platform.web.Language;
import org.motcua.platform.web.Messages;
import org.springframework.web.util.HtmlUtils;

/**
 * The parcel as a page that opens from a folder, without the portal and without a network. Very
 * long lists end early here; the JSON beside has all of them.
 */
final class ReadablePage {

  private static final int LONGEST_LIST = 1000;

  private static final String STYLE =
      """
      body { background: #fbf7ee; color: #29211d; font: 1.05rem/1.55 system-ui, sans-serif; margin: 0 auto; \
      max-width: 56rem; padding: 1.5rem; }
      h1 { color: #6a110d; } h2 { border-bottom: 2px solid #d9a528; margin-top: 2.5rem; }
      dl { background: #fff; border: 1px solid #e4dac6; border-radius: 6px; display: grid; gap: .3rem 1rem; \
      grid-template-columns: minmax(8rem, 14rem) 1fr; padding: 1rem; }
      dt { color: #5f554d; } dd { margin: 0; overflow-wrap: anywhere; }
      ul { margin: 0; padding-left: 1.2rem; }
      @media (max-width: 36rem) { dl { grid-template-columns: 1fr; } dd { margin-bottom: .4rem; } }
      """;

  private final Messages messages;
  private final Language language;
  private final StringBuilder body = new StringBuilder();
  private int shown;

  ReadablePage(Messages messages, Language language, String name, Instant at) {
    this.messages = messages;
    this.language = language;
    body.append("<h1>").append(text("identity.data.page.title")).append("</h1>\n");
    body.append("<p>")
        .append(text("identity.data.page.lead", name, new Formats(language).dateTime(at)))
        .append("</p>\n");
  }

  void begin(String kind) {
    shown = 0;
    body.append("<h2>").append(text(kind + ".held")).append("</h2>\n");
  }

  void add(String kind, Map<String, Object> facts) {
    if (++shown > LONGEST_LIST) return;
    body.append("<dl>\n");
    facts.forEach(
        (fact, value) ->
            body.append("<dt>")
                .append(text(kind + ".held." + fact))
                .append("</dt><dd>")
                .append(value(value))
                .append("</dd>\n"));
    body.append("</dl>\n");
  }

  void end(String kind) {
    if (shown == 0) body.append("<p>").append(text("identity.data.page.nothing")).append("</p>\n");
    if (shown > LONGEST_LIST) {
      body.append("<p>")
          .append(
              text(
                  "identity.data.page.more",
                  shown - LONGEST_LIST,
                  kind.replace('.', '/') + ".json"))
          .append("</p>\n");
    }
  }

  void writeTo(Consumer<String> out) {
    out.accept(
        "<!DOCTYPE html>\n<html lang=\""
            + language.code()
            + "\">\n<head><meta charset=\"utf-8\"><meta name=\"viewport\""
            + " content=\"width=device-width, initial-scale=1\"><title>"
            + text("identity.data.page.title")
            + "</title><style>\n"
            + STYLE
            + "</style></head>\n<body>\n");
    out.accept(body.toString());
    out.accept("</body>\n</html>\n");
  }

  private String value(Object value) {
    var formats = new Formats(language);
    return switch (value) {
      case Instant at -> formats.dateTime(at);
      case LocalDate day -> formats.date(day);
      case Boolean yes -> text(yes ? "identity.data.page.yes" : "identity.data.page.no");
      case Collection<?> all ->
          all.stream()
              .map(each -> "<li>" + value(each) + "</li>")
              .collect(Collectors.joining("", "<ul>", "</ul>"));
      case Map<?, ?> map ->
          map.entrySet().stream()
              .map(
                  each ->
                      "<li>"
                          + escaped(String.valueOf(each.getKey()))
                          + ": "
                          + value(String.valueOf(each.getValue()))
                          + "</li>")
              .collect(Collectors.joining("", "<ul>", "</ul>"));
      default -> escaped(String.valueOf(value));
    };
  }

  private String text(String key, Object... arguments) {
    return escaped(messages.text(language, key, arguments));
  }

  /** Only what would be read as a sign of HTML: the page is UTF-8. */
  private static String escaped(String text) {
    return HtmlUtils.htmlEscape(text, "UTF-8");
  }
}
