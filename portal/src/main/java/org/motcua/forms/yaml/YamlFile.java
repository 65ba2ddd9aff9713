package org.motcua.forms.yaml;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.Optional;
import org.motcua.forms.yaml.YamlNode.Entry;
import org.motcua.forms.yaml.YamlNode.Mapping;
import org.motcua.forms.yaml.YamlNode.Scalar;
import org.motcua.forms.yaml.YamlNode.Sequence;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.dataformat.yaml.YAMLFactory;
import tools.jackson.dataformat.yaml.YAMLParser;

/**
 * Reads a YAML file whose whole is a mapping. Every scalar is text until somebody asks for more; no
 * anchors, no tags.
 */
public final class YamlFile {

  private static final YAMLFactory yaml = new YAMLFactory();
  private static final int DEEPEST = 30;

  private final String name;
  private final Problems problems;

  private YamlFile(String name, Problems problems) {
    this.name = name;
    this.problems = problems;
  }

  /** Empty if the file is no such mapping at all, which is then among the problems. */
  public static Optional<YamlMap> read(String name, String text, Problems problems) {
    return new YamlFile(name, problems).read(text);
  }

  private Optional<YamlMap> read(String text) {
    try (var parser = (YAMLParser) yaml.createParser(ObjectReadContext.empty(), text)) {
      if (parser.nextToken() == null) {
        problems.add(name, 1, "the file is empty");
        return Optional.empty();
      }
      var root = node(parser, 0);
      if (root instanceof Mapping mapping) {
        return Optional.of(new YamlMap(name, mapping, problems));
      }
      problems.add(name, root.line(), "expected keys with values, such as 'name: …'");
    } catch (JacksonException e) {
      var line = e.getLocation() == null ? 1 : Math.max(1, e.getLocation().getLineNr());
      problems.add(name, line, "not YAML: " + firstLine(e.getOriginalMessage()));
    }
    return Optional.empty();
  }

  private YamlNode node(YAMLParser parser, int depth) {
    var line = parser.currentTokenLocation().getLineNr();
    if (depth > DEEPEST) {
      problems.add(name, line, "nested deeper than " + DEEPEST + " levels");
      parser.skipChildren();
      return new Scalar(line, "");
    }
    if (parser.isCurrentAlias()) problems.add(name, line, "aliases (*name) are not supported");
    return switch (parser.currentToken()) {
      case START_OBJECT -> mapping(parser, line, depth);
      case START_ARRAY -> sequence(parser, line, depth);
      case VALUE_NULL -> new Scalar(line, "");
      default -> new Scalar(line, parser.getString());
    };
  }

  private Mapping mapping(YAMLParser parser, int line, int depth) {
    var entries = new LinkedHashMap<String, Entry>();
    while (parser.nextToken() == JsonToken.PROPERTY_NAME) {
      var key = parser.currentName();
      var keyLine = parser.currentTokenLocation().getLineNr();
      parser.nextToken();
      var value = node(parser, depth + 1);
      if (entries.putIfAbsent(key, new Entry(keyLine, value)) != null) {
        problems.add(name, keyLine, "'" + key + "' is given twice");
      }
    }
    return new Mapping(line, entries);
  }

  private Sequence sequence(YAMLParser parser, int line, int depth) {
    var items = new ArrayList<YamlNode>();
    while (parser.nextToken() != JsonToken.END_ARRAY) items.add(node(parser, depth + 1));
    return new Sequence(line, items);
  }

  private static String firstLine(String message) {
    return message.lines().findFirst().orElse(message);
  }
}
