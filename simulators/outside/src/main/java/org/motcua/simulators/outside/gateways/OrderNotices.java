package org.motcua.simulators.outside.gateways;

import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.motcua.simulators.outside.faults.Fault;
import org.motcua.simulators.outside.faults.Faults;
import org.motcua.simulators.outside.faults.Service;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;

/**
 * Tells the merchant what has come of an order, again and again until he says that he has taken it
 * in; after a restart too.
 */
public abstract class OrderNotices implements AutoCloseable {

  private static final Logger log = LoggerFactory.getLogger(OrderNotices.class);

  private static final Duration ANSWERED_WITHIN = Duration.ofSeconds(10);
  private static final Duration SOON = Duration.ofSeconds(2);

  /** What is older was told often enough. */
  private static final Duration REMEMBERED = Duration.ofDays(1);

  private final HttpClient http =
      HttpClient.newBuilder()
          .version(HttpClient.Version.HTTP_1_1)
          .connectTimeout(Duration.ofSeconds(3))
          .build();
  private final ScheduledExecutorService later = Executors.newSingleThreadScheduledExecutor();

  private final Orders orders;
  private final Faults faults;
  private final Service suffers;
  private final Clock clock;
  private final int retries;
  private final Duration retryEvery;

  /**
   * @param suffers whose faults are these notices' own
   */
  protected OrderNotices(
      Orders orders,
      Faults faults,
      Service suffers,
      Clock clock,
      int retries,
      Duration retryEvery) {
    this.orders = orders;
    this.faults = faults;
    this.suffers = suffers;
    this.clock = clock;
    this.retries = retries;
    this.retryEvery = retryEvery;
  }

  /** Tells of an order that has ended, as if it had ended so. */
  protected abstract HttpRequest.Builder notice(Order order, Outcome outcome);

  protected abstract boolean isTakenIn(HttpResponse<String> answer);

  /** Where the payer goes, with what has come of it. */
  public abstract String comeBack(Order order);

  /** What was told nobody yet when the gateway was stopped. */
  @EventListener(ApplicationReadyEvent.class)
  public void goOn() {
    for (var order : orders.listUntold(clock.instant().minus(REMEMBERED))) send(order, retries);
  }

  /**
   * As the chosen fault has it.
   *
   * @return done once the merchant has answered for the first time, if he is told at once
   */
  public CompletableFuture<?> tell(Order order) {
    return switch (faults.meet(suffers)) {
      case NOTICE_LOST, ALL_LOST -> {
        orders.told(order); // as the gateway believes
        yield done();
      }
      case NOTICE_LATE -> after(faults.lateness(), () -> send(order, retries));
      case NOTICE_TWICE -> CompletableFuture.allOf(send(order, retries), send(order, retries));
      case NOTICE_DISORDERED -> {
        if (!order.is(Outcome.PAID)) yield send(order, retries);
        after(SOON, () -> send(order, retries));
        yield ask(order, Outcome.NO_BALANCE, 0);
      }
      default -> send(order, retries);
    };
  }

  private CompletableFuture<?> after(Duration wait, Runnable work) {
    later.schedule(() -> Thread.startVirtualThread(work), wait.toMillis(), TimeUnit.MILLISECONDS);
    return done();
  }

  private static CompletableFuture<?> done() {
    return CompletableFuture.completedFuture(null);
  }

  public CompletableFuture<?> send(Order order, int oncemore) {
    var ending = order.ending();
    return ending == null ? done() : ask(order, ending.outcome(), oncemore);
  }

  private CompletableFuture<?> ask(Order order, Outcome outcome, int oncemore) {
    var told = notice(order, outcome).timeout(ANSWERED_WITHIN).build();
    return http.sendAsync(told, BodyHandlers.ofString())
        .handle((answer, problem) -> isTakenIn(order, answer, problem))
        .thenAccept(
            taken -> {
              if (taken) {
                orders.told(order);
              } else if (oncemore > 0) {
                after(retryEvery, () -> ask(order, outcome, oncemore - 1));
              }
            });
  }

  private boolean isTakenIn(
      Order order, @Nullable HttpResponse<String> answer, @Nullable Throwable problem) {
    if (answer == null) {
      log.info("{} could not be told: {}", order.ref(), String.valueOf(problem));
      return false;
    }
    var taken = isTakenIn(answer);
    if (!taken) log.info("{} was not taken in: {}", order.ref(), answer.statusCode());
    return taken;
  }

  /** Whether the payer is left where he is. */
  public boolean losesPayers() {
    return faults.of(suffers) == Fault.ALL_LOST;
  }

  protected static Order.Ending ending(Order order) {
    var ending = order.ending();
    if (ending == null) throw new IllegalStateException(order.ref() + " is not over");
    return ending;
  }

  @Override
  public void close() {
    later.shutdownNow();
    http.shutdownNow();
  }
}
