package org.motcua.platform.sms;

import java.util.UUID;
import org.motcua.platform.outgoing.Carrier;
import org.motcua.platform.outgoing.Way;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** Hands short messages to the operator. */
@Component
class SmsCarrier implements Carrier {

  private final SmsOperator operator;
  private final JsonMapper json;

  SmsCarrier(SmsOperator operator, JsonMapper json) {
    this.operator = operator;
    this.json = json;
  }

  @Override
  public Way way() {
    return Way.SMS;
  }

  @Override
  public int atOnce() {
    return operator.atOnce();
  }

  @Override
  public Handed hand(UUID id, String content, boolean urgent) {
    return operator.take(json.readValue(content, Sms.class), urgent);
  }
}
