package org.motcua.testing;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * The electricity company over HTTP, one for the whole run, beside the phones. A test may put it
 * out of order until {@link #mend()}.
 */
public final class PowerCompany {

  /** How it may be at fault. */
  public enum Fault {
    NONE,
    UNAVAILABLE,
    /** Keeps whoever asks waiting until it is mended. */
    SLOW,
    GARBLED,
    /** Speaks of another dossier than it was asked about. */
    CONTRADICTORY,
    /** Does what it is asked and says that it has not. */
    REPLY_LOST
  }

  private static final String UNKNOWN = "H00.30-000000-0000";

  private static final JsonMapper json = new JsonMapper();
  private static final Map<String, String> codes = new ConcurrentHashMap<>();
  private static final Map<String, JsonNode> applications = new ConcurrentHashMap<>();
  private static final Map<String, List<Map<String, String>>> histories = new ConcurrentHashMap<>();
  private static final Set<String> papers = ConcurrentHashMap.newKeySet();
  private static final List<String> asked = new CopyOnWriteArrayList<>();
  private static final AtomicInteger serial = new AtomicInteger();
  private static volatile Fault fault = Fault.NONE;
  private static volatile CountDownLatch slowness = new CountDownLatch(1);

  public static void fails(Fault how) {
    fault = how;
  }

  public static void mend() {
    fault = Fault.NONE;
    slowness.countDown();
    slowness = new CountDownLatch(1);
  }

  /** The document code that it has given to a dossier. */
  public static Optional<String> codeOf(String dossier) {
    return Optional.ofNullable(codes.get(dossier));
  }

  public static JsonNode applicationOf(String dossier) {
    return applications.get(dossier);
  }

  public static boolean hasPaper(String sha256) {
    return papers.contains(sha256);
  }

  /** How often anybody has sent or asked something with these words in the address or body. */
  public static long timesAsked(String words) {
    return asked.stream().filter(each -> each.contains(words)).count();
  }

  /** Its staff moves a request on. */
  public static void moves(String code, String stage, String at, String note) {
    histories.get(code).add(happened(stage, Instant.parse(at), note));
  }

  static void openAt(HttpServer server) {
    server.createContext("/electricity", PowerCompany::receive);
  }

  private static void receive(HttpExchange exchange) throws IOException {
    try (exchange) {
      var address = exchange.getRequestURI().getPath();
      var body = exchange.getRequestBody().readAllBytes();
      var what = exchange.getRequestMethod() + " " + address;
      var paper = exchange.getRequestMethod().equals("PUT");
      asked.add(paper ? what : what + " " + new String(body, StandardCharsets.UTF_8));
      var met = fault;
      if (met == Fault.UNAVAILABLE) {
        exchange.sendResponseHeaders(503, -1);
        return;
      }
      if (met == Fault.SLOW) waitUntilMended();
      var answer = paper ? take(address, body) : answer(address, body, met);
      if (met == Fault.REPLY_LOST) {
        exchange.sendResponseHeaders(503, -1);
        return;
      }
      var text = met == Fault.GARBLED ? "<html>Đang bảo trì</html>" : answer;
      var bytes = text.getBytes(StandardCharsets.UTF_8);
      exchange.getResponseHeaders().add("Content-Type", "application/json");
      exchange.sendResponseHeaders(200, bytes.length);
      exchange.getResponseBody().write(bytes);
    }
  }

  private static String answer(String address, byte[] body, Fault met) {
    var about = body.length > 0 ? taken(json.readTree(body)) : last(address);
    var answer = new HashMap<String, Object>();
    answer.put("documentCode", codes.get(about));
    answer.put("dossier", met == Fault.CONTRADICTORY ? UNKNOWN : about);
    answer.put("missingPapers", missing(about));
    answer.put("history", List.copyOf(histories.get(codes.get(about))));
    return json.writeValueAsString(answer);
  }

  private static synchronized String taken(JsonNode application) {
    var dossier = application.path("dossier").asString();
    if (!codes.containsKey(dossier)) {
      var code = "PC09-2611-%06d".formatted(serial.incrementAndGet());
      applications.put(dossier, application);
      histories.put(code, new CopyOnWriteArrayList<>());
      histories.get(code).add(happened("RECEIVED", Instant.parse("2026-11-21T02:00:00Z"), ""));
      codes.put(dossier, code);
    }
    return dossier;
  }

  private static String last(String address) {
    var code = address.substring(address.lastIndexOf('/') + 1);
    return codes.entrySet().stream()
        .filter(entry -> entry.getValue().equals(code))
        .map(Map.Entry::getKey)
        .findFirst()
        .orElseThrow();
  }

  private static List<String> missing(String dossier) {
    var missing = new ArrayList<String>();
    for (var paper : applications.get(dossier).path("papers")) {
      var sha256 = paper.path("sha256").asString();
      if (!papers.contains(sha256)) missing.add(sha256);
    }
    return missing;
  }

  private static String take(String address, byte[] content) {
    var named = address.substring(address.lastIndexOf('/') + 1);
    if (!sha256(content).equals(named)) throw new AssertionError("Another paper than its name");
    papers.add(named);
    return "";
  }

  private static Map<String, String> happened(String stage, Instant at, String note) {
    return Map.of(
        "stage", stage, "at", at.toString(), "vi", vietnamese(stage), "en", stage, "note", note);
  }

  private static String vietnamese(String stage) {
    return switch (stage) {
      case "RECEIVED" -> "Đã nhận yêu cầu";
      case "SURVEYED" -> "Đã khảo sát tại chỗ";
      case "OFFERED" -> "Đã gửi phương án cấp điện";
      case "CONTRACTED" -> "Đã ký hợp đồng mua bán điện";
      case "ENERGISED" -> "Đã lắp công tơ và đóng điện";
      default -> "Từ chối cấp điện";
    };
  }

  private static String sha256(byte[] content) {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(content));
    } catch (NoSuchAlgorithmException e) {
      throw new AssertionError(e);
    }
  }

  private static void waitUntilMended() throws IOException {
    try {
      if (!slowness.await(30, TimeUnit.SECONDS)) throw new IOException("Nobody has mended it");
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private PowerCompany() {}
}
