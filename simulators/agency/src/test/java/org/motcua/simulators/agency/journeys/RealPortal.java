package org.motcua.simulators.agency.journeys;

import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** The national portal as it was built before us: a process with a database of its own. */
final class RealPortal implements AutoCloseable {

  static final Path JAR = Path.of("../../portal/target/portal.jar");

  private static final Duration START_LIMIT = Duration.ofMinutes(5);
  private static final long STOP_LIMIT_SECONDS = 20;

  private final String address;
  private final Process process;

  RealPortal(int port, Path folder, Map<String, String> environment) throws IOException {
    address = "http://localhost:" + port;
    var java = ProcessHandle.current().info().command().orElseThrow();
    var command =
        new ProcessBuilder(
            java,
            "-XX:+UseSerialGC",
            "-XX:TieredStopAtLevel=1",
            "--enable-native-access=ALL-UNNAMED",
            "--sun-misc-unsafe-memory-access=allow",
            "-jar",
            JAR.toString());
    command.environment().keySet().removeIf(RealPortal::isOfAnother);
    command.environment().putAll(environment);
    command.environment().put("PORTAL_PORT", String.valueOf(port));
    command.environment().put("MOTCUA_DATA", folder.toString());
    command.environment().put("LC_ALL", "C.UTF-8");
    var log = Files.createDirectories(Path.of("target")).resolve("portal.log").toFile();
    process = command.redirectErrorStream(true).redirectOutput(log).start();
    Runtime.getRuntime().addShutdownHook(new Thread(process::destroy));
    awaitAnswer();
  }

  /** Settings meant for a portal that runs beside this test. */
  private static boolean isOfAnother(String variable) {
    return variable.startsWith("MOTCUA_") || variable.startsWith("SPRING_");
  }

  String address() {
    return address;
  }

  private void awaitAnswer() {
    try (var http = HttpClient.newHttpClient()) {
      await()
          .atMost(START_LIMIT)
          .pollInterval(Duration.ofMillis(500))
          .until(() -> isAnswering(http));
    } catch (RuntimeException e) {
      close();
      throw e;
    }
  }

  private boolean isAnswering(HttpClient http) throws InterruptedException {
    if (!process.isAlive())
      throw new IllegalStateException("The portal ended, see target/portal.log");
    var question = HttpRequest.newBuilder(URI.create(address)).timeout(Duration.ofSeconds(10));
    try {
      return http.send(question.build(), BodyHandlers.discarding()).statusCode() == 200;
    } catch (IOException e) {
      return false; // not yet
    }
  }

  /** It is asked first, so that it stops its database. */
  @Override
  public void close() {
    process.destroy();
    try {
      if (!process.waitFor(STOP_LIMIT_SECONDS, TimeUnit.SECONDS)) process.destroyForcibly();
    } catch (InterruptedException e) {
      process.destroyForcibly();
      Thread.currentThread().interrupt();
    }
  }
}
