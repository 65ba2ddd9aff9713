package org.motcua.testing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * The world outside as it was built before us: gateways, bank and creditors in a process of their
 * own, which can be killed. Its address and its data stay, and its files say what it has done.
 */
public final class RealOutside implements AutoCloseable {

  private static final Path JAR = Path.of("../simulators/outside/target/outside.jar");
  private static final Duration START_LIMIT = Duration.ofMinutes(2);
  private static final JsonMapper json = new JsonMapper();

  private final HttpClient http =
      HttpClient.newBuilder()
          .version(HttpClient.Version.HTTP_1_1)
          .connectTimeout(Duration.ofSeconds(2))
          .build();
  private final Path folder;
  private final int port;
  private @Nullable Process process;

  public RealOutside() {
    try (var free = new ServerSocket(0, 0, InetAddress.getLoopbackAddress())) {
      port = free.getLocalPort();
      folder = Files.createTempDirectory("real-outside");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** A build of the portal alone has none. */
  public static boolean isBuilt() {
    return Files.exists(JAR);
  }

  public String address() {
    return "http://127.0.0.1:" + port;
  }

  /** In which it reads, or leaves, what it shares with the portal. */
  public Path secrets() {
    return folder.resolve("payments");
  }

  /**
   * @param portal where it tells what has happened
   */
  public void start(String portal) {
    try {
      var command =
          new ProcessBuilder(
              ProcessHandle.current().info().command().orElseThrow(),
              "-XX:+UseSerialGC",
              "-XX:TieredStopAtLevel=1",
              "-Xmx128m",
              "-jar",
              JAR.toString(),
              "--outside.vnpay.retry-every=1s",
              "--outside.natpay.retry-every=1s",
              "--outside.bank.retry-every=1s");
      var environment = command.environment();
      environment.keySet().removeIf(name -> name.startsWith("MOTCUA_"));
      environment.put("MOTCUA_DATA", folder.toString());
      environment.put("MOTCUA_PUBLIC_URL", portal);
      environment.put("OUTSIDE_PORT", String.valueOf(port));
      environment.put("OUTSIDE_SMTP_PORT", "0");
      environment.put("LC_ALL", "C.UTF-8");
      var log = folder.resolve("outside.log").toFile();
      var started =
          command.redirectErrorStream(true).redirectOutput(ProcessBuilder.Redirect.appendTo(log));
      var running = started.start();
      process = running;
      Runtime.getRuntime().addShutdownHook(new Thread(running::destroyForcibly));
      await()
          .atMost(START_LIMIT)
          .pollInterval(Duration.ofMillis(100))
          .until(
              () -> {
                assertThat(running.isAlive()).as("it runs, see %s", log).isTrue();
                return get("/bank") != null;
              });
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** As by {@code kill -9}: it has no moment left for anything. */
  public void kill() {
    var running = process;
    if (running == null) return;
    running.destroyForcibly();
    running.onExit().join();
    process = null;
  }

  /** What it answers; null where it does not. */
  public @Nullable String get(String path) throws InterruptedException {
    return send(HttpRequest.newBuilder(URI.create(address() + path)).GET());
  }

  /**
   * Somebody sends a form at one of its pages.
   *
   * @param fields names and values in turn
   * @return null where it died meanwhile, whatever it had done by then
   */
  public @Nullable String send(String to, String... fields) throws InterruptedException {
    var form = new LinkedHashMap<String, String>();
    for (var at = 0; at < fields.length; at += 2) form.put(fields[at], fields[at + 1]);
    var body =
        form.entrySet().stream()
            .map(field -> field.getKey() + "=" + encoded(field.getValue()))
            .collect(Collectors.joining("&"));
    return send(
        HttpRequest.newBuilder(URI.create(to))
            .header("Content-Type", "application/x-www-form-urlencoded")
            .POST(BodyPublishers.ofString(body)));
  }

  private @Nullable String send(HttpRequest.Builder asked) throws InterruptedException {
    try {
      return http.send(asked.timeout(Duration.ofSeconds(20)).build(), BodyHandlers.ofString())
          .body();
    } catch (IOException e) {
      return null;
    }
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }

  /**
   * All that was ever written of something, in the order in which it happened; what a killed one
   * has cut short is left out.
   *
   * @param name {@code vnpay}, {@code natpay}, {@code bank} or {@code debts}
   */
  public List<JsonNode> journal(String name) {
    var file = folder.resolve("outside").resolve(name + ".jsonl");
    if (!Files.exists(file)) return List.of();
    try (var lines = Files.lines(file)) {
      return lines.flatMap(RealOutside::read).toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Stream<JsonNode> read(String line) {
    try {
      return Stream.of(json.readTree(line));
    } catch (JacksonException e) {
      return Stream.of();
    }
  }

  /** As each stands now, by what makes it one. */
  public Map<String, JsonNode> standing(String name, String id) {
    var standing = new LinkedHashMap<String, JsonNode>();
    for (var each : journal(name)) standing.put(each.path(id).asString(), each);
    return standing;
  }

  @Override
  public void close() {
    kill();
    http.close();
  }
}
