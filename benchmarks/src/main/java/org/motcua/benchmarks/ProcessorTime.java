package org.motcua.benchmarks;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.stream.Stream;

/**
 * Seconds of processor time that everybody has used so far. Unlike a rate, what one life costs
 * barely depends on what else the machine does.
 */
record ProcessorTime(double portal, double postgresql, double loadProgram, double machine) {

  /** The unit of /proc/stat on every Linux that matters (USER_HZ). */
  private static final double TICKS_A_SECOND = 100;

  static ProcessorTime soFar(DatabaseServer database) throws IOException {
    var server = ProcessHandle.of(database.process()).orElseThrow();
    var portal = ProcessHandle.of(database.portal()).orElseThrow();
    return new ProcessorTime(
        seconds(portal),
        Stream.concat(Stream.of(server), server.descendants())
            .mapToDouble(ProcessorTime::seconds)
            .sum(),
        seconds(ProcessHandle.current()),
        busyMachine());
  }

  ProcessorTime since(ProcessorTime before) {
    return new ProcessorTime(
        portal - before.portal,
        postgresql - before.postgresql,
        loadProgram - before.loadProgram,
        machine - before.machine);
  }

  /** What went to programs that have nothing to do with the measurement. */
  double others() {
    return Math.max(0, machine - portal - postgresql - loadProgram);
  }

  private static double seconds(ProcessHandle process) {
    return process.info().totalCpuDuration().map(used -> used.toMillis() / 1000.0).orElse(0.0);
  }

  /** user, nice, system, then idle and waiting, then interrupts: all but the idle ones. */
  private static double busyMachine() throws IOException {
    try (var lines = Files.lines(Path.of("/proc/stat"))) {
      var numbers = lines.findFirst().orElseThrow().strip().split("\\s+");
      var ticks = Arrays.stream(numbers).skip(1).mapToLong(Long::parseLong).toArray();
      return (ticks[0] + ticks[1] + ticks[2] + ticks[5] + ticks[6]) / TICKS_A_SECOND;
    }
  }
}
