package org.motcua.benchmarks;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Whole payments: a province's program asks for one, the payer's browser is sent to the gateway and
 * pays there, the gateway tells the portal, and the browser comes back to what is paid. The other
 * side is the simulator's, on the same machine.
 */
final class WholePayment implements Load.Person {

  static final String WHOLE = "whole payment";
  static final String ASK = "ask for it";
  static final String CHOOSE = "choose a way";
  static final String ARRIVE = "arrive at the gateway";
  static final String PAY = "pay, the portal's word in it";
  static final String COME_BACK = "come back";

  /** Asked for, begun, settled: how many transactions that write one payment is. */
  static final int TRANSACTIONS = 3;

  private final KeptConnection portal;
  private final KeptConnection gateway;
  private final String authorization;

  /** Has opened a payer's page before. */
  private @Nullable LightBrowser browser;

  WholePayment(KeptConnection portal, KeptConnection gateway, String token) {
    this.portal = portal;
    this.gateway = gateway;
    this.authorization = "Authorization: Bearer " + token + "\r\n";
  }

  @Override
  public void doItOnce(Timings timings) throws Exception {
    var opened = browser == null ? LightBrowser.at(ask(), portal) : browser;
    browser = opened;
    timings.time(WHOLE, () -> pay(opened, timings));
  }

  private boolean pay(LightBrowser browser, Timings timings) throws Exception {
    var page = timings.time(ASK, this::ask);
    var order = timings.time(CHOOSE, () -> choose(browser, page));
    timings.time(ARRIVE, () -> gateway.get(order, "").good());
    var back = timings.time(PAY, () -> payAt(order));
    var end = timings.time(COME_BACK, () -> browser.open(back).leadsTo());
    if (!end.contains(page)) throw new IOException("Not back at " + page + " but at " + end);
    return true;
  }

  /** The path of the payer's page. */
  private String ask() throws IOException {
    var asked =
        portal
            .sendJson(
                "POST",
                "/api/payments",
                authorization + "Idempotency-Key: " + UUID.randomUUID() + "\r\n",
                """
                {"reference": "%s", "purpose": "FEE", "title": {"vi": "Phí", "en": "Fee"},
                 "items": [{"code": "2716", "name": {"vi": "Phí", "en": "Fee"}, "dong": 135000,
                   "to": {"owner": "000.00.00.H49", "name": "UBND tỉnh Quảng Ninh",
                          "account": "3511.0.1012001", "bank": "970436"}}],
                 "payer": {"name": "Nguyễn Thị Mai"}, "minutes": 1440}
                """
                    .formatted(UUID.randomUUID()))
            .good();
    return URI.create(asked.member("page")).getPath();
  }

  /** Where the gateway is to be found with the order. */
  private String choose(LightBrowser browser, String page) throws IOException {
    var onward = browser.send(page + "/attempts", "way=vnpay").good().header("refresh");
    return path(onward.substring(onward.indexOf("url=") + "url=".length()));
  }

  private String payAt(String order) throws IOException {
    var ref = fields(order).get("vnp_TxnRef");
    return path(gateway.post("/vnpay/pay/" + ref, "outcome=pay&bank=NCB").leadsTo());
  }

  private static String path(String address) {
    var parsed = URI.create(address);
    return parsed.getRawPath() + "?" + parsed.getRawQuery();
  }

  private static Map<String, String> fields(String address) {
    var fields = new HashMap<String, String>();
    for (var pair : address.substring(address.indexOf('?') + 1).split("&")) {
      var equals = pair.indexOf('=');
      fields.put(pair.substring(0, equals), pair.substring(equals + 1));
    }
    return fields;
  }

  static String encoded(String text) {
    return URLEncoder.encode(text, UTF_8);
  }
}
