package org.motcua.testing;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.stream.Collectors.joining;

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
import java.util.HexFormat;
import java.util.Map;
import java.util.TreeMap;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * VNPAY's page for journeys: one button, which pays, tells the portal and leads back. It reckons its
 * signatures by itself.
 */
public final class VnpayPage {

  public static final String SECRET = "known-to-vnpay-and-us-alone-0001";

  private static final String BEGINNING = "vnp_";
  private static final String HASH = "vnp_SecureHash";

  private static volatile String portal = "";

  /** Where the portal of this journey listens. */
  public static void tells(String address) {
    portal = address;
  }

  static void openAt(HttpServer server) {
    server.createContext("/vnpay/paymentv2/vpcpay.html", VnpayPage::show);
    server.createContext("/vnpay/paid", VnpayPage::pay);
  }

  private static void show(HttpExchange exchange) throws IOException {
    try (exchange) {
      var query = exchange.getRequestURI().getRawQuery();
      var order = fields(query);
      var genuine = signature(order).equals(order.get(HASH));
      var page =
          """
          <!DOCTYPE html><html lang="vi"><head><meta charset="utf-8"><title>VNPAY</title>
          <meta name="viewport" content="width=device-width"><link rel="icon" href="data:,"></head>
          <body><main><h1>VNPAY %s</h1><p><a href="/vnpay/paid?%s">Thanh toán</a></p></main></body>
          </html>
          """
              .formatted(genuine ? order.get("vnp_Amount") : "?", query.replace("&", "&amp;"));
      var bytes = page.getBytes(UTF_8);
      exchange.getResponseHeaders().add("Content-Type", "text/html;charset=UTF-8");
      exchange.sendResponseHeaders(genuine ? 200 : 400, bytes.length);
      exchange.getResponseBody().write(bytes);
    }
  }

  private static void pay(HttpExchange exchange) throws IOException {
    try (exchange) {
      var told = query(answer(fields(exchange.getRequestURI().getRawQuery())));
      notify(told);
      exchange.getResponseHeaders().add("Location", portal + "/payments/vnpay/return?" + told);
      exchange.sendResponseHeaders(302, -1);
    }
  }

  private static void notify(String told) throws IOException {
    var notice = URI.create(portal + "/payments/vnpay/ipn?" + told);
    try (var http = HttpClient.newHttpClient()) {
      http.send(HttpRequest.newBuilder(notice).build(), BodyHandlers.discarding());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private static Map<String, String> answer(Map<String, String> order) {
    var answer = new TreeMap<String, String>();
    for (var kept : new String[] {"vnp_Amount", "vnp_OrderInfo", "vnp_TmnCode", "vnp_TxnRef"}) {
      answer.put(kept, order.getOrDefault(kept, ""));
    }
    answer.put("vnp_BankCode", "NCB");
    answer.put("vnp_CardType", "ATM");
    answer.put("vnp_PayDate", order.getOrDefault("vnp_CreateDate", ""));
    answer.put("vnp_ResponseCode", "00");
    answer.put("vnp_TransactionStatus", "00");
    answer.put("vnp_TransactionNo", "1" + Math.floorMod(order.hashCode(), 10_000_000));
    answer.put(HASH, signature(answer));
    return answer;
  }

  private static String signature(Map<String, String> fields) {
    var signed = new TreeMap<>(fields);
    signed.keySet().removeIf(name -> !name.startsWith(BEGINNING) || name.startsWith(HASH));
    try {
      var mac = Mac.getInstance("HmacSHA512");
      mac.init(new SecretKeySpec(SECRET.getBytes(UTF_8), "HmacSHA512"));
      return HexFormat.of().formatHex(mac.doFinal(query(signed).getBytes(UTF_8)));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  private static String query(Map<String, String> fields) {
    return fields.entrySet().stream()
        .map(it -> it.getKey() + "=" + URLEncoder.encode(it.getValue(), UTF_8))
        .collect(joining("&"));
  }

  private static Map<String, String> fields(String query) {
    var fields = new TreeMap<String, String>();
    for (var field : query.split("&", -1)) {
      var named = field.split("=", 2);
      fields.put(named[0], URLDecoder.decode(named.length > 1 ? named[1] : "", UTF_8));
    }
    return fields;
  }

  private VnpayPage() {}
}
