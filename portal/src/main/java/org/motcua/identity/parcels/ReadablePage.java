package org.motcua.identity.parcels;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.motcua.identity.DataHolder.Coded;
import org.motcua.platform.web.Formats;
import org.motcua.platform.web.Language;
import org.motcua.platform.web.Messages;
import org.springframework.web.util.HtmlUtils;
import org.springframework.web.util.UriUtils;

/**
 * The parcel as a page that opens from a folder, without the portal and without a network: a table
 * of contents, then each kind of data, as a table where its entries are alike and short. Very long
 * lists end early here; the JSON beside has all of them.
 */
final class ReadablePage {

  private static final int LONGEST_LIST = 1000;
  private static final int MOST_COLUMNS = 6;
  private static final int LONGEST_CELL = 120;

  private static final String STYLE =
      """
      body { background: #fbf7ee; color: #29211d; font: 1rem/1.55 system-ui, sans-serif; margin: 0 auto; \
      max-width: 64rem; padding: 1.5rem; }
      h1 { color: #6a110d; line-height: 1.25; } h2 { border-bottom: 2px solid #d9a528; margin-top: 3rem; }
      a { color: #8d1712; }
      nav { background: #fff; border: 1px solid #e4dac6; border-radius: 6px; padding: 1rem 1.5rem; }
      nav ul { columns: 18rem 2; } nav p { font-weight: bold; margin: 0 0 .5rem; }
      .count, .none { color: #5f554d; }
      dl, .table { background: #fff; border: 1px solid #e4dac6; border-radius: 6px; padding: 1rem; }
      dl { display: grid; gap: .3rem 1rem; grid-template-columns: minmax(8rem, 14rem) 1fr; }
      dt, th { color: #5f554d; font-weight: normal; } dd { margin: 0; overflow-wrap: anywhere; }
      .table { overflow-x: auto; padding: .25rem 1rem; } table { border-collapse: collapse; width: 100%; }
      th, td { border-bottom: 1px solid #e4dac6; padding: .45rem .75rem .45rem 0; text-align: left; \
      vertical-align: top; }
      tr:last-child td { border-bottom: 0; } th { white-space: nowrap; }
      ul { margin: 0; padding-left: 1.2rem; }
      @media (max-width: 36rem) { body { padding: 1rem; } dl { grid-template-columns: 1fr; } \
      dd { margin-bottom: .4rem; } nav ul { columns: auto; } thead { display: none; } \
      tbody, tr, td { display: block; } tr { border-bottom: 1px solid #e4dac6; padding: .5rem 0; } \
      tr:last-child { border: 0; } td { border: 0; padding: 0 0 .4rem; } td:empty { display: none; } \
      td::before { color: #5f554d; content: attr(data-fact); display: block; font-size: .9em; } }
      @media print { body { background: #fff; } }
      """;

  private final Messages messages;
  private final Language language;
  private final Formats formats;
  private final StringBuilder contents = new StringBuilder();
  private final StringBuilder body = new StringBuilder();
  private final List<Map<String, ?>> entries = new ArrayList<>();
  private final List<String> files = new ArrayList<>();
  private final String lead;
  private int all;

  ReadablePage(Messages messages, Language language, String name, Instant at) {
    this.messages = messages;
    this.language = language;
    this.formats = new Formats(language);
    this.lead = text("identity.data.page.lead", name, formats.dateTime(at));
  }

  Language language() {
    return language;
  }

  void begin() {
    entries.clear();
    all = 0;
  }

  void add(Map<String, ?> facts) {
    if (++all <= LONGEST_LIST) entries.add(facts);
  }

  void end(String kind) {
    heading(kind.replace('.', '-'), text(kind + ".held"), all);
    if (entries.isEmpty()) {
      body.append("<p class=\"none\">").append(text("identity.data.page.nothing")).append("</p>\n");
    } else if (isTable()) {
      table(kind);
    } else {
      entries.forEach(facts -> list(kind, facts));
    }
    if (all > LONGEST_LIST) {
      var file = kind.replace('.', '/') + ".json";
      body.append("<p>")
          .append(text("identity.data.page.more", all - LONGEST_LIST, file))
          .append("</p>\n");
    }
  }

  /** In the parcel beside this page. */
  void file(String path) {
    files.add(path);
  }

  void writeTo(Consumer<String> out) {
    if (!files.isEmpty()) listFiles();
    out.accept(
        """
        <!DOCTYPE html>
        <html lang="%s">
        <head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
        <title>%s</title><style>
        %s</style></head>
        <body>
        <h1>%s</h1>
        <p>%s</p>
        <nav><p>%s</p><ul>
        %s</ul></nav>
        """
            .formatted(
                language.code(),
                text("identity.data.page.title"),
                STYLE,
                text("identity.data.page.title"),
                lead,
                text("identity.data.page.contents"),
                contents));
    out.accept(body.toString());
    out.accept("</body>\n</html>\n");
  }

  private void heading(String id, String title, int count) {
    contents.append(
        "<li><a href=\"#%s\">%s</a> <span class=\"count\">%s</span></li>%n"
            .formatted(id, title, formats.number(count)));
    body.append("<h2 id=\"%s\">%s</h2>%n".formatted(id, title));
  }

  /** Several of few short facts each. */
  private boolean isTable() {
    return entries.size() > 1
        && columns().size() <= MOST_COLUMNS
        && entries.stream().flatMap(facts -> facts.values().stream()).allMatch(this::isShort);
  }

  private boolean isShort(Object value) {
    return switch (value) {
      case Map<?, ?> _ -> false;
      case Collection<?> several -> several.stream().allMatch(this::isShort);
      default -> words(value).length() <= LONGEST_CELL;
    };
  }

  private Set<String> columns() {
    return entries.stream()
        .flatMap(facts -> facts.keySet().stream())
        .collect(Collectors.toCollection(LinkedHashSet::new));
  }

  private void table(String kind) {
    var columns = columns();
    body.append("<div class=\"table\"><table><thead><tr>");
    columns.forEach(
        fact -> body.append("<th>").append(text(kind + ".held." + fact)).append("</th>"));
    body.append("</tr></thead><tbody>\n");
    for (var facts : entries) {
      body.append("<tr>");
      for (var fact : columns) {
        var value = facts.get(fact);
        body.append("<td data-fact=\"%s\">".formatted(text(kind + ".held." + fact)))
            .append(value == null ? "" : cell(value))
            .append("</td>");
      }
      body.append("</tr>\n");
    }
    body.append("</tbody></table></div>\n");
  }

  private void list(String kind, Map<String, ?> facts) {
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

  private void listFiles() {
    heading("files", text("identity.data.page.files"), files.size());
    body.append("<ul>\n");
    for (var file : files) {
      body.append(
          "<li><a href=\"%s\">%s</a></li>%n"
              .formatted(escaped(UriUtils.encodePath(file, "UTF-8")), escaped(file)));
    }
    body.append("</ul>\n");
  }

  /** A list in one line. */
  private String cell(Object value) {
    return value instanceof Collection<?> several
        ? several.stream().map(this::cell).collect(Collectors.joining(", "))
        : escaped(words(value));
  }

  private String value(Object value) {
    return switch (value) {
      case Collection<?> several -> items(several.stream().map(this::value));
      case Map<?, ?> map ->
          items(
              map.entrySet().stream()
                  .map(
                      each ->
                          escaped(String.valueOf(each.getKey()))
                              + ": "
                              + value(String.valueOf(each.getValue()))));
      default -> escaped(words(value));
    };
  }

  private static String items(Stream<String> texts) {
    return texts
        .map(text -> "<li>" + text + "</li>")
        .collect(Collectors.joining("", "<ul>", "</ul>"));
  }

  private String words(Object value) {
    return switch (value) {
      case Coded coded -> coded.words();
      case Instant at -> formats.dateTime(at);
      case LocalDate day -> formats.date(day);
      case Boolean yes ->
          messages.text(language, yes ? "identity.data.page.yes" : "identity.data.page.no");
      default -> String.valueOf(value);
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
