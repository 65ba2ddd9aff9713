package org.motcua.payments.api;

import org.motcua.platform.api.ProgramReplies;
import org.motcua.platform.web.Messages;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** The words of problems are {@code payments.api.problem.<code>}. */
@Component
class PaymentReplies extends ProgramReplies {

  PaymentReplies(JsonMapper json, Messages messages) {
    super(json, messages, "payments.api.problem.");
  }
}
