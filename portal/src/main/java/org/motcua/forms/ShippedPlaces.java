package org.motcua.forms;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.motcua.platform.web.ui.Choice;

/** The units that ship with the portal, for those who try a form out without a database. */
final class ShippedPlaces implements Places {

  private static final String FILE = "/seed/organisation/units-2020.tsv";

  private final List<Choice> provinces = new ArrayList<>();
  private final Map<String, List<Choice>> below = new HashMap<>();
  private final Map<String, String> names = new HashMap<>();
  private final Map<String, String> paths = new HashMap<>();

  /** A unit belongs to the last one of a higher level above it in the file. */
  ShippedPlaces() {
    var above = new String[2];
    for (var line : lines()) {
      if (line.startsWith("#") || line.isBlank()) continue;
      var parts = line.split("\t");
      var code = parts[0];
      var choice = new Choice(code, parts[1]);
      names.put(code, parts[1]);
      var level = code.length() == 2 ? 0 : code.length() == 3 ? 1 : 2;
      if (level < 2) above[level] = code;
      if (level == 0) {
        provinces.add(choice);
        paths.put(code, parts[1]);
      } else {
        below.computeIfAbsent(above[level - 1], none -> new ArrayList<>()).add(choice);
        paths.put(code, parts[1] + ", " + paths.get(above[level - 1]));
      }
    }
  }

  private static List<String> lines() {
    var file = Objects.requireNonNull(ShippedPlaces.class.getResourceAsStream(FILE), FILE);
    try (var reader = new BufferedReader(new InputStreamReader(file, StandardCharsets.UTF_8))) {
      return reader.readAllLines();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public List<Choice> provinces() {
    return List.copyOf(provinces);
  }

  @Override
  public List<Choice> below(String unit) {
    return below.getOrDefault(unit, List.of());
  }

  @Override
  public String name(String unit) {
    return names.getOrDefault(unit, "");
  }

  @Override
  public String pathName(String unit) {
    return paths.getOrDefault(unit, "");
  }
}
