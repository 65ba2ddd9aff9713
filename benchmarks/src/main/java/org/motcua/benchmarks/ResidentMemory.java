package org.motcua.benchmarks;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** What a process holds of the machine's memory, as Linux counts it ({@code VmRSS}). */
final class ResidentMemory {

  private static final String LINE = "VmRSS:";

  static long megabytesOf(long process) throws IOException {
    try (var lines = Files.lines(Path.of("/proc/" + process + "/status"))) {
      return lines
              .filter(line -> line.startsWith(LINE))
              .map(line -> line.replaceAll("[^0-9]", ""))
              .mapToLong(Long::parseLong)
              .findFirst()
              .orElseThrow(() -> new IOException("No " + LINE + " of process " + process))
          / 1024;
    }
  }

  private ResidentMemory() {}
}
