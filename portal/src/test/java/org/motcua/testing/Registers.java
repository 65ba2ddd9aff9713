package org.motcua.testing;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * The base registers over HTTP, one set for the whole run, beside the phones. They know the demo
 * people; a test may add others, and put a register out of order until {@link #reset()}.
 */
public final class Registers {

  public static final String POPULATION = "population";
  public static final String INSURANCE = "insurance";
  public static final String PHONES = "phones";
  public static final String ENTERPRISES = "enterprises";

  /** How a register may be at fault. */
  public enum Fault {
    UNAVAILABLE,
    /** Keeps whoever asks waiting until the test is over. */
    SLOW,
    /** Speaks of somebody else than it was asked about. */
    CONTRADICTORY,
    GARBLED
  }

  /** What came in: by whom it was asked for what purpose. */
  public record Asked(String register, String purpose, String requestId, JsonNode question) {}

  private record Known(String number, String former, String name, String born, boolean alive) {}

  private static final JsonMapper json = new JsonMapper();
  private static final Map<String, Known> persons = new ConcurrentHashMap<>();
  private static final Map<String, Known> insured = new ConcurrentHashMap<>();
  private static final Map<String, String> owners = new ConcurrentHashMap<>();
  private static final Map<String, Map<String, Object>> enterprises = new ConcurrentHashMap<>();
  private static final Map<String, List<Map<String, String>>> children = new ConcurrentHashMap<>();
  private static final Map<String, Fault> faults = new ConcurrentHashMap<>();
  private static final List<Asked> asked = new CopyOnWriteArrayList<>();
  private static volatile CountDownLatch slowness = new CountDownLatch(1);

  static {
    reset();
  }

  /** As at the beginning: the demo people, everything in order. */
  public static void reset() {
    slowness.countDown();
    slowness = new CountDownLatch(1);
    for (var all : List.of(persons, insured, owners, enterprises, children, faults)) all.clear();
    asked.clear();
    person("022190001234", "101234567", "Nguyễn Thị Mai", "1990-03-27", "+84912000001");
    person("022088005678", null, "Trần Văn Hùng", "1988-11-05", "+84912000002");
    person("022185003456", null, "Lê Thị Hoa", "1985-08-19", "+84912000003");
    insured("2213004567", "Lê Thị Hoa", "1985-08-19", "022185003456");
    enterprise("5700123454", "Công ty TNHH Sao Vàng", "ACTIVE", "022088005678", "Trần Văn Hùng");
    enterprise("0100109106", "Công ty Biển Xanh", "ACTIVE", "022190001234", "Nguyễn Thị Mai");
    parent("022190001234", "022318000123", "Trần Minh Khôi", "2018-05-04", "MALE");
    parent("022088005678", "022318000123", "Trần Minh Khôi", "2018-05-04", "MALE");
  }

  /** Known to the population register, with a phone in that name. */
  public static void person(String number, String former, String name, String born, String phone) {
    var known = new Known(number, former, name, born, true);
    persons.put(number, known);
    if (former != null) persons.put(former, known);
    owners.put(phone, number);
  }

  public static void died(String number) {
    persons.computeIfPresent(
        number, (key, of) -> new Known(of.number, of.former, of.name, of.born, false));
  }

  /**
   * @param citizenId null where the insurer never learned it
   */
  public static void insured(String number, String name, String born, String citizenId) {
    insured.put(number, new Known(citizenId, null, name, born, true));
  }

  public static void phone(String phone, String owner) {
    owners.put(phone, owner);
  }

  public static void enterprise(
      String taxCode, String name, String state, String representative, String called) {
    var facts = new HashMap<String, Object>();
    facts.put("found", true);
    facts.put("name", name);
    facts.put("state", state);
    facts.put("address", "Số 1, đường 25 tháng 4, thành phố Hạ Long, Quảng Ninh");
    facts.put(
        "representatives",
        List.of(Map.of("citizenId", representative, "name", called, "position", "Giám đốc")));
    enterprises.put(taxCode, facts);
  }

  public static void parent(String parent, String number, String name, String born, String gender) {
    children
        .computeIfAbsent(parent, key -> new CopyOnWriteArrayList<>())
        .add(Map.of("number", number, "name", name, "dateOfBirth", born, "gender", gender));
  }

  public static void noLongerParent(String parent) {
    children.remove(parent);
  }

  public static void fails(String register, Fault fault) {
    faults.put(register, fault);
  }

  public static void mended(String register) {
    faults.remove(register);
  }

  /** What a register has been asked since the last reset. */
  public static List<Asked> asked(String register) {
    return asked.stream().filter(each -> each.register().equals(register)).toList();
  }

  static void openAt(HttpServer server) {
    server.createContext("/registers", Registers::receive);
  }

  private static void receive(HttpExchange exchange) throws IOException {
    try (exchange) {
      var path = exchange.getRequestURI().getPath().split("/");
      var register = path[2];
      var question = json.readTree(exchange.getRequestBody().readAllBytes());
      var headers = exchange.getRequestHeaders();
      asked.add(
          new Asked(
              register, headers.getFirst("X-Purpose"), headers.getFirst("X-Request-Id"), question));
      var fault = faults.get(register);
      if (fault == Fault.UNAVAILABLE) {
        exchange.sendResponseHeaders(503, -1);
        return;
      }
      if (fault == Fault.SLOW) waitForTheEndOfTheTest();
      var answer =
          fault == Fault.GARBLED
              ? "<html>Đang bảo trì</html>"
              : json.writeValueAsString(answer(register, path[3], question, fault));
      var bytes = answer.getBytes(StandardCharsets.UTF_8);
      exchange.getResponseHeaders().add("Content-Type", "application/json");
      exchange.sendResponseHeaders(200, bytes.length);
      exchange.getResponseBody().write(bytes);
    }
  }

  private static Object answer(String register, String kind, JsonNode question, Fault fault) {
    if (fault == Fault.CONTRADICTORY) return contradiction(register);
    return switch (register + "/" + kind) {
      case POPULATION + "/person" -> compare(question);
      case POPULATION + "/children" ->
          Map.of("children", children.getOrDefault(text(question, "parent"), List.of()));
      case INSURANCE + "/person" -> insurance(question);
      case PHONES + "/owner" -> owner(question);
      case ENTERPRISES + "/enterprise" ->
          enterprises.getOrDefault(text(question, "taxCode"), Map.of("found", false));
      default -> throw new AssertionError("No register answers to " + register + "/" + kind);
    };
  }

  private static Object contradiction(String register) {
    return switch (register) {
      case POPULATION ->
          Map.of(
              "found", true,
              "nameMatches", true,
              "dateOfBirthMatches", true,
              "number", "001099999999",
              "alive", true);
      case INSURANCE -> Map.of("found", false, "nameMatches", true);
      case PHONES -> Map.of("known", false, "owner", true);
      default -> Map.of("found", true, "name", "", "state", "ASLEEP", "representatives", Set.of());
    };
  }

  private static Object compare(JsonNode question) {
    var known = persons.get(text(question, "number"));
    if (known == null) return Map.of("found", false);
    var answer = matches(known, question);
    answer.put("number", known.number);
    answer.put("formerNumber", known.former);
    answer.put("alive", known.alive);
    return answer;
  }

  private static Object insurance(JsonNode question) {
    var known = insured.get(text(question, "number"));
    if (known == null) return Map.of("found", false);
    var answer = matches(known, question);
    answer.put("citizenId", known.number);
    return answer;
  }

  private static Map<String, Object> matches(Known known, JsonNode question) {
    var answer = new HashMap<String, Object>();
    answer.put("found", true);
    answer.put("nameMatches", known.name.equalsIgnoreCase(text(question, "name")));
    answer.put("dateOfBirthMatches", known.born.equals(text(question, "dateOfBirth")));
    return answer;
  }

  private static Object owner(JsonNode question) {
    var owner = owners.get(text(question, "phone"));
    return Map.of("known", owner != null, "owner", text(question, "citizenId").equals(owner));
  }

  private static String text(JsonNode question, String field) {
    return question.path(field).asString();
  }

  private static void waitForTheEndOfTheTest() throws IOException {
    try {
      if (!slowness.await(30, TimeUnit.SECONDS)) throw new IOException("Nobody has put it right");
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private Registers() {}
}
