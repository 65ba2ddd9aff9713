package org.motcua.catalogue.exchanging.national;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * Takes out of a line's texts what is no text: control characters, marks that turn the direction of
 * what follows, halves of characters. The database keeps some of them not at all, and none can be
 * seen by whoever reads.
 */
final class CleanText {

  private int removed;

  ObjectNode clean(ObjectNode line) {
    var clean = JsonNodeFactory.instance.objectNode();
    line.properties().forEach(field -> clean.set(clean(field.getKey()), clean(field.getValue())));
    return clean;
  }

  int removed() {
    return removed;
  }

  private JsonNode clean(JsonNode node) {
    return switch (node) {
      case ObjectNode object -> clean(object);
      case ArrayNode array -> {
        var clean = JsonNodeFactory.instance.arrayNode();
        array.values().forEach(element -> clean.add(clean(element)));
        yield clean;
      }
      default ->
          node.isString() ? JsonNodeFactory.instance.stringNode(clean(node.stringValue())) : node;
    };
  }

  private String clean(String text) {
    if (isClean(text)) return text;
    var lines = text.replace("\r\n", "\n").replace('\r', '\n');
    var clean = new StringBuilder(lines.length());
    lines.codePoints().filter(point -> !isNoText(point)).forEach(clean::appendCodePoint);
    removed += (int) (lines.codePoints().count() - clean.codePoints().count());
    return clean.toString();
  }

  /** Looked at character by character, since nearly every text is clean. */
  private static boolean isClean(String text) {
    for (int i = 0; i < text.length(); i++) {
      var point = text.codePointAt(i);
      if (isNoText(point)) return false;
      if (Character.isSupplementaryCodePoint(point)) i++;
    }
    return true;
  }

  private static boolean isNoText(int point) {
    return Character.isISOControl(point) && point != '\n' && point != '\t'
        || point >= 0x202A && point <= 0x202E
        || point >= 0x2066 && point <= 0x2069
        || point >= 0xD800 && point <= 0xDFFF;
  }
}
