package org.motcua.payments.gateway.vietqr;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.time.Clock;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.motcua.payments.gateway.PaymentGateway.Refunding;
import org.motcua.payments.gateway.vietqr.Credit.Sender;
import org.motcua.payments.model.Attempt;
import org.motcua.payments.model.MessageLog;
import org.motcua.payments.model.Refund;
import org.motcua.platform.calling.Caller;
import org.motcua.platform.calling.OutOfOrder;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Orders our bank to transfer money; the same order a second time is the same transfer. */
@Component("vietqrBankOrders")
class BankOrders {

  private static final String WHO = "The bank";
  private static final Duration ANSWERS_WITHIN = Duration.ofSeconds(10);

  private final OurAccount ours;
  private final MessageLog log;
  private final Shown shown;
  private final JsonMapper json;
  private final Caller caller;
  private final Clock clock;

  BankOrders(OurAccount ours, MessageLog log, Shown shown, JsonMapper json, Clock clock) {
    this.ours = ours;
    this.log = log;
    this.shown = shown;
    this.json = json;
    this.caller = new Caller(WHO, json);
    this.clock = clock;
  }

  Refunding transfer(Refund refund, Attempt attempt, Sender to) {
    if (ours.url().isBlank()) return new Refunding.Refused("BANK_TAKES_NO_ORDERS");
    var order = new LinkedHashMap<String, Object>();
    order.put("id", refund.id().toString());
    order.put("bank", ours.bank());
    order.put("account", ours.number());
    order.put("to", to);
    order.put("dong", refund.dong());
    order.put("text", "HOAN TIEN " + attempt.ref());
    try {
      var answer = send(json.writeValueAsString(order));
      keep(attempt, order, answer);
      return refunding(refund, answer);
    } catch (OutOfOrder e) {
      keep(attempt, order, null);
      return new Refunding.OutOfOrder(String.valueOf(e.getMessage()));
    }
  }

  private JsonNode send(String body) {
    var time = String.valueOf(clock.instant().getEpochSecond());
    var signature = ours.signature().of(time, body.getBytes(UTF_8));
    return caller.postText(
        ours.url() + "/transfers",
        body,
        Map.of(BankSignature.TIME, time, BankSignature.SIGNATURE, signature),
        ANSWERS_WITHIN);
  }

  private static Refunding refunding(Refund refund, JsonNode answer) {
    if (!answer.path("id").asString("").equals(refund.id().toString())) {
      return new Refunding.OutOfOrder("It speaks of another transfer");
    }
    var transaction = answer.path("transaction").asString("");
    return switch (answer.path("state").asString("")) {
      case "DONE" ->
          transaction.isBlank()
              ? new Refunding.OutOfOrder("It gives no number")
              : new Refunding.Done(transaction);
      case "UNDERWAY" -> new Refunding.Underway();
      case "REFUSED" -> new Refunding.Refused(answer.path("why").asString("REFUSED"));
      default -> new Refunding.OutOfOrder("It answered nothing that is understood");
    };
  }

  private void keep(Attempt attempt, Map<String, Object> order, @Nullable JsonNode answer) {
    log.told(
        VietQrGateway.ID,
        "transfer",
        attempt.ref(),
        shown.of(order),
        answer == null ? null : shown.of(answer),
        answer == null ? "NO_ANSWER" : verdict(answer));
  }

  private static String verdict(JsonNode answer) {
    var state = answer.path("state").asString("");
    return state.matches("[A-Z]{1,20}") ? state : "GARBLED";
  }
}
