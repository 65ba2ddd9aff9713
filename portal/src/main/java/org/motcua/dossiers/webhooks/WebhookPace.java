package org.motcua.dossiers.webhooks;

import java.time.Duration;
import org.motcua.platform.limits.Limit;
import org.motcua.platform.limits.RateLimits;
import org.springframework.stereotype.Component;

/** How often a program's messages are asked for, by itself and by those who keep it. */
@Component
class WebhookPace {

  static final Limit ASKED = new Limit(60, Duration.ofHours(1));

  private final RateLimits limits;

  WebhookPace(RateLimits limits) {
    this.limits = limits;
  }

  boolean mayAsk(String client) {
    return limits.tryConsume("dossiers.webhooks:" + client, ASKED);
  }
}
