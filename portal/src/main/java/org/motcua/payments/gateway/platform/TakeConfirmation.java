package org.motcua.payments.gateway.platform;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import org.motcua.payments.gateway.Finding;
import org.motcua.payments.gateway.TakeFinding;
import org.motcua.payments.model.MessageLog;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Service;
import tools.jackson.databind.json.JsonMapper;

/**
 * Takes what the platform says of a payment. Nothing is believed before its seal; whatever came is
 * kept, and answered so that the platform says it again unless it was understood and done.
 */
@Service("takePlatformConfirmation")
class TakeConfirmation {

  private static final Logger log = LoggerFactory.getLogger(TakeConfirmation.class);

  private final Partner partner;
  private final TakeFinding takeFinding;
  private final MessageLog messages;
  private final Masked masked;
  private final JsonMapper json;

  TakeConfirmation(
      Partner partner,
      TakeFinding takeFinding,
      MessageLog messages,
      Masked masked,
      JsonMapper json) {
    this.partner = partner;
    this.takeFinding = takeFinding;
    this.messages = messages;
    this.masked = masked;
    this.json = json;
  }

  /**
   * @return JSON
   */
  Map<String, String> take(byte[] body) {
    var message = Message.read(body, json).orElseGet(() -> new Message(Map.of()));
    try {
      var code = verdict(message);
      var answer = answer(message, code);
      var ref = message.get("MaThamChieu");
      messages.heard(
          PlatformGateway.ID,
          Kind.CONFIRM.name().toLowerCase(Locale.ROOT),
          ref.isBlank() ? null : ref,
          masked.ofBody(body),
          json.writeValueAsString(answer),
          code.name());
      return answer;
    } catch (RuntimeException e) {
      log.error("A confirmation of {} could not be taken", message.get("MaThamChieu"), e);
      return answer(message, Code.TROUBLE);
    }
  }

  private Code verdict(Message message) {
    if (message.values().isEmpty()) return Code.MALFORMED;
    if (!partner.isSetUp() || !message.bears(Seal.CONFIRMATION, partner)) return Code.FORGED;
    var finding = finding(message);
    if (finding instanceof Finding.OutOfOrder) return Code.MALFORMED;
    return Code.of(takeFinding.take(PlatformGateway.ID, message.get("MaThamChieu"), finding));
  }

  private static Finding finding(Message message) {
    var code = message.get("MaLoi");
    if (code.isBlank()) return new Finding.OutOfOrder("It does not say what became of it");
    return Code.DONE.is(code)
        ? PlatformGateway.paid(message)
        : new Finding.Failed(Code.failure(code));
  }

  private static Map<String, String> answer(Message message, Code code) {
    var answer = new LinkedHashMap<String, String>();
    answer.put("MaLoi", code.code());
    answer.put("MoTaLoi", code.words());
    answer.put("MaDoiTac", Message.text(message.get("MaDoiTac"), 50));
    answer.put("MaThamChieu", Message.text(message.get("MaThamChieu"), 50));
    return answer;
  }
}
