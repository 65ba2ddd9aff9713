package org.motcua.benchmarks;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** What a process holds of the machine's memory, as Linux counts it. */
final class ResidentMemory {

  private static final String NOW = "VmRSS:";
  private static final String PEAK = "VmHWM:";

  /** What tells the kernel to count the peak from now on. */
  private static final String FORGET_PEAK = "5";

  static long megabytesOf(long process) throws IOException {
    return megabytes(process, NOW);
  }

  /** The most since {@link #forgetPeakOf}. */
  static long peakMegabytesOf(long process) throws IOException {
    return megabytes(process, PEAK);
  }

  static void forgetPeakOf(long process) throws IOException {
    Files.writeString(of(process, "clear_refs"), FORGET_PEAK);
  }

  private static long megabytes(long process, String name) throws IOException {
    try (var lines = Files.lines(of(process, "status"))) {
      return lines
              .filter(line -> line.startsWith(name))
              .map(line -> line.replaceAll("[^0-9]", ""))
              .mapToLong(Long::parseLong)
              .findFirst()
              .orElseThrow(() -> new IOException("No " + name + " of process " + process))
          / 1024;
    }
  }

  private static Path of(long process, String file) {
    return Path.of("/proc/" + process, file);
  }

  private ResidentMemory() {}
}
