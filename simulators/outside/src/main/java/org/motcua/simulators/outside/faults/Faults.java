package org.motcua.simulators.outside.faults;

import java.time.Duration;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicLong;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** Which service suffers what at present. A restart mends everything. */
@Component
public class Faults {

  private final Map<Service, State> states = new EnumMap<>(Service.class);
  private final Duration slowness;
  private volatile Duration lateness;

  Faults(
      @Value("${outside.slowness}") Duration slowness,
      @Value("${outside.lateness}") Duration lateness) {
    this.slowness = slowness;
    this.lateness = lateness;
    for (var service : Service.values()) states.put(service, new State());
  }

  public Fault of(Service service) {
    return state(service).fault;
  }

  /** The fault that a caller runs into now; it is counted. */
  public Fault meet(Service service) {
    var fault = of(service);
    if (fault != Fault.NONE) state(service).met.incrementAndGet();
    return fault;
  }

  /** How many callers have met the service's present fault. */
  public long met(Service service) {
    return state(service).met.get();
  }

  /** A fault that stays as it was goes on counting. */
  void choose(Service service, Fault fault) {
    var state = state(service);
    if (state.fault == fault) return;
    state.met.set(0);
    state.fault = fault;
  }

  /** How long a slow service lets its callers wait. */
  public Duration slowness() {
    return slowness;
  }

  /** How much later than usual comes what is told late. */
  public Duration lateness() {
    return lateness;
  }

  void setLateness(Duration chosen) {
    lateness = chosen;
  }

  public void waitAsSlowOnesDo() throws InterruptedException {
    Thread.sleep(slowness);
  }

  private State state(Service service) {
    return Objects.requireNonNull(states.get(service), "Every service has a state");
  }

  private static class State {
    private volatile Fault fault = Fault.NONE;
    private final AtomicLong met = new AtomicLong();
  }
}
