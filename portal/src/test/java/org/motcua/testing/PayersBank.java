package org.motcua.testing;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.security.GeneralSecurityException;
import java.util.HexFormat;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * The bank over HTTP, one for the whole run. It reckons its signatures by itself, and takes orders
 * to transfer: each once. A test may have it answer otherwise until {@link #mend()}.
 */
public final class PayersBank {

  public static final String SECRET = "known-to-the-bank-and-us-alone";
  public static final String BANK = "970499";
  public static final String ACCOUNT = "3700100200";

  private static final JsonMapper json = new JsonMapper();
  private static final Map<String, JsonNode> orders = new ConcurrentHashMap<>();
  private static volatile String state = "DONE";

  public static String address() {
    return Phones.address() + "/bank/api";
  }

  /**
   * Of every order from now on; {@code 503} for no answer, {@code LOST} for one that does not
   * arrive, though it is carried out.
   */
  public static void says(String word) {
    state = word;
  }

  public static void mend() {
    state = "DONE";
  }

  /** What was ordered with this number. */
  public static JsonNode order(String id) {
    return orders.get(id);
  }

  /** In dong, with these words. */
  public static long sent(String text) {
    return orders.values().stream()
        .filter(order -> order.path("text").asString().equals(text))
        .mapToLong(order -> order.path("dong").asLong())
        .sum();
  }

  /** In hexadecimal. */
  public static String signature(String time, String body) {
    return signature(time, body, SECRET);
  }

  public static String signature(String time, String body, String secret) {
    try {
      var mac = Mac.getInstance("HmacSHA256");
      mac.init(new SecretKeySpec(secret.getBytes(UTF_8), "HmacSHA256"));
      return HexFormat.of().formatHex(mac.doFinal((time + "." + body).getBytes(UTF_8)));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  static void openAt(HttpServer server) {
    server.createContext("/bank/api/transfers", PayersBank::receive);
  }

  private static void receive(HttpExchange exchange) throws IOException {
    try (exchange) {
      var body = new String(exchange.getRequestBody().readAllBytes(), UTF_8);
      var heads = exchange.getRequestHeaders();
      var right = signature(heads.getFirst("Bank-Timestamp"), body);
      if (!right.equals(heads.getFirst("Bank-Signature"))) {
        exchange.sendResponseHeaders(401, -1);
        return;
      }
      if (state.equals("503")) {
        exchange.sendResponseHeaders(503, -1);
        return;
      }
      var order = json.readTree(body);
      var id = order.path("id").asString();
      if (!state.equals("REFUSED")) orders.putIfAbsent(id, order);
      if (state.equals("LOST")) {
        exchange.sendResponseHeaders(503, -1);
        return;
      }
      var answer =
          json.writeValueAsString(
                  Map.of("id", id, "state", state, "transaction", "T" + id, "why", "CLOSED"))
              .getBytes(UTF_8);
      exchange.sendResponseHeaders(200, answer.length);
      exchange.getResponseBody().write(answer);
    }
  }

  private PayersBank() {}
}
