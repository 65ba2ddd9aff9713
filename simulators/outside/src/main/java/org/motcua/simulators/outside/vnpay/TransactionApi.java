package org.motcua.simulators.outside.vnpay;

import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.motcua.simulators.outside.faults.Fault;
import org.motcua.simulators.outside.faults.Faults;
import org.motcua.simulators.outside.faults.Service;
import org.motcua.simulators.outside.faults.Suffers;
import org.motcua.simulators.outside.gateways.Order;
import org.motcua.simulators.outside.gateways.Order.Ending;
import org.motcua.simulators.outside.gateways.Outcome;
import org.motcua.simulators.outside.gateways.Times;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ResponseStatusException;
import tools.jackson.databind.JsonNode;

/** The gateway's interface for merchants: what has become of an order (querydr), and refunds. */
@RestController("vnpayTransactionApi")
class TransactionApi {

  private static final int HUNDREDTHS = 100;

  private static final List<String> QUERY =
      List.of(
          "vnp_RequestId",
          "vnp_Version",
          "vnp_Command",
          "vnp_TmnCode",
          "vnp_TxnRef",
          "vnp_TransactionDate",
          "vnp_CreateDate",
          "vnp_IpAddr",
          "vnp_OrderInfo");
  private static final List<String> REFUND =
      List.of(
          "vnp_RequestId",
          "vnp_Version",
          "vnp_Command",
          "vnp_TmnCode",
          "vnp_TransactionType",
          "vnp_TxnRef",
          "vnp_Amount",
          "vnp_TransactionNo",
          "vnp_TransactionDate",
          "vnp_CreateBy",
          "vnp_CreateDate",
          "vnp_IpAddr",
          "vnp_OrderInfo");
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
  private static final List<String> PROMOTION = List.of("vnp_PromotionCode", "vnp_PromotionAmount");

  /** What kind of transaction is spoken of. */
  private static final String PAYMENT = "01";

  private static final String WHOLE_REFUND = "02";
  private static final String PART_REFUND = "03";

  private final VnpayOrders orders;
  private final Seal seal;
  private final Faults faults;
  private final Clock clock;
  private final String terminal;

  TransactionApi(
      VnpayOrders orders,
      Seal seal,
      Faults faults,
      Clock clock,
      @Value("${outside.vnpay.terminal}") String terminal) {
    this.orders = orders;
    this.seal = seal;
    this.faults = faults;
    this.clock = clock;
    this.terminal = terminal;
  }

  private enum Code {
    DONE("00", "Success"),
    WRONG_TERMINAL("02", "Invalid merchant"),
    MALFORMED("03", "Invalid data"),
    UNKNOWN("91", "Transaction not found"),
    REFUSED("95", "Transaction refused"),
    FORGED("97", "Invalid checksum");

    private final String code;
    private final String message;

    Code(String code, String message) {
      this.code = code;
      this.message = message;
    }
  }

  @PostMapping("/vnpay/merchant_webapi/api/transaction")
  @Suffers(Service.VNPAY)
  Map<String, String> take(@RequestBody JsonNode asked) {
    var answer =
        switch (text(asked, "vnp_Command")) {
          case "querydr" -> query(asked);
          case "refund" -> refund(asked);
          default -> answer(asked, Code.MALFORMED);
        };
    if (faults.of(Service.VNPAY) == Fault.REPLY_LOST) {
      throw new ResponseStatusException(
          HttpStatus.SERVICE_UNAVAILABLE, "The gateway is out of order; try again later");
    }
    return answer;
  }

  private Map<String, String> query(JsonNode asked) {
    if (!isGenuine(asked, QUERY)) return answer(asked, Code.FORGED);
    if (!isOurTerminal(asked)) return answer(asked, Code.WRONG_TERMINAL);
    var found =
        orders
            .find(text(asked, "vnp_TxnRef"))
            .filter(it -> Times.written(it.createdAt()).equals(text(asked, "vnp_TransactionDate")));
    if (found.isEmpty()) return answer(asked, Code.UNKNOWN);
    var order = found.get();
    var answer = answerOf(asked, order);
    var ending = order.ending();
    if (ending == null) {
      var over = clock.instant().isAfter(order.expiresAt());
      answer.put("vnp_TransactionStatus", over ? Outcome.TIMED_OUT.status() : "01");
    } else {
      answer.put("vnp_TransactionStatus", ending.outcome().status());
      putPayment(answer, ending);
    }
    // One that answers wrongly speaks of another sum.
    var dong = faults.of(Service.VNPAY) == Fault.WRONG ? order.dong() + 1_000 : order.dong();
    answer.put("vnp_Amount", String.valueOf(dong * HUNDREDTHS));
    answer.put("vnp_TransactionType", PAYMENT);
    return sealed(answer, Stream.concat(ANSWER.stream(), PROMOTION.stream()));
  }

  private static void putPayment(Map<String, String> answer, Ending ending) {
    answer.put("vnp_BankCode", ending.bank());
    answer.put("vnp_PayDate", Times.written(ending.at()));
    answer.put("vnp_TransactionNo", ending.transaction());
  }

  private Map<String, String> refund(JsonNode asked) {
    if (!isGenuine(asked, REFUND)) return answer(asked, Code.FORGED);
    if (!isOurTerminal(asked)) return answer(asked, Code.WRONG_TERMINAL);
    var amount = text(asked, "vnp_Amount");
    var type = text(asked, "vnp_TransactionType");
    var sound =
        amount.matches("[1-9]\\d{2,13}")
            && amount.endsWith("00")
            && (type.equals(WHOLE_REFUND) || type.equals(PART_REFUND))
            && !text(asked, "vnp_RequestId").isBlank();
    if (!sound) return answer(asked, Code.MALFORMED);
    var found = orders.find(text(asked, "vnp_TxnRef"));
    if (found.isEmpty()) return answer(asked, Code.UNKNOWN);
    var order = found.get();
    var dong = Long.parseLong(amount) / HUNDREDTHS;
    if (type.equals(WHOLE_REFUND) && dong != order.dong()) return answer(asked, Code.REFUSED);
    if (faults.of(Service.VNPAY) == Fault.REFUSING_REFUNDS) return answer(asked, Code.REFUSED);
    var refund = orders.giveBack(order.ref(), text(asked, "vnp_RequestId"), dong);
    if (refund.isEmpty()) return answer(asked, Code.REFUSED);
    var answer = answerOf(asked, order);
    answer.put("vnp_Amount", amount);
    answer.put("vnp_TransactionType", type);
    answer.put("vnp_TransactionNo", refund.get().transaction());
    answer.put("vnp_TransactionStatus", "06"); // on its way to the payer's bank
    answer.put("vnp_PayDate", Times.written(refund.get().at()));
    return sealed(answer, ANSWER.stream());
  }

  private boolean isGenuine(JsonNode asked, List<String> signed) {
    var ours = seal.ofValues(signed.stream().map(field -> text(asked, field)));
    return Seal.equal(ours, text(asked, Seal.FIELD));
  }

  private boolean isOurTerminal(JsonNode asked) {
    return text(asked, "vnp_TmnCode").equals(terminal);
  }

  private Map<String, String> answer(JsonNode asked, Code code) {
    var answer = begun(asked, code);
    var query = text(asked, "vnp_Command").equals("querydr");
    return sealed(
        answer, query ? Stream.concat(ANSWER.stream(), PROMOTION.stream()) : ANSWER.stream());
  }

  private Map<String, String> answerOf(JsonNode asked, Order order) {
    var answer = begun(asked, Code.DONE);
    answer.put("vnp_OrderInfo", order.info());
    return answer;
  }

  private Map<String, String> begun(JsonNode asked, Code code) {
    var answer = new LinkedHashMap<String, String>();
    answer.put("vnp_ResponseId", UUID.randomUUID().toString().replace("-", ""));
    answer.put("vnp_Command", text(asked, "vnp_Command"));
    answer.put("vnp_ResponseCode", code.code);
    answer.put("vnp_Message", code.message);
    answer.put("vnp_TmnCode", text(asked, "vnp_TmnCode"));
    answer.put("vnp_TxnRef", text(asked, "vnp_TxnRef"));
    return answer;
  }

  private Map<String, String> sealed(Map<String, String> answer, Stream<String> signed) {
    answer.put(Seal.FIELD, seal.ofValues(signed.map(field -> answer.getOrDefault(field, ""))));
    return answer;
  }

  private static String text(JsonNode message, String field) {
    return message.path(field).asString("");
  }
}
