package org.motcua.benchmarks;

import java.io.PrintStream;
import java.util.Locale;

/** Prints what was measured, as a table that can be pasted into a page. */
final class Report {

  private final PrintStream out;

  Report(PrintStream out) {
    this.out = out;
  }

  void say(String format, Object... arguments) {
    out.println(String.format(Locale.ROOT, format, arguments));
  }

  void table(Load.Result result) {
    say("");
    say("| step | count | a second | p50 ms | p99 ms | longest ms |");
    say("|---|---:|---:|---:|---:|---:|");
    for (var line : result.timings().lines()) {
      say(
          "| %s | %d | %.1f | %.1f | %.1f | %.1f |",
          line.step(),
          line.count(),
          line.count() / result.seconds(),
          line.p50(),
          line.p99(),
          line.longest());
    }
    say("");
  }

  void processorTime(Load.Result result, String what, String step) {
    var used = result.used();
    var times = Math.max(1, result.timings().count(step));
    say(
        "Processor time for one %s: portal %.1f ms, PostgreSQL %.1f ms, load program %.1f ms."
            + " Strangers to the measurement used %.1f of the machine's cores.",
        what,
        1000 * used.portal() / times,
        1000 * used.postgresql() / times,
        1000 * used.loadProgram() / times,
        used.others() / result.seconds());
  }

  /** A figure of a run with failures must not pass for one. */
  void failures(Load.Result result) {
    if (result.failures().isEmpty()) return;
    say("**%d failed**; the first of them:", result.failures().size());
    result.failures().stream().limit(3).forEach(failure -> say("- %s", failure));
  }
}
