package org.motcua.benchmarks;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The system that brings procedures into the catalogue, by the real way in. */
final class Importer {

  private static final Duration LONGEST = Duration.ofMinutes(20);
  private static final Duration BETWEEN_LOOKS = Duration.ofMillis(100);
  private static final Duration TOKEN_USED = Duration.ofMinutes(5);
  private static final JsonMapper json = new JsonMapper();

  private final URI portal;
  private final HttpClient http =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

  private String token = "";
  private long tokenSince = System.nanoTime() - TOKEN_USED.toNanos() - 1;

  Importer(URI portal) {
    this.portal = portal;
  }

  /**
   * @param received seconds until the portal had stored the file
   * @param seconds until all of it was taken in
   */
  record Taken(double received, double seconds, JsonNode counts) {}

  Taken send(Path file) throws Exception {
    var begun = System.nanoTime();
    var reply =
        http.send(
            request("/api/catalogue/imports")
                .header("Content-Type", "application/x-ndjson")
                .POST(BodyPublishers.ofFile(file))
                .build(),
            BodyHandlers.ofString());
    if (reply.statusCode() != 202) throw new IOException(reply.statusCode() + " " + reply.body());
    var received = since(begun);
    var address = reply.headers().firstValue("Location").orElseThrow();
    var end = Waiting.until(LONGEST, BETWEEN_LOOKS, "end of the import", () -> finished(address));
    return new Taken(received, since(begun), end.path("counts"));
  }

  /** The catalogue's own procedures, as lines of the national JSON. */
  List<String> export() throws Exception {
    return http.send(request("/api/procedures/export").build(), BodyHandlers.ofString())
        .body()
        .lines()
        .toList();
  }

  private Optional<JsonNode> finished(String address) {
    try {
      var reply = http.send(request(address).build(), BodyHandlers.ofString());
      var progress = json.readTree(reply.body());
      return Optional.of(progress).filter(it -> it.path("state").asString("").equals("FINISHED"));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  private HttpRequest.Builder request(String path) throws IOException, InterruptedException {
    if (System.nanoTime() - tokenSince > TOKEN_USED.toNanos()) {
      token = newToken();
      tokenSince = System.nanoTime();
    }
    return HttpRequest.newBuilder(portal.resolve(path)).header("Authorization", "Bearer " + token);
  }

  private String newToken() throws IOException, InterruptedException {
    var secret = "national-database:motcua-demo-secret".getBytes(UTF_8);
    var reply =
        http.send(
            HttpRequest.newBuilder(portal.resolve("/oauth2/token"))
                .header("Authorization", "Basic " + Base64.getEncoder().encodeToString(secret))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(
                    BodyPublishers.ofString("grant_type=client_credentials&scope=catalogue.write"))
                .build(),
            BodyHandlers.ofString());
    return json.readTree(reply.body()).path("access_token").asString();
  }

  private static double since(long begun) {
    return (System.nanoTime() - begun) / 1e9;
  }
}
