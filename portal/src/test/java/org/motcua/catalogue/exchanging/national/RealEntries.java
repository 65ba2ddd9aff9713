package org.motcua.catalogue.exchanging.national;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/** Entries as the national database publishes them, faults included, where they lie at hand. */
public final class RealEntries {

  private static final Path FILE = Path.of("shared/data/procedures-300.jsonl");

  /** In a folder beside the project, or beside one above it. */
  public static Path file() {
    var beside =
        Stream.iterate(Path.of("").toAbsolutePath(), Objects::nonNull, Path::getParent)
            .map(folder -> folder.resolve(FILE))
            .filter(Files::exists)
            .findFirst();
    assumeTrue(beside.isPresent(), "the real entries are not beside the project");
    return beside.orElseThrow();
  }

  public static List<String> lines() {
    try {
      return Files.readAllLines(file());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private RealEntries() {}
}
