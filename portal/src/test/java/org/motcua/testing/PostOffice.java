package org.motcua.testing;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * The postal operator over HTTP, one for the whole run. A test may put it out of order until {@link
 * #mend()}.
 */
public final class PostOffice {

  /** How it may be at fault. */
  public enum Fault {
    NONE,
    UNAVAILABLE,
    GARBLED,
    /** Speaks of another letter than it was asked about. */
    CONTRADICTORY,
    /** Does what it is asked and says that it has not. */
    REPLY_LOST
  }

  private static final JsonMapper json = new JsonMapper();
  private static final Map<String, String> references = new ConcurrentHashMap<>();
  private static final Map<String, JsonNode> letters = new ConcurrentHashMap<>();
  private static final Map<String, List<Map<String, String>>> histories = new ConcurrentHashMap<>();
  private static final AtomicInteger serial = new AtomicInteger();
  private static volatile Fault fault = Fault.NONE;

  public static void fails(Fault how) {
    fault = how;
  }

  public static void mend() {
    fault = Fault.NONE;
  }

  /** What was registered for a dossier, as the last letter has it. */
  public static List<JsonNode> lettersOf(String dossier) {
    return letters.values().stream()
        .filter(letter -> letter.path("dossier").asString().equals(dossier))
        .toList();
  }

  /** Its staff moves a letter on. */
  public static void moves(String tracking, String stage, String place, String note) {
    histories.get(tracking).add(step(stage, place, note));
  }

  static void openAt(HttpServer server) {
    server.createContext("/post", PostOffice::receive);
  }

  private static void receive(HttpExchange exchange) throws IOException {
    try (exchange) {
      var address = exchange.getRequestURI().getPath();
      var body = exchange.getRequestBody().readAllBytes();
      var met = fault;
      if (met == Fault.UNAVAILABLE) {
        exchange.sendResponseHeaders(503, -1);
        return;
      }
      var tracking =
          body.length > 0
              ? taken(json.readTree(body))
              : address.substring(address.lastIndexOf('/') + 1);
      if (met == Fault.REPLY_LOST) {
        exchange.sendResponseHeaders(503, -1);
        return;
      }
      var text = met == Fault.GARBLED ? "<html>" : answer(tracking, met);
      var bytes = text.getBytes(StandardCharsets.UTF_8);
      exchange.sendResponseHeaders(200, bytes.length);
      exchange.getResponseBody().write(bytes);
    }
  }

  private static synchronized String taken(JsonNode letter) {
    var reference = letter.path("reference").asString();
    return references.computeIfAbsent(
        reference,
        it -> {
          var tracking = "RG%09dVN".formatted(serial.incrementAndGet());
          letters.put(tracking, letter);
          histories.put(tracking, new CopyOnWriteArrayList<>());
          moves(tracking, "TAKEN_IN", "Bưu cục Hạ Long", "");
          return tracking;
        });
  }

  private static String answer(String tracking, Fault met) {
    var letter = letters.get(tracking);
    var reference = met == Fault.CONTRADICTORY ? "another" : letter.path("reference").asString();
    return json.writeValueAsString(
        Map.of(
            "trackingNumber",
            tracking,
            "reference",
            reference,
            "history",
            List.copyOf(histories.get(tracking))));
  }

  private static Map<String, String> step(String stage, String place, String note) {
    var at = Instant.parse("2026-11-23T02:00:00Z").toString();
    return Map.of("stage", stage, "at", at, "place", place, "note", note);
  }

  private PostOffice() {}
}
