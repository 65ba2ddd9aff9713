package org.motcua.forms.yaml;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.motcua.forms.yaml.YamlNode.Mapping;
import org.motcua.forms.yaml.YamlNode.Scalar;
import org.motcua.forms.yaml.YamlNode.Sequence;

/**
 * A mapping that is asked for its keys one by one. What is not as asked goes to the problems, and a
 * harmless value is given, so that reading goes on to the next mistake. {@link #done} tells of keys
 * that nobody asked for.
 */
public final class YamlMap {

  private final String file;
  private final Mapping mapping;
  private final Problems problems;
  private final Set<String> asked = new LinkedHashSet<>();

  YamlMap(String file, Mapping mapping, Problems problems) {
    this.file = file;
    this.mapping = mapping;
    this.problems = problems;
  }

  public int line() {
    return mapping.entries().values().stream()
        .mapToInt(YamlNode.Entry::keyLine)
        .min()
        .orElse(mapping.line());
  }

  /** The line of a key's value, or of the mapping if the key is not there. */
  public int line(String key) {
    var entry = mapping.entries().get(key);
    return entry == null ? line() : entry.keyLine();
  }

  public boolean has(String key) {
    asked.add(key);
    return mapping.entries().containsKey(key);
  }

  public Set<String> keys() {
    return mapping.entries().keySet();
  }

  public void problem(String key, String message) {
    problems.add(file, line(key), message);
  }

  public String file() {
    return file;
  }

  public Problems problems() {
    return problems;
  }

  public boolean isText(String key) {
    return value(key) instanceof Scalar;
  }

  public boolean isList(String key) {
    return value(key) instanceof Sequence;
  }

  public String text(String key) {
    var found = findText(key).orElse(null);
    if (found == null) missing(key, "a text");
    else if (found.isBlank()) problem(key, "'" + key + "' is empty, expected a text");
    return found == null ? "" : found;
  }

  public Optional<String> findText(String key) {
    return switch (value(key)) {
      case null -> Optional.empty();
      case Scalar scalar -> Optional.of(scalar.text().strip());
      case Sequence s -> wrong(key, "a text", "a list");
      case Mapping m -> wrong(key, "a text", "keys with values");
    };
  }

  public long number(String key, long otherwise) {
    return findText(key).map(text -> number(key, text, otherwise)).orElse(otherwise);
  }

  private long number(String key, String text, long otherwise) {
    try {
      return Long.parseLong(text);
    } catch (NumberFormatException e) {
      problem(key, "'" + key + "' is '" + text + "', expected a whole number");
      return otherwise;
    }
  }

  public boolean flag(String key, boolean otherwise) {
    return findText(key)
        .map(
            text ->
                switch (text) {
                  case "true", "yes" -> true;
                  case "false", "no" -> false;
                  default -> {
                    problem(key, "'" + key + "' is '" + text + "', expected true or false");
                    yield otherwise;
                  }
                })
        .orElse(otherwise);
  }

  /** One of the names of an enumeration, written as {@code one-time-code}. */
  public <E extends Enum<E>> E oneOf(String key, Class<E> kind, E otherwise) {
    return named(key, text(key), kind, otherwise);
  }

  public <E extends Enum<E>> Set<E> someOf(String key, Class<E> kind, Set<E> otherwise) {
    if (!has(key)) return otherwise;
    var first = kind.getEnumConstants()[0];
    return texts(key).stream()
        .map(text -> named(key, text, kind, first))
        .collect(Collectors.toCollection(LinkedHashSet::new));
  }

  private <E extends Enum<E>> E named(String key, String text, Class<E> kind, E otherwise) {
    var names = Stream.of(kind.getEnumConstants()).map(YamlMap::written).toList();
    var position = names.indexOf(text);
    if (position >= 0) return kind.getEnumConstants()[position];
    if (!text.isEmpty()) {
      problem(key, "'" + key + "' is '" + text + "', expected " + String.join(", ", names));
    }
    return otherwise;
  }

  public List<String> texts(String key) {
    return switch (value(key)) {
      case null -> {
        missing(key, "a list of texts");
        yield List.of();
      }
      case Scalar scalar -> List.of(scalar.text().strip());
      case Sequence sequence -> sequence.items().stream().flatMap(item -> text(key, item)).toList();
      case Mapping m ->
          this.<List<String>>wrong(key, "a list", "keys with values").orElse(List.of());
    };
  }

  private Stream<String> text(String key, YamlNode item) {
    if (item instanceof Scalar scalar) return Stream.of(scalar.text().strip());
    problems.add(file, item.line(), "an item of '" + key + "' is no text");
    return Stream.empty();
  }

  /** Any keys with texts: answers of an example, words by language. */
  public Map<String, Object> anything(String key) {
    return findMap(key).map(YamlMap::anything).orElse(Map.of());
  }

  private Map<String, Object> anything() {
    var all = new LinkedHashMap<String, Object>();
    for (var name : keys()) {
      var value = value(name);
      if (value != null) all.put(name, anything(value));
    }
    return all;
  }

  private Object anything(YamlNode node) {
    return switch (node) {
      case Scalar scalar -> scalar.text();
      case Mapping inner -> new YamlMap(file, inner, problems).anything();
      case Sequence list -> list.items().stream().map(this::anything).toList();
    };
  }

  public Optional<YamlMap> findMap(String key) {
    return switch (value(key)) {
      case null -> Optional.empty();
      case Mapping inner -> Optional.of(new YamlMap(file, inner, problems));
      case Scalar s -> wrong(key, "keys with values", "'" + s.text() + "'");
      case Sequence s -> wrong(key, "keys with values", "a list");
    };
  }

  public Optional<YamlMap> map(String key) {
    if (!has(key)) missing(key, "keys with values");
    return findMap(key);
  }

  /** The items of a list, each of them keys with values. */
  public List<YamlMap> maps(String key) {
    if (!has(key)) missing(key, "a list");
    return findMaps(key);
  }

  public List<YamlMap> findMaps(String key) {
    return switch (value(key)) {
      case null -> List.of();
      case Sequence sequence -> {
        var maps = new ArrayList<YamlMap>();
        for (var item : sequence.items()) {
          if (item instanceof Mapping inner) maps.add(new YamlMap(file, inner, problems));
          else {
            problems.add(file, item.line(), "an item of '" + key + "' has no keys with values");
          }
        }
        yield maps;
      }
      case Scalar s ->
          this.<List<YamlMap>>wrong(key, "a list", "'" + s.text() + "'").orElse(List.of());
      case Mapping m ->
          this.<List<YamlMap>>wrong(key, "a list", "keys with values").orElse(List.of());
    };
  }

  /** Tells of every key that nobody asked for. */
  public void done() {
    for (var key : keys()) {
      if (!asked.contains(key)) {
        problem(key, "unknown key '" + key + "'; expected " + String.join(", ", asked));
      }
    }
  }

  private @Nullable YamlNode value(String key) {
    asked.add(key);
    var entry = mapping.entries().get(key);
    return entry == null ? null : entry.value();
  }

  private void missing(String key, String expected) {
    problems.add(file, line(), "'" + key + "' is missing, expected " + expected);
  }

  private <T> Optional<T> wrong(String key, String expected, String found) {
    problem(key, "'" + key + "' is " + found + ", expected " + expected);
    return Optional.empty();
  }

  private static String written(Enum<?> constant) {
    return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
