package org.motcua.payments.gateway.platform;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.motcua.payments.model.MessageLog;
import org.motcua.platform.calling.Caller;
import org.motcua.platform.calling.OutOfOrder;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Tells the platform something, and keeps what was said on both sides. */
@Component
class PlatformCalls {

  private static final String WHO = "The Payment Platform";
  private static final String NO_ANSWER = "NO_ANSWER";
  private static final String FORGED = "FORGED";

  private final Caller caller;
  private final Partner partner;
  private final MessageLog log;
  private final Masked masked;

  PlatformCalls(JsonMapper json, Partner partner, MessageLog log, Masked masked) {
    this.caller = new Caller(WHO, json);
    this.partner = partner;
    this.log = log;
    this.masked = masked;
  }

  /**
   * Puts the seal on a message and sends it.
   *
   * @param more what goes along without being sealed
   * @param answers the seal that the answer has to bear; null: none
   * @throws OutOfOrder when there is no answer to rely on
   */
  Message send(
      Kind kind,
      String ref,
      Map<String, String> values,
      Seal seal,
      Map<String, Object> more,
      @Nullable Seal answers) {
    var told = new LinkedHashMap<String, Object>(values);
    told.putAll(more);
    told.put(Seal.FIELD, seal.of(values, partner.secret()));
    JsonNode answer;
    try {
      answer = caller.post(partner.url(), told, Partner.ANSWERS_WITHIN);
    } catch (OutOfOrder e) {
      keep(kind, ref, told, null, NO_ANSWER);
      throw e;
    }
    var heard = Message.of(answer);
    if (answers != null && !heard.bears(answers, partner)) {
      keep(kind, ref, told, answer, FORGED);
      throw OutOfOrder.garbled(WHO, "gave an answer that is not its own");
    }
    if (answers != null && !heard.get("MaThamChieu").equals(ref)) {
      keep(kind, ref, told, answer, FORGED);
      throw OutOfOrder.garbled(WHO, "speaks of another payment");
    }
    keep(kind, ref, told, answer, verdict(heard));
    return heard;
  }

  static OutOfOrder garbled(String why) {
    return OutOfOrder.garbled(WHO, why);
  }

  private void keep(Kind kind, String ref, Object told, @Nullable JsonNode answer, String verdict) {
    log.told(
        PlatformGateway.ID,
        kind.name().toLowerCase(Locale.ROOT),
        ref,
        masked.of(told),
        answer == null ? null : masked.of(answer),
        verdict);
  }

  /** MaLoi and TrangThaiGD, as far as they are what such things look like. */
  private static String verdict(Message heard) {
    var said = (heard.get("MaLoi") + " " + heard.get("TrangThaiGD")).strip();
    return said.matches("[0-9A-Za-z ]{1,20}") ? said : "GARBLED";
  }
}
