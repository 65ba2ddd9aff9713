package org.motcua.simulators.outside.vnpay;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.stream.Collectors;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.motcua.simulators.outside.OutsideTest;
import org.motcua.simulators.outside.gateways.Outcome;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.ContextConfiguration;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A merchant and its payers deal with the gateway as over the network. */
@SpringBootTest(
    webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
    properties = {
      "outside.slowness=1ms",
      "outside.lateness=300ms",
      "outside.smtp-port=0",
      "outside.smpp-port=0",
      "outside.vnpay.retry-every=100ms"
    })
@ContextConfiguration(initializers = OutsideTest.EmptyFolder.class)
@DirtiesContext
class VnpayTests {

  private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("yyyyMMddHHmmss");
  private static final ZoneId HANOI = ZoneId.of("Asia/Ho_Chi_Minh");
  private static final String PAY = "/vnpay/paymentv2/vpcpay.html";
  private static final String API = "/vnpay/merchant_webapi/api/transaction";
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

  private static final Merchant MERCHANT = new Merchant();

  @LocalServerPort int port;
  @Autowired JsonMapper json;

  @Value("${outside.payment-secrets}")
  Path secrets;

  @Value("${outside.data}")
  Path data;

  private final HttpClient http = HttpClient.newHttpClient();
  private final Instant begun = Instant.now();
  private final String ref = "T" + UUID.randomUUID().toString().replace("-", "");

  /** Takes notices in, or refuses them some times at first. */
  private static final class Merchant {

    private final HttpServer server;
    private final Map<String, Queue<Map<String, String>>> heard = new ConcurrentHashMap<>();
    private final Map<String, Integer> refusals = new ConcurrentHashMap<>();

    Merchant() {
      try {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
      } catch (IOException e) {
        throw new IllegalStateException(e);
      }
      server.createContext("/payments/vnpay/ipn", this::take);
      server.start();
    }

    private void take(HttpExchange exchange) throws IOException {
      var fields = fields(exchange.getRequestURI().getRawQuery());
      var ref = fields.getOrDefault("vnp_TxnRef", "");
      heard.computeIfAbsent(ref, key -> new ConcurrentLinkedQueue<>()).add(fields);
      var refused = refusals.merge(ref, -1, Integer::sum) >= 0;
      var answer =
          "{\"RspCode\":\"%s\",\"Message\":\"\"}"
              .formatted(refused ? "99" : "00")
              .getBytes(StandardCharsets.UTF_8);
      exchange.sendResponseHeaders(200, answer.length);
      try (var body = exchange.getResponseBody()) {
        body.write(answer);
      }
    }

    Queue<Map<String, String>> heardOf(String ref) {
      return heard.getOrDefault(ref, new ConcurrentLinkedQueue<>());
    }

    String address() {
      return "http://localhost:" + server.getAddress().getPort();
    }
  }

  @DynamicPropertySource
  static void portal(DynamicPropertyRegistry registry) {
    registry.add("outside.portal-url", MERCHANT::address);
  }

  @AfterAll
  static void close() {
    MERCHANT.server.stop(0);
  }

  @AfterEach
  void allIsWellAgain() throws Exception {
    suffer("vnpay", "NONE");
    suffer("vnpay_notices", "NONE");
  }

  @Test
  void aPayerChoosesABankPaysAndGoesBackAndTheMerchantIsTold() throws Exception {
    var banks = get(address(order(135_000)));
    assertThat(banks.statusCode()).isEqualTo(200);
    assertThat(banks.body()).contains("135.000 đ", "Ngân hàng Hoa Sen", ref);
    var bank = get("/vnpay/pay/" + ref + "?bank=HOASEN&lang=en");
    assertThat(bank.body()).contains("VND 135,000", "Hoa Sen Bank");

    var back = post("/vnpay/pay/" + ref, "outcome=pay&bank=HOASEN");
    assertThat(back.statusCode()).isEqualTo(303);
    var location = back.headers().firstValue("Location").orElseThrow();
    assertThat(location).startsWith(MERCHANT.address() + "/payments/vnpay/return?");
    var returned = fields(URI.create(location).getRawQuery());
    assertThat(returned)
        .containsEntry("vnp_ResponseCode", "00")
        .containsEntry("vnp_TransactionStatus", "00")
        .containsEntry("vnp_Amount", "13500000")
        .containsEntry("vnp_BankCode", "HOASEN");
    assertThat(returned.get("vnp_SecureHash")).isEqualTo(hash(query(unsealed(returned))));
    assertThat(MERCHANT.heardOf(ref)).containsExactly(returned);
  }

  @Test
  void twoClicksAreOnePaymentAndLaterTheChoiceIsMade() throws Exception {
    get(address(order(20_000)));
    var first = post("/vnpay/pay/" + ref, "outcome=pay");
    var second = post("/vnpay/pay/" + ref, "outcome=cancel");
    assertThat(second.headers().firstValue("Location"))
        .isEqualTo(first.headers().firstValue("Location"));
    assertThat(MERCHANT.heardOf(ref)).hasSize(1);
    assertThat(get(address(order(20_000))).body()).contains("Giao dịch đã kết thúc", "Đã trả");
  }

  @Test
  void aProgramPaysByOneCall() throws Exception {
    var paid = post(address(order(20_000)), "outcome=pay");
    assertThat(paid.statusCode()).isEqualTo(303);
    assertThat(MERCHANT.heardOf(ref)).hasSize(1);
  }

  @ParameterizedTest
  @CsvSource({
    "cancel,24,02",
    "no-balance,51,02",
    "wrong-code,13,02",
    "over-limit,65,02",
    "locked,12,02",
    "bank-closed,75,02",
    "time-out,11,02",
    "hold,07,07"
  })
  void whateverGoesWrongIsToldByItsCode(String outcome, String response, String status)
      throws Exception {
    post(address(order(20_000)), "outcome=" + outcome);
    assertThat(MERCHANT.heardOf(ref))
        .singleElement()
        .satisfies(
            notice ->
                assertThat(notice)
                    .containsEntry("vnp_ResponseCode", response)
                    .containsEntry("vnp_TransactionStatus", status));
    assertThat(asked("querydr").path("vnp_TransactionStatus").asString()).isEqualTo(status);
  }

  @Test
  void whatWasHeldCanBeReleasedAndWhatWasPaidTakenBack() throws Exception {
    post(address(order(20_000)), "outcome=hold");
    post("/vnpay/orders/" + ref + "/release", "");
    awaitNotices(2);
    assertThat(asked("querydr").path("vnp_TransactionStatus").asString()).isEqualTo("00");
    post("/vnpay/orders/" + ref + "/reversal", "");
    awaitNotices(3);
    assertThat(asked("querydr").path("vnp_TransactionStatus").asString()).isEqualTo("04");
  }

  @Test
  void whoComesTooLateCannotPay() throws Exception {
    var late = order(20_000);
    late.put("vnp_ExpireDate", TIME.format(LocalDateTime.now(HANOI).minusMinutes(1)));
    assertThat(get(address(late)).statusCode()).isEqualTo(400);
    assertThat(get(address(late)).body()).contains("Đã quá hạn trả", "15");
  }

  @Test
  void whoWaitsTooLongHasNotPaid() throws Exception {
    var brief = order(20_000);
    brief.put("vnp_ExpireDate", TIME.format(LocalDateTime.now(HANOI).plusSeconds(2)));
    get(address(brief));
    await().until(() -> LocalDateTime.now(HANOI).isAfter(time(brief, "vnp_ExpireDate")));
    post("/vnpay/pay/" + ref, "outcome=pay");
    assertThat(MERCHANT.heardOf(ref))
        .singleElement()
        .satisfies(notice -> assertThat(notice).containsEntry("vnp_ResponseCode", "11"));
  }

  @Test
  void anOrderThatWasAlteredIsNotTaken() throws Exception {
    var address = address(order(20_000));
    var refused = get(address.replace("vnp_Amount=2000000", "vnp_Amount=100"));
    assertThat(refused.statusCode()).isEqualTo(400);
    assertThat(refused.body()).contains("Chữ ký", "70");
    var elsewhere = order(20_000);
    elsewhere.put("vnp_TmnCode", "ANOTHER1");
    assertThat(get(address(elsewhere)).body()).contains("Không có đơn vị");
  }

  @Test
  void theMerchantIsToldAgainUntilItTakesItIn() throws Exception {
    MERCHANT.refusals.put(ref, 3);
    post(address(order(20_000)), "outcome=pay");
    awaitNotices(4);
    assertThat(List.copyOf(MERCHANT.heardOf(ref))).containsOnly(MERCHANT.heardOf(ref).peek());
  }

  @Test
  void noticesAreDoubledLostLateAndOutOfOrderOnDemand() throws Exception {
    suffer("vnpay_notices", "NOTICE_TWICE");
    post(address(order(20_000)), "outcome=pay");
    assertThat(MERCHANT.heardOf(ref)).hasSize(2);

    suffer("vnpay_notices", "NOTICE_LATE");
    var late = ref + "L";
    post(address(order(late, 20_000)), "outcome=pay");
    await().until(() -> MERCHANT.heardOf(late).size() == 1);

    suffer("vnpay_notices", "NOTICE_LOST");
    var lost = ref + "X";
    assertThat(post(address(order(lost, 20_000)), "outcome=pay").statusCode()).isEqualTo(303);
    suffer("vnpay_notices", "ALL_LOST");
    var allLost = ref + "A";
    assertThat(post(address(order(allLost, 20_000)), "outcome=pay").statusCode()).isEqualTo(200);

    suffer("vnpay_notices", "NOTICE_DISORDERED");
    var disordered = ref + "D";
    post(address(order(disordered, 20_000)), "outcome=pay");
    await().until(() -> MERCHANT.heardOf(disordered).size() == 2);
    assertThat(MERCHANT.heardOf(disordered))
        .extracting(notice -> notice.get("vnp_ResponseCode"))
        .containsExactly("51", "00");
    assertThat(MERCHANT.heardOf(lost)).isEmpty();
    assertThat(MERCHANT.heardOf(allLost)).isEmpty();
  }

  @Test
  void itIsAskedAndItsAnswersAreSealed() throws Exception {
    var unknown = asked("querydr");
    assertThat(unknown.path("vnp_ResponseCode").asString()).isEqualTo("91");
    assertSealed(unknown, true);
    get(address(order(20_000)));
    var open = asked("querydr");
    assertThat(open.path("vnp_TransactionStatus").asString()).isEqualTo("01");
    assertSealed(open, true);
    post("/vnpay/pay/" + ref, "outcome=pay");
    var paid = asked("querydr");
    assertThat(paid.path("vnp_TransactionStatus").asString()).isEqualTo("00");
    assertThat(paid.path("vnp_Amount").asString()).isEqualTo("2000000");
    assertSealed(paid, true);
  }

  @Test
  void moneyGoesBackOnceForEachRequestAndNeverMoreThanWasPaid() throws Exception {
    post(address(order(20_000)), "outcome=pay");
    var part = refund("request-1", 15_000, "03");
    assertThat(part.path("vnp_ResponseCode").asString()).isEqualTo("00");
    assertSealed(part, false);
    assertThat(refund("request-1", 15_000, "03").path("vnp_TransactionNo").asString())
        .isEqualTo(part.path("vnp_TransactionNo").asString());
    assertThat(refund("request-2", 6_000, "03").path("vnp_ResponseCode").asString())
        .isEqualTo("95");
    suffer("vnpay", "REFUSING_REFUNDS");
    assertThat(refund("request-3", 5_000, "03").path("vnp_ResponseCode").asString())
        .isEqualTo("95");
    suffer("vnpay", "REPLY_LOST");
    assertThat(call(refundOf("request-4", 5_000, "03")).statusCode()).isEqualTo(503);
    suffer("vnpay", "NONE");
    assertThat(refund("request-4", 5_000, "03").path("vnp_ResponseCode").asString())
        .isEqualTo("00");

    var lines =
        get("/vnpay/day-files/" + LocalDate.now(HANOI) + ".csv")
            .body()
            .lines()
            .filter(line -> line.startsWith(ref) || line.startsWith("ref"));
    assertThat(lines.map(line -> line.replaceAll("(\\d{8}),|,[^,]*$", "#")))
        .containsExactly(
            "ref,transaction,kind,dong#",
            ref + ",#payment,20000#",
            ref + ",#refund,15000#",
            ref + ",#refund,5000#");
  }

  @ParameterizedTest
  @ValueSource(strings = {"UNAVAILABLE", "GARBLED"})
  void itCanBeOutOfOrder(String fault) throws Exception {
    suffer("vnpay", fault);
    var answer = call(queryOf());
    assertThat(answer.body()).doesNotContain("vnp_ResponseCode");
  }

  @Test
  void whoeverKillsItFindsAllOrdersAgain() throws Exception {
    get(address(order(20_000)));
    var paid = ref + "P";
    post(address(order(paid, 30_000)), "outcome=pay");
    var again = new VnpayOrders(data, 1_000, json, java.time.Clock.systemUTC());
    assertThat(again.find(ref)).get().matches(order -> !order.ended());
    assertThat(again.find(paid)).get().matches(order -> order.is(Outcome.PAID) && order.told());
    assertThat(again.dayFile(LocalDate.now(HANOI)).getContentAsString(UTF_8))
        .containsOnlyOnce(paid);
  }

  private void awaitNotices(int number) {
    await().until(() -> MERCHANT.heardOf(ref).size() == number);
  }

  private void suffer(String service, String fault) throws Exception {
    var done =
        http.send(
            HttpRequest.newBuilder(at("/faults/" + service))
                .header("Content-Type", "application/json")
                .PUT(BodyPublishers.ofString("{\"fault\":\"" + fault + "\"}"))
                .build(),
            BodyHandlers.ofString());
    assertThat(done.statusCode()).as(done.body()).isEqualTo(204);
  }

  private SortedMap<String, String> order(long dong) {
    return order(ref, dong);
  }

  private SortedMap<String, String> order(String ref, long dong) {
    var order = new TreeMap<String, String>();
    order.put("vnp_Version", "2.1.0");
    order.put("vnp_Command", "pay");
    order.put("vnp_TmnCode", "MOTCUA01");
    order.put("vnp_Amount", String.valueOf(dong * 100));
    order.put("vnp_CurrCode", "VND");
    order.put("vnp_TxnRef", ref);
    order.put("vnp_OrderInfo", "Thanh toan " + ref);
    order.put("vnp_OrderType", "other");
    order.put("vnp_Locale", "vn");
    order.put("vnp_ReturnUrl", MERCHANT.address() + "/payments/vnpay/return");
    order.put("vnp_IpAddr", "127.0.0.1");
    order.put("vnp_CreateDate", TIME.format(begun.atZone(HANOI)));
    order.put("vnp_ExpireDate", TIME.format(begun.plusSeconds(900).atZone(HANOI)));
    return order;
  }

  private static LocalDateTime time(Map<String, String> order, String field) {
    return LocalDateTime.parse(order.get(field), TIME);
  }

  private String address(SortedMap<String, String> order) throws Exception {
    return PAY + "?" + query(order) + "&vnp_SecureHash=" + hash(query(order));
  }

  private JsonNode asked(String command) throws Exception {
    return json.readTree(call(queryOf()).body());
  }

  private Map<String, String> queryOf() {
    var question = new LinkedHashMap<String, String>();
    question.put("vnp_RequestId", UUID.randomUUID().toString());
    question.put("vnp_Version", "2.1.0");
    question.put("vnp_Command", "querydr");
    question.put("vnp_TmnCode", "MOTCUA01");
    question.put("vnp_TxnRef", ref);
    question.put("vnp_TransactionDate", TIME.format(begun.atZone(HANOI)));
    question.put("vnp_CreateDate", TIME.format(begun.atZone(HANOI)));
    question.put("vnp_IpAddr", "127.0.0.1");
    question.put("vnp_OrderInfo", "Hoi");
    return question;
  }

  private JsonNode refund(String request, long dong, String type) throws Exception {
    return json.readTree(call(refundOf(request, dong, type)).body());
  }

  private Map<String, String> refundOf(String request, long dong, String type) {
    var order = new LinkedHashMap<String, String>();
    order.put("vnp_RequestId", request);
    order.put("vnp_Version", "2.1.0");
    order.put("vnp_Command", "refund");
    order.put("vnp_TmnCode", "MOTCUA01");
    order.put("vnp_TransactionType", type);
    order.put("vnp_TxnRef", ref);
    order.put("vnp_Amount", String.valueOf(dong * 100));
    order.put("vnp_TransactionNo", "");
    order.put("vnp_TransactionDate", TIME.format(begun.atZone(HANOI)));
    order.put("vnp_CreateBy", "motcua");
    order.put("vnp_CreateDate", TIME.format(begun.atZone(HANOI)));
    order.put("vnp_IpAddr", "127.0.0.1");
    order.put("vnp_OrderInfo", "Hoan tien");
    return order;
  }

  private HttpResponse<String> call(Map<String, String> fields) throws Exception {
    var sealed = new LinkedHashMap<>(fields);
    sealed.put("vnp_SecureHash", hash(String.join("|", fields.values())));
    return http.send(
        HttpRequest.newBuilder(at(API))
            .header("Content-Type", "application/json")
            .POST(BodyPublishers.ofString(json.writeValueAsString(sealed)))
            .build(),
        BodyHandlers.ofString());
  }

  private void assertSealed(JsonNode answer, boolean query) throws Exception {
    var values =
        ANSWER.stream()
            .map(field -> answer.path(field).asString(""))
            .collect(Collectors.joining("|"));
    assertThat(answer.path("vnp_SecureHash").asString())
        .isEqualTo(hash(query ? values + "||" : values));
  }

  private HttpResponse<String> get(String path) throws Exception {
    return http.send(HttpRequest.newBuilder(at(path)).build(), BodyHandlers.ofString());
  }

  private HttpResponse<String> post(String path, String form) throws Exception {
    return http.send(
        HttpRequest.newBuilder(at(path))
            .header("Content-Type", "application/x-www-form-urlencoded")
            .POST(BodyPublishers.ofString(form))
            .build(),
        BodyHandlers.ofString());
  }

  private URI at(String path) {
    return URI.create("http://localhost:" + port + path);
  }

  private static SortedMap<String, String> unsealed(Map<String, String> fields) {
    var rest = new TreeMap<>(fields);
    rest.remove("vnp_SecureHash");
    return rest;
  }

  private static String query(SortedMap<String, String> fields) {
    return fields.entrySet().stream()
        .map(
            field ->
                field.getKey() + "=" + URLEncoder.encode(field.getValue(), StandardCharsets.UTF_8))
        .collect(Collectors.joining("&"));
  }

  private static SortedMap<String, String> fields(String query) {
    return Arrays.stream(query.split("&"))
        .map(field -> field.split("=", 2))
        .collect(
            Collectors.toMap(
                field -> field[0],
                field -> URLDecoder.decode(field[1], StandardCharsets.UTF_8),
                (one, other) -> one,
                TreeMap::new));
  }

  private String hash(String text) throws Exception {
    var mac = Mac.getInstance("HmacSHA512");
    var secret = Files.readString(secrets.resolve("vnpay.secret")).strip();
    mac.init(new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), "HmacSHA512"));
    return HexFormat.of().formatHex(mac.doFinal(text.getBytes(StandardCharsets.UTF_8)));
  }
}
