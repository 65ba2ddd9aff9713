package org.motcua.simulators.outside.natpay;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.time.Clock;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Collectors;
import org.motcua.simulators.outside.faults.Faults;
import org.motcua.simulators.outside.faults.Service;
import org.motcua.simulators.outside.gateways.Order;
import org.motcua.simulators.outside.gateways.OrderNotices;
import org.motcua.simulators.outside.gateways.Outcome;
import org.motcua.simulators.outside.gateways.Times;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/** Confirms to the portal, and sends payers back to it with the same words. */
@Component("natpayNotices")
class Notices extends OrderNotices {

  private final Seal seal;
  private final JsonMapper json;
  private final URI address;
  private final String partner;

  Notices(
      PlatformOrders orders,
      Seal seal,
      Faults faults,
      Clock clock,
      JsonMapper json,
      @Value("${outside.portal-url}") String portal,
      @Value("${outside.natpay.partner}") String partner,
      @Value("${outside.natpay.retries}") int retries,
      @Value("${outside.natpay.retry-every}") Duration retryEvery) {
    super(orders, faults, Service.NATPAY_NOTICES, clock, retries, retryEvery);
    this.seal = seal;
    this.json = json;
    this.address = URI.create(portal + "/payments/platform/confirm");
    this.partner = partner;
  }

  /** What the payer's bank does not know yet is not confirmed; portals ask. */
  @Override
  public CompletableFuture<?> send(Order order, int oncemore) {
    return order.is(Outcome.HELD)
        ? CompletableFuture.completedFuture(null)
        : super.send(order, oncemore);
  }

  @Override
  protected HttpRequest.Builder notice(Order order, Outcome outcome) {
    return HttpRequest.newBuilder(address)
        .header("Content-Type", "application/json")
        .POST(BodyPublishers.ofString(json.writeValueAsString(words("CONFIRM", order, outcome))));
  }

  @Override
  protected boolean isTakenIn(HttpResponse<String> answer) {
    try {
      return json.readTree(answer.body()).path("MaLoi").asString("").equals("00");
    } catch (JacksonException e) {
      return false;
    }
  }

  @Override
  public String comeBack(Order order) {
    return order.returnTo()
        + "?"
        + words("RETURN", order, ending(order).outcome()).entrySet().stream()
            .map(word -> word.getKey() + "=" + URLEncoder.encode(word.getValue(), UTF_8))
            .collect(Collectors.joining("&"));
  }

  private Map<String, String> words(String kind, Order order, Outcome outcome) {
    var ending = ending(order);
    var words = new LinkedHashMap<String, String>();
    words.put("LoaiBanTin", kind);
    words.put("MaLoi", outcome.response());
    words.put("MaDoiTac", partner);
    words.put("MaThamChieu", order.ref());
    words.put("SoTien", String.valueOf(order.dong()));
    words.put("MaTienTe", "VND");
    words.put("MaGiaoDich", ending.transaction());
    words.put("MaNganHang", ending.bank());
    words.put("ThoiGianGD", Times.written(ending.at()));
    words.put("ThongTinGiaoDich", order.info());
    seal.put(words);
    return words;
  }
}
