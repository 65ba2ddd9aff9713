package org.motcua.simulators.outside.natpay;

import java.time.Clock;
import java.time.Duration;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.motcua.simulators.outside.faults.Fault;
import org.motcua.simulators.outside.faults.Faults;
import org.motcua.simulators.outside.faults.Service;
import org.motcua.simulators.outside.faults.Suffers;
import org.motcua.simulators.outside.gateways.Order;
import org.motcua.simulators.outside.gateways.Outcome;
import org.motcua.simulators.outside.gateways.Times;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ResponseStatusException;
import tools.jackson.databind.JsonNode;

/** The one address to which portals send all messages; LoaiBanTin says what is wanted. */
@RestController("natpayApi")
class PlatformApi {

  private static final String GOOD = "00";
  private static final String UNKNOWN = "01";
  private static final String MALFORMED = "03";
  private static final String OTHER_SUM = "04";
  private static final String FORGED = "97";
  private static final String REFUSED = "99";

  /** TrangThaiGD */
  private static final String NOT_YET = "0";

  private static final String PAID = "1";
  private static final String PENDING = "3";
  private static final String FAILED = "4";

  private static final Duration PATIENCE = Duration.ofMinutes(15);

  private final PlatformOrders orders;
  private final Seal seal;
  private final Faults faults;
  private final Clock clock;
  private final String partner;
  private final String here;
  private final String returnTo;

  PlatformApi(
      PlatformOrders orders,
      Seal seal,
      Faults faults,
      Clock clock,
      @Value("${outside.natpay.partner}") String partner,
      @Value("${outside.url}") String here,
      @Value("${outside.portal-url}") String portal) {
    this.orders = orders;
    this.seal = seal;
    this.faults = faults;
    this.clock = clock;
    this.partner = partner;
    this.here = here;
    this.returnTo = portal + "/payments/platform/return";
  }

  @PostMapping("/natpay")
  @Suffers(Service.NATPAY)
  Map<String, String> take(@RequestBody JsonNode json) {
    var message = new Message(json);
    var answer =
        switch (message.get("LoaiBanTin")) {
          case "INIT" -> init(message);
          case "QUERY" -> query(message);
          case "GET_BILL" -> bill(message);
          case "REFUND" -> refund(message);
          default -> Map.of("MaLoi", MALFORMED);
        };
    if (faults.of(Service.NATPAY) == Fault.REPLY_LOST) {
      throw new ResponseStatusException(
          HttpStatus.SERVICE_UNAVAILABLE, "The platform is out of order; try again later");
    }
    return answer;
  }

  private Map<String, String> init(Message message) {
    if (!isGenuine(message, Seal.INIT)) return Map.of("MaLoi", FORGED);
    var ref = message.get("MaThamChieu");
    var created = Times.read(message.get("ThoiGianGD"));
    var sound =
        ref.matches("[A-Za-z0-9_-]{1,100}")
            && message.get("SoTien").matches("[1-9]\\d{0,11}")
            && message.get("MaTienTe").equals("VND")
            && message.json().path("ThongTinBienLai").isObject()
            && created.isPresent();
    if (!sound) return Map.of("MaLoi", MALFORMED);
    var dong = Long.parseLong(message.get("SoTien"));
    var order =
        orders.open(
            new Order(
                ref,
                dong,
                message.get("ThongTinGiaoDich"),
                returnTo,
                message.get("NgonNgu").startsWith("en") ? "en" : "vi",
                created.get(),
                clock.instant().plus(PATIENCE),
                null,
                false,
                List.of()));
    if (order.dong() != dong) return Map.of("MaLoi", OTHER_SUM);
    return Map.of("MaLoi", GOOD, "UrlThanhToan", here + "/natpay/pay/" + ref);
  }

  private Map<String, String> query(Message message) {
    if (!isGenuine(message, Seal.QUESTION)) return Map.of("MaLoi", FORGED);
    var order = order(message);
    var state = order.map(this::state).orElse("");
    var code = order.map(it -> code(it, state)).orElse(UNKNOWN);
    var ending = order.map(Order::ending);
    var answer = new LinkedHashMap<String, String>();
    answer.put("LoaiBanTin", "QUERY");
    answer.put("MaLoi", code);
    answer.put("TrangThaiGD", state);
    answer.put("MaDoiTac", partner);
    answer.put("MaThamChieu", message.get("MaThamChieu"));
    // One that answers wrongly speaks of another sum.
    var more = faults.of(Service.NATPAY) == Fault.WRONG ? 1_000 : 0;
    answer.put("SoTien", order.map(it -> String.valueOf(it.dong() + more)).orElse(""));
    answer.put("MaTienTe", "VND");
    answer.put("MaGiaoDich", ending.map(Order.Ending::transaction).orElse(""));
    answer.put("MaNganHang", ending.map(Order.Ending::bank).orElse(""));
    answer.put("ThoiGianGD", ending.map(it -> Times.written(it.at())).orElse(""));
    answer.put("ThongTinGiaoDich", order.map(Order::info).orElse(""));
    seal.put(answer);
    return answer;
  }

  private String state(Order order) {
    if (order.is(Outcome.PAID)) return PAID;
    if (order.is(Outcome.HELD)) return PENDING;
    return order.ended() || clock.instant().isAfter(order.expiresAt()) ? FAILED : NOT_YET;
  }

  private static String code(Order order, String state) {
    var ending = order.ending();
    if (ending != null && !state.equals(PENDING)) return ending.outcome().response();
    return state.equals(FAILED) ? Outcome.TIMED_OUT.response() : GOOD;
  }

  private Map<String, String> bill(Message message) {
    if (!isGenuine(message, Seal.QUESTION)) return Map.of("MaLoi", FORGED);
    var paid = order(message).filter(order -> order.is(Outcome.PAID));
    if (paid.isEmpty()) return Map.of("MaLoi", UNKNOWN);
    var pdf = Base64.getEncoder().encodeToString(BillPdf.of(paid.get()));
    return Map.of("MaLoi", GOOD, "MaThamChieu", paid.get().ref(), "BienLai", pdf);
  }

  private Map<String, String> refund(Message message) {
    if (!isGenuine(message, Seal.REFUND)) return Map.of("MaLoi", FORGED);
    var request = message.get("MaYeuCauHoan");
    var amount = message.get("SoTien");
    var sound =
        !request.isBlank()
            && amount.matches("[1-9]\\d{0,11}")
            && faults.of(Service.NATPAY) != Fault.REFUSING_REFUNDS;
    var given =
        sound
            ? orders.giveBack(message.get("MaThamChieu"), request, Long.parseLong(amount))
            : Optional.<Order.GivenBack>empty();
    var answer = new LinkedHashMap<String, String>();
    answer.put("LoaiBanTin", "REFUND");
    answer.put("MaLoi", given.isPresent() ? GOOD : REFUSED);
    answer.put("TrangThaiGD", given.isPresent() ? PAID : FAILED);
    answer.put("MaDoiTac", partner);
    answer.put("MaThamChieu", message.get("MaThamChieu"));
    answer.put("MaYeuCauHoan", request);
    answer.put("SoTien", amount);
    answer.put("MaTienTe", "VND");
    answer.put("MaGiaoDich", given.map(Order.GivenBack::transaction).orElse(""));
    answer.put("ThoiGianGD", Times.written(clock.instant()));
    seal.put(answer);
    return answer;
  }

  private boolean isGenuine(Message message, List<String> sealed) {
    return message.get("MaDoiTac").equals(partner) && seal.isOn(message, sealed);
  }

  /** The time must be that of its INIT. */
  private Optional<Order> order(Message message) {
    return orders
        .find(message.get("MaThamChieu"))
        .filter(it -> Times.written(it.createdAt()).equals(message.get("ThoiGianGD")));
  }
}
