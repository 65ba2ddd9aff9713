package org.motcua.simulators.outside.vnpay;

import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Clock;
import java.time.Duration;
import java.util.SortedMap;
import java.util.TreeMap;
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

/**
 * Tells the merchant what has come of an order (IPN), and sends payers back with the same words.
 */
@Component("vnpayNotices")
class Notices extends OrderNotices {

  private final Seal seal;
  private final JsonMapper json;
  private final String address;
  private final String terminal;

  Notices(
      VnpayOrders orders,
      Seal seal,
      Faults faults,
      Clock clock,
      JsonMapper json,
      @Value("${outside.portal-url}") String portal,
      @Value("${outside.vnpay.terminal}") String terminal,
      @Value("${outside.vnpay.retries}") int retries,
      @Value("${outside.vnpay.retry-every}") Duration retryEvery) {
    super(orders, faults, Service.VNPAY_NOTICES, clock, retries, retryEvery);
    this.seal = seal;
    this.json = json;
    this.address = portal + "/payments/vnpay/ipn";
    this.terminal = terminal;
  }

  @Override
  protected HttpRequest.Builder notice(Order order, Outcome outcome) {
    return HttpRequest.newBuilder(URI.create(address + "?" + seal.sealed(fields(order, outcome))))
        .GET();
  }

  @Override
  protected boolean isTakenIn(HttpResponse<String> answer) {
    try {
      var code = json.readTree(answer.body()).path("RspCode").asString("");
      return code.equals("00") || code.equals("02");
    } catch (JacksonException e) {
      return false;
    }
  }

  @Override
  public String comeBack(Order order) {
    return order.returnTo()
        + (order.returnTo().contains("?") ? "&" : "?")
        + seal.sealed(fields(order, ending(order).outcome()));
  }

  private SortedMap<String, String> fields(Order order, Outcome outcome) {
    var ending = ending(order);
    var paid = outcome.tookMoney();
    var fields = new TreeMap<String, String>();
    fields.put("vnp_Amount", String.valueOf(order.dong() * 100));
    fields.put("vnp_BankCode", ending.bank());
    fields.put("vnp_CardType", "ATM");
    fields.put("vnp_OrderInfo", order.info());
    fields.put("vnp_PayDate", Times.written(ending.at()));
    fields.put("vnp_ResponseCode", outcome.response());
    fields.put("vnp_TmnCode", terminal);
    fields.put("vnp_TransactionNo", paid ? ending.transaction() : "0");
    fields.put("vnp_TransactionStatus", outcome.status());
    fields.put("vnp_TxnRef", order.ref());
    if (paid) fields.put("vnp_BankTranNo", "VNP" + ending.transaction());
    return fields;
  }
}
