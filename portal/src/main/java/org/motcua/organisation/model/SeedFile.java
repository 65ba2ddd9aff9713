package org.motcua.organisation.model;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;

/** A table that comes with the portal: tab-separated, {@code #} begins a remark. */
final class SeedFile {

  static List<List<String>> read(String name) {
    var path = "/seed/organisation/" + name;
    var stream = Objects.requireNonNull(SeedFile.class.getResourceAsStream(path), path);
    try (var reader = new BufferedReader(new InputStreamReader(stream, StandardCharsets.UTF_8))) {
      return reader
          .lines()
          .filter(line -> !line.startsWith("#"))
          .map(line -> List.of(line.split("\t", -1)))
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private SeedFile() {}
}
