package org.motcua.benchmarks;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;

/** What it all ran on: figures without it mean nothing. */
record Machine(String processor, int cores, long memoryGb, String jdk, String postgresql) {

  static Machine here(DatabaseServer database) throws IOException, SQLException {
    return new Machine(
        value("/proc/cpuinfo", "model name"),
        Runtime.getRuntime().availableProcessors(),
        Math.round(Long.parseLong(value("/proc/meminfo", "MemTotal").split(" ", 2)[0]) / 1048576.0),
        Runtime.version().toString(),
        database.version());
  }

  private static String value(String file, String key) throws IOException {
    try (var lines = Files.lines(Path.of(file))) {
      return lines
          .filter(line -> line.startsWith(key))
          .map(line -> line.split(":", 2)[1].strip())
          .findFirst()
          .orElse("0");
    }
  }

  @Override
  public String toString() {
    return "%s, %d cores, %d GB; JDK %s; PostgreSQL %s; the load programs on the same machine"
        .formatted(processor, cores, memoryGb, jdk, postgresql);
  }
}
