package org.motcua.simulators.outside;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** Carries messages to phones, as well as the fault that is switched on lets it. */
@Component
class SmsProvider {

  private final Phones phones;
  private final Duration slowness;
  private final AtomicLong troubled = new AtomicLong();
  private volatile Fault fault = Fault.NONE;

  SmsProvider(Phones phones, @Value("${outside.slowness}") Duration slowness) {
    this.phones = phones;
    this.slowness = slowness;
  }

  Delivery deliver(String id, PhoneNumber to, String text) throws InterruptedException {
    var now = fault;
    if (now != Fault.NONE) troubled.incrementAndGet();
    return switch (now) {
      case NONE -> new Delivery.Taken(phones.receive(id, to, text));
      case UNAVAILABLE -> new Delivery.Failed();
      case SLOW -> {
        Thread.sleep(slowness);
        yield new Delivery.Taken(phones.receive(id, to, text));
      }
      case REPLY_LOST -> {
        phones.receive(id, to, text);
        yield new Delivery.Failed();
      }
    };
  }

  void suffer(Fault chosen) {
    troubled.set(0);
    fault = chosen;
  }

  Fault fault() {
    return fault;
  }

  /** How many deliveries the present fault has met. */
  long troubled() {
    return troubled.get();
  }

  Duration slowness() {
    return slowness;
  }

  sealed interface Delivery {
    record Taken(Phones.Receipt receipt) implements Delivery {}

    record Failed() implements Delivery {}
  }
}
