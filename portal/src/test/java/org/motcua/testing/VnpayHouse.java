package org.motcua.testing;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.URI;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.security.GeneralSecurityException;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Collectors;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * VNPAY over HTTP, one for the whole run: its page, its answers to questions and its refunds. It
 * reckons its seals by itself; what it would tell the portal unasked, a test carries there. A test
 * may put it out of order until {@link #mend()}.
 */
public final class VnpayHouse {

  /** How it may be at fault. */
  public enum Fault {
    NONE,
    UNAVAILABLE,
    GARBLED,
    /** Answers without knowing the secret. */
    FORGED,
    /** Speaks of another order than it was asked about. */
    CONTRADICTORY,
    /** Does what it is asked and says that it has not. */
    REPLY_LOST,
    REFUSING_REFUNDS
  }

  public static final String SECRET = "known-to-vnpay-and-us-alone";
  public static final String TERMINAL = "MOTCUA01";

  private static final ZoneId HANOI = ZoneId.of("Asia/Ho_Chi_Minh");
  private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("yyyyMMddHHmmss");
  private static final List<String> ANSWER =
      List.of(
          "vnp_ResponseId",
          "vnp_Command",
          "vnp_ResponseCode",
          "vnp_Message",
          "vnp_TmnCode",
          "vnp_TxnRef",
          "vnp_Amount",
          "vnp_BankCode",
          "vnp_PayDate",
          "vnp_TransactionNo",
          "vnp_TransactionType",
          "vnp_TransactionStatus",
          "vnp_OrderInfo");

  private static final JsonMapper json = new JsonMapper();
  private static final HttpClient http = HttpClient.newHttpClient();
  private static final AtomicLong transactions = new AtomicLong(14_000_000);
  private static final Map<String, Order> orders = new ConcurrentHashMap<>();
  private static final Map<String, String> refunds = new ConcurrentHashMap<>();
  private static final Map<String, Long> givenBack = new ConcurrentHashMap<>();
  private static volatile Fault fault = Fault.NONE;
  private static volatile @Nullable String portal;

  /**
   * @param dong what is to be paid
   * @param response vnp_ResponseCode, as the payer's visit ended
   */
  private record Order(String ref, long dong, String response, String transaction) {

    String status() {
      return switch (response) {
        case "" -> "01";
        case "00" -> "00";
        case "07" -> "07";
        default -> "02";
      };
    }
  }

  public static void fails(Fault how) {
    fault = how;
  }

  public static void mend() {
    fault = Fault.NONE;
  }

  /**
   * Payers are led back there, and notices go there by HTTP, whatever the portal takes its address
   * for.
   */
  public static void leadsTo(String address) {
    portal = address;
  }

  /**
   * A payer was there.
   *
   * @param response vnp_ResponseCode; empty: nothing has come of it yet
   */
  public static void visited(String ref, long dong, String response) {
    var before = orders.get(ref);
    var transaction =
        before == null ? String.valueOf(transactions.incrementAndGet()) : before.transaction();
    orders.put(ref, new Order(ref, dong, response, transaction));
  }

  /** What it tells unasked of an order that a payer has visited. */
  public static SortedMap<String, String> notice(String ref) {
    var order = orders.get(ref);
    return sealed(fields(ref, order.dong(), order.response(), order.status(), order.transaction()));
  }

  /** Without a seal. */
  public static SortedMap<String, String> fields(
      String ref, long dong, String response, String status, String transaction) {
    var fields = new TreeMap<String, String>();
    fields.put("vnp_Amount", String.valueOf(dong * 100));
    fields.put("vnp_BankCode", "NCB");
    fields.put("vnp_OrderInfo", "Thanh toan " + ref);
    fields.put("vnp_PayDate", TIME.format(LocalDateTime.now(HANOI)));
    fields.put("vnp_ResponseCode", response);
    fields.put("vnp_TmnCode", TERMINAL);
    fields.put("vnp_TransactionNo", transaction);
    fields.put("vnp_TransactionStatus", status);
    fields.put("vnp_TxnRef", ref);
    return fields;
  }

  public static SortedMap<String, String> sealed(Map<String, String> fields) {
    var sealed = new TreeMap<>(fields);
    sealed.remove("vnp_SecureHash");
    sealed.put("vnp_SecureHash", hash(query(sealed)));
    return sealed;
  }

  /** How much it has sent back of that order, in dong. */
  public static long givenBack(String ref) {
    return givenBack.getOrDefault(ref, 0L);
  }

  static void openAt(HttpServer server) {
    server.createContext("/vnpay/paymentv2/vpcpay.html", VnpayHouse::showOrTake);
    server.createContext("/vnpay/merchant_webapi/api/transaction", VnpayHouse::answer);
  }

  /** A page on which one pays or does not, sent to itself. */
  private static void showOrTake(HttpExchange exchange) throws IOException {
    try (exchange) {
      var order = read(exchange.getRequestURI().getRawQuery());
      if (!sealed(order).get("vnp_SecureHash").equals(order.get("vnp_SecureHash"))) {
        send(exchange, 400, "text/plain", "70");
        return;
      }
      var ref = order.get("vnp_TxnRef");
      var dong = Long.parseLong(order.get("vnp_Amount")) / 100;
      if (exchange.getRequestMethod().equals("GET")) {
        orders.computeIfAbsent(ref, key -> new Order(key, dong, "", "0"));
        send(exchange, 200, "text/html;charset=utf-8", page(dong));
        return;
      }
      var body = read(new String(exchange.getRequestBody().readAllBytes(), UTF_8));
      orders.remove(ref);
      visited(ref, dong, body.get("response"));
      tell(ref);
      var back = URI.create(order.get("vnp_ReturnUrl")).getPath();
      exchange.getResponseHeaders().add("Location", portal + back + "?" + sealedQuery(ref));
      exchange.sendResponseHeaders(303, -1);
    }
  }

  private static String sealedQuery(String ref) {
    var notice = notice(ref);
    return query(notice) + "&vnp_SecureHash=" + notice.get("vnp_SecureHash");
  }

  private static void tell(String ref) {
    try {
      http.send(
          HttpRequest.newBuilder(URI.create(portal + "/payments/vnpay/ipn?" + sealedQuery(ref)))
              .build(),
          BodyHandlers.discarding());
    } catch (IOException e) {
      throw new IllegalStateException("The portal takes no notice", e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private static String page(long dong) {
    return """
    <!DOCTYPE html><html lang="vi"><head><title>VNPAY</title>
    <meta name="viewport" content="width=device-width, initial-scale=1">
    <link rel="icon" href="data:,"></head>
    <body><main><h1>%d</h1><form method="post">
    <button name="response" value="00">Trả</button>
    <button name="response" value="24">Không trả nữa</button>
    <button name="response" value="51">Không đủ số dư</button>
    </form></main></body></html>
    """
        .formatted(dong);
  }

  private static void answer(HttpExchange exchange) throws IOException {
    try (exchange) {
      var asked = json.readTree(exchange.getRequestBody().readAllBytes());
      switch (fault) {
        case UNAVAILABLE -> exchange.sendResponseHeaders(503, -1);
        case GARBLED -> send(exchange, 200, "text/html", "<html>");
        default -> {
          var answer = json.writeValueAsString(answer(asked));
          if (fault == Fault.REPLY_LOST) {
            exchange.sendResponseHeaders(503, -1);
          } else {
            send(exchange, 200, "application/json", answer);
          }
        }
      }
    }
  }

  private static Map<String, String> answer(JsonNode asked) {
    var query = asked.path("vnp_Command").asString().equals("querydr");
    var answer = isSealed(asked) ? query ? found(asked) : refunded(asked) : said(asked, "97");
    if (fault == Fault.CONTRADICTORY) answer.put("vnp_TxnRef", "MC000000000000");
    var values =
        ANSWER.stream()
            .map(field -> answer.getOrDefault(field, ""))
            .collect(Collectors.joining("|"));
    var hash = fault == Fault.FORGED ? hash("a guess") : hash(query ? values + "||" : values);
    answer.put("vnp_SecureHash", hash);
    return answer;
  }

  /** All of it in the order in which it is sealed. */
  private static boolean isSealed(JsonNode asked) {
    var values =
        asked.properties().stream()
            .filter(field -> !field.getKey().equals("vnp_SecureHash"))
            .map(field -> field.getValue().asString())
            .collect(Collectors.joining("|"));
    return hash(values).equals(asked.path("vnp_SecureHash").asString());
  }

  private static Map<String, String> found(JsonNode asked) {
    var order = orders.get(asked.path("vnp_TxnRef").asString());
    if (order == null) return said(asked, "91");
    var answer = said(asked, "00");
    answer.put("vnp_Amount", String.valueOf(order.dong() * 100));
    answer.put("vnp_BankCode", "NCB");
    answer.put("vnp_PayDate", TIME.format(LocalDateTime.now(HANOI)));
    answer.put("vnp_TransactionNo", order.transaction());
    answer.put("vnp_TransactionStatus", order.status());
    return answer;
  }

  private static synchronized Map<String, String> refunded(JsonNode asked) {
    var ref = asked.path("vnp_TxnRef").asString();
    var order = orders.get(ref);
    if (order == null) return said(asked, "91");
    var dong = asked.path("vnp_Amount").asLong() / 100;
    var request = asked.path("vnp_RequestId").asString();
    var known = refunds.get(request);
    if (fault == Fault.REFUSING_REFUNDS) return said(asked, "95");
    if (known == null && givenBack(ref) + dong > order.dong()) return said(asked, "95");
    if (known == null) {
      known = String.valueOf(transactions.incrementAndGet());
      refunds.put(request, known);
      givenBack.merge(ref, dong, Long::sum);
    }
    var answer = said(asked, "00");
    answer.put("vnp_Amount", String.valueOf(dong * 100));
    answer.put("vnp_TransactionNo", known);
    answer.put("vnp_TransactionStatus", "06");
    return answer;
  }

  private static Map<String, String> said(JsonNode asked, String code) {
    var answer = new LinkedHashMap<String, String>();
    answer.put("vnp_ResponseId", UUID.randomUUID().toString());
    answer.put("vnp_Command", asked.path("vnp_Command").asString());
    answer.put("vnp_ResponseCode", code);
    answer.put("vnp_Message", "");
    answer.put("vnp_TmnCode", TERMINAL);
    answer.put("vnp_TxnRef", asked.path("vnp_TxnRef").asString());
    return answer;
  }

  private static void send(HttpExchange exchange, int status, String type, String text)
      throws IOException {
    var bytes = text.getBytes(UTF_8);
    exchange.getResponseHeaders().add("Content-Type", type);
    exchange.sendResponseHeaders(status, bytes.length);
    exchange.getResponseBody().write(bytes);
  }

  private static SortedMap<String, String> read(String form) {
    return Arrays.stream(form.split("&"))
        .map(field -> field.split("=", 2))
        .collect(
            Collectors.toMap(
                field -> field[0],
                field -> URLDecoder.decode(field[1], UTF_8),
                (one, other) -> one,
                TreeMap::new));
  }

  /** Without the seal. */
  private static String query(SortedMap<String, String> fields) {
    return fields.entrySet().stream()
        .filter(field -> !field.getKey().equals("vnp_SecureHash"))
        .map(field -> field.getKey() + "=" + URLEncoder.encode(field.getValue(), UTF_8))
        .collect(Collectors.joining("&"));
  }

  private static String hash(String text) {
    try {
      var mac = Mac.getInstance("HmacSHA512");
      mac.init(new SecretKeySpec(SECRET.getBytes(UTF_8), "HmacSHA512"));
      return HexFormat.of().formatHex(mac.doFinal(text.getBytes(UTF_8)));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  private VnpayHouse() {}
}
