package org.motcua.dossiers.webhooks;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import org.motcua.platform.notify.NoticeListener;
import org.springframework.stereotype.Component;

/**
 * All webhooks as this node knows them, so that an act of which nobody wants to be told costs no
 * more than a look here.
 */
@Component
class Subscriptions implements NoticeListener {

  /** As long as messages can be sent again. */
  static final Duration KEPT = Duration.ofDays(30);

  private final WebhookStore webhooks;
  private final Clock clock;
  private volatile List<Webhook> known = List.of();

  Subscriptions(WebhookStore webhooks, Clock clock) {
    this.webhooks = webhooks;
    this.clock = clock;
  }

  List<Webhook> wanting(EventType type) {
    var all = known;
    if (all.isEmpty()) return all;
    return all.stream().filter(webhook -> webhook.wants(type)).toList();
  }

  void read() {
    known = webhooks.listAll(clock.instant().minus(KEPT));
  }

  @Override
  public String channel() {
    return WebhookStore.CHANNEL;
  }

  @Override
  public void listening() {
    read();
  }

  @Override
  public void heard(List<String> notices) {
    read();
  }
}
