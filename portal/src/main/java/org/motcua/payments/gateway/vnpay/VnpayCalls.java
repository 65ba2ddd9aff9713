package org.motcua.payments.gateway.vnpay;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.motcua.payments.model.MessageLog;
import org.motcua.platform.calling.Caller;
import org.motcua.platform.calling.OutOfOrder;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Speaks with the gateway's interface; both sides sign what they say. */
@Component
class VnpayCalls {

  private static final String WHO = "VNPAY";
  private static final String MASKED = "***";

  private static final List<String> ANSWER_TO_REFUND =
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
  private static final List<String> ONLY_TO_QUERY =
      List.of("vnp_PromotionCode", "vnp_PromotionAmount");

  private final VnpaySettings settings;
  private final MessageLog log;
  private final Caller caller;
  private final JsonMapper json;

  VnpayCalls(VnpaySettings settings, MessageLog log, JsonMapper json) {
    this.settings = settings;
    this.log = log;
    this.caller = new Caller(WHO, json);
    this.json = json;
  }

  /**
   * @param asked the fields, in the order in which they are signed
   * @throws OutOfOrder when there is no answer, or none of the gateway's own
   */
  Map<String, String> call(String kind, String ref, Map<String, String> asked) {
    var signature = settings.signature();
    var told = new LinkedHashMap<>(asked);
    told.put(Signature.FIELD, signature.ofValues(List.copyOf(asked.values())));
    try {
      var answer = fields(caller.post(settings.calls(), told, settings.callPatience()));
      require(genuine(kind, answer, signature));
      log.told(VnpayGateway.ID, kind, ref, shown(told), shown(answer), verdict(answer));
      return answer;
    } catch (OutOfOrder e) {
      log.told(VnpayGateway.ID, kind, ref, shown(told), null, "out of order");
      throw e;
    }
  }

  private static void require(boolean genuine) {
    if (!genuine) throw OutOfOrder.garbled(WHO, "answered what it has not signed");
  }

  /** Refusals of a call that was no good are not signed by all; they are believed no more. */
  private static boolean genuine(String kind, Map<String, String> answer, Signature signature) {
    var signed = new ArrayList<String>();
    for (var field : ANSWER_TO_REFUND) signed.add(answer.getOrDefault(field, ""));
    if (kind.equals("query")) {
      for (var field : ONLY_TO_QUERY) signed.add(answer.getOrDefault(field, ""));
    }
    return Signature.equal(signature.ofValues(signed), answer.get(Signature.FIELD));
  }

  private static String verdict(Map<String, String> answer) {
    return answer.getOrDefault("vnp_ResponseCode", "?")
        + "/"
        + answer.getOrDefault("vnp_TransactionStatus", "");
  }

  private static Map<String, String> fields(JsonNode answer) {
    var fields = new LinkedHashMap<String, String>();
    answer
        .properties()
        .forEach(
            field -> {
              if (field.getValue().isValueNode() && !field.getValue().isNull()) {
                fields.put(field.getKey(), field.getValue().asString());
              }
            });
    return fields;
  }

  private String shown(Map<String, String> fields) {
    var shown = new LinkedHashMap<>(fields);
    shown.replace(Signature.FIELD, MASKED);
    return json.writeValueAsString(shown);
  }
}
