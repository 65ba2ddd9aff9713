package org.motcua.testing;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * All who are owed money, over HTTP, one for the whole run. They know what a test has told them,
 * and may be put out of order until {@link #mend()}.
 */
public final class Creditors {

  /** How they may be at fault. */
  public enum Fault {
    NONE,
    UNAVAILABLE,
    GARBLED,
    /** Speaks of another number, or payment, than it was asked about. */
    CONTRADICTORY,
    /** Does what it is asked and says that it has not. */
    REPLY_LOST
  }

  private static final String TO =
      "{\"owner\": \"KB\", \"name\": \"Kho bạc Nhà nước\", \"account\": \"7111.1054321\","
          + " \"bank\": \"970418\"}";

  private static final JsonMapper json = new JsonMapper();

  /** Answers by creditor and number. */
  private static final Map<String, JsonNode> known = new ConcurrentHashMap<>();

  private static final Map<String, String> paid = new ConcurrentHashMap<>();
  private static final List<JsonNode> told = new CopyOnWriteArrayList<>();
  private static volatile Fault fault = Fault.NONE;

  public static void fails(Fault how) {
    fault = how;
  }

  public static void mend() {
    fault = Fault.NONE;
  }

  /** A fine of so much. */
  public static void fines(String number, String name, long dong) {
    owes("fines", number, name, debt(number, "Nộp phạt " + number, dong, offence(number)));
  }

  /**
   * @param debts as {@link #debt} makes them; none: nothing is owed
   */
  public static void owes(String creditor, String number, String name, String... debts) {
    known.put(
        creditor + "/" + number,
        json.readTree(
            """
            {"number": "%s", "result": "FOUND", "name": "%s",
             "address": "Số 5, phường Hồng Gai, tỉnh Quảng Ninh", "debts": [%s]}
            """
                .formatted(number, name, String.join(",", debts))));
  }

  public static String debt(String id, String what, long dong) {
    return debt(id, what, dong, "{}");
  }

  private static String debt(String id, String what, long dong, String facts) {
    return """
    {"id": "%s", "vi": "%s", "en": "In English: %s", "issued": "2026-11-10", "due": "2026-12-01",
     "items": [{"code": "754/1701", "vi": "%s", "en": "Item", "dong": %d}], "to": %s, "facts": %s}
    """
        .formatted(id, what, what, what, dong, TO, facts);
  }

  private static String offence(String number) {
    return """
    {"DECISION": "%s/QĐ-XPHC", "DECISION_DATE": "2026-11-10", "OFFENCE": "Vượt đèn đỏ",
     "OFFENCE_AT": "2026-11-05T08:30", "OFFENCE_PLACE": "Km 120, Quốc lộ 18"}
    """
        .formatted(number);
  }

  /** Somebody with a household of so many. */
  public static void insures(String number, String name, String group, int household) {
    var members = new StringBuilder();
    for (var at = 1; at <= household; at++) {
      if (at > 1) members.append(',');
      var each = at == 1 ? name : "Người Thứ " + at;
      members.append(
          "{\"id\": \"%d\", \"name\": \"%s\", \"until\": null, \"otherwise\": null}"
              .formatted(at, each));
    }
    known.put(
        "insurance/" + number,
        json.readTree(
            """
            {"number": "%s", "result": "FOUND", "name": "%s", "address": "", "debts": [],
             "insured": {"group": "%s", "paidUntil": null, "household": [%s], "to": %s}}
            """
                .formatted(number, name, group, members, TO)));
  }

  /** Somebody has paid it, at a bank. */
  public static void paidElsewhere(String creditor, String debt) {
    paid.put(creditor + "/" + debt, "elsewhere");
  }

  /** What the creditors heard of a payment, in order. */
  public static List<JsonNode> heardOf(String reference) {
    return told.stream().filter(it -> it.path("reference").asString("").equals(reference)).toList();
  }

  static void openAt(HttpServer server) {
    server.createContext("/debts", Creditors::answer);
  }

  private static void answer(HttpExchange exchange) throws IOException {
    try (exchange) {
      var path = exchange.getRequestURI().getPath().split("/");
      var body = json.readTree(exchange.getRequestBody().readAllBytes());
      var met = fault;
      var text = met == Fault.UNAVAILABLE ? "" : said(path[2], path[3], body, met);
      var failed = met == Fault.UNAVAILABLE || met == Fault.REPLY_LOST;
      var bytes = (met == Fault.GARBLED ? "<html>" : text).getBytes(StandardCharsets.UTF_8);
      exchange.sendResponseHeaders(failed ? 503 : 200, failed ? -1 : bytes.length);
      if (!failed) exchange.getResponseBody().write(bytes);
    }
  }

  private static String said(String creditor, String what, JsonNode asked, Fault met) {
    if (what.equals("enquiries")) return found(creditor, asked, met);
    told.add(asked);
    var reference = asked.path("reference").asString("");
    var debt = asked.path("debt").asString("");
    var standing =
        what.equals("payments")
            ? paid.computeIfAbsent(creditor + "/" + debt, it -> reference)
            : reference;
    return json.writeValueAsString(
        Map.of(
            "reference",
            met == Fault.CONTRADICTORY ? "another" : reference,
            "debt",
            debt,
            "result",
            standing.equals(reference) ? "TAKEN" : "PAID_BEFORE",
            "code",
            "XN-" + debt));
  }

  private static String found(String creditor, JsonNode asked, Fault met) {
    var number = asked.path("number").asString("");
    var answer = known.get(creditor + "/" + (met == Fault.CONTRADICTORY ? "other" : number));
    if (answer == null) {
      var told = met == Fault.CONTRADICTORY ? "other" : number;
      return "{\"number\": \"" + told + "\", \"result\": \"UNKNOWN_NUMBER\"}";
    }
    var name = asked.path("name");
    if (name.isString() && !name.asString().equalsIgnoreCase(answer.path("name").asString())) {
      return "{\"number\": \"" + number + "\", \"result\": \"ANOTHER_NAME\"}";
    }
    return answer.toString();
  }

  private Creditors() {}
}
