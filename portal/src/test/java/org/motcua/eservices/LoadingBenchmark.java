package org.motcua.eservices;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Comparator;

/**
 * How long it takes to load a thousand services, and one more: {@code bin/bench services}. Each is
 * a copy of a shipped one under a name and a procedure of its own.
 */
final class LoadingBenchmark {

  private static final Path SHIPPED = Path.of("eservices");

  public static void main(String[] arguments) throws IOException {
    var count = arguments.length == 0 ? 1000 : Integer.parseInt(arguments[0]);
    var own = Files.createTempDirectory("services");
    try {
      for (int i = 0; i < count; i++) write(own, i);
      new ServicesInMemory("", Clock.systemUTC());
      var begun = System.nanoTime();
      var services = new ServicesInMemory(own.toString(), Clock.systemUTC());
      var loaded = seconds(begun);
      if (!services.problems().isEmpty()) throw new IOException(services.problems().toString());

      write(own, count);
      begun = System.nanoTime();
      services.refresh();
      var oneMore = seconds(begun);
      if (services.list().size() < count + 1) throw new IOException("The new one is not there");

      begun = System.nanoTime();
      services.refresh();
      System.out.printf(
          "| services | loaded s | one more s | nothing new s |%n|---:|---:|---:|---:|%n"
              + "| %d | %.2f | %.3f | %.3f |%n",
          count, loaded, oneMore, seconds(begun));
    } finally {
      remove(own);
    }
  }

  private static double seconds(long begun) {
    return (System.nanoTime() - begun) / 1e9;
  }

  private static void write(Path own, int number) throws IOException {
    var shipped = ServiceFolders.in(SHIPPED);
    var model = shipped.get(number % shipped.size());
    var folder = Files.createDirectories(own.resolve("service-" + number));
    for (var file : ServiceFolders.FILES) {
      if (!Files.exists(model.resolve(file))) continue;
      var text = Files.readString(model.resolve(file));
      Files.writeString(
          folder.resolve(file),
          text.replaceFirst("procedure: \"[0-9.]+\"", "procedure: \"8.%06d\"".formatted(number)));
    }
  }

  private static void remove(Path folder) throws IOException {
    try (var all = Files.walk(folder)) {
      for (var each : all.sorted(Comparator.reverseOrder()).toList()) Files.delete(each);
    }
  }

  private LoadingBenchmark() {}
}
