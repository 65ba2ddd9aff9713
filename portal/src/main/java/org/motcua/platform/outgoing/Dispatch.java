package org.motcua.platform.outgoing;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.time.Duration;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.motcua.platform.secrets.Vault;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/** This node's lines: one for each way, as long as the node lives. */
@Component
class Dispatch implements SmartLifecycle {

  private final ObjectProvider<Carrier> carriers;
  private final OutgoingStore store;
  private final Vault vault;
  private final MeterRegistry meters;
  private final Clock clock;
  private final Duration interval;
  private final Duration firstPause;
  private final Map<Way, Line> lines = new EnumMap<>(Way.class);
  private volatile boolean running;

  Dispatch(
      ObjectProvider<Carrier> carriers,
      OutgoingStore store,
      Vault vault,
      MeterRegistry meters,
      Clock clock,
      @Value("${motcua.outgoing.interval}") Duration interval,
      @Value("${motcua.outgoing.first-retry}") Duration firstPause) {
    this.carriers = carriers;
    this.store = store;
    this.vault = vault;
    this.meters = meters;
    this.clock = clock;
    this.interval = interval;
    this.firstPause = firstPause;
  }

  @Override
  public synchronized void start() {
    for (var carrier : carriers) {
      var line = new Line(carrier, store, vault, meters, clock, interval, firstPause);
      if (lines.put(carrier.way(), line) != null) {
        throw new IllegalStateException("Two carriers for " + carrier.way());
      }
      measure(carrier.way());
      line.start();
    }
    running = true;
  }

  private void measure(Way way) {
    Gauge.builder("motcua.outgoing.waiting", store, all -> all.backlog(way).waiting())
        .tag("way", way.name())
        .description("Messages that nobody has taken yet")
        .register(meters);
    Gauge.builder("motcua.outgoing.oldest", store, all -> all.backlog(way).oldestSeconds())
        .tag("way", way.name())
        .baseUnit("seconds")
        .description("How long the oldest of them has been waiting")
        .register(meters);
  }

  synchronized void wake(Way way, boolean urgent) {
    var line = lines.get(way);
    if (line != null) line.wake(urgent);
  }

  /** What this node's lines complain of at present. */
  synchronized List<String> troubles() {
    return lines.values().stream().map(Line::trouble).filter(text -> !text.isEmpty()).toList();
  }

  @Override
  public synchronized void stop() {
    lines.values().forEach(Line::stop);
    lines.clear();
    running = false;
  }

  @Override
  public boolean isRunning() {
    return running;
  }
}
